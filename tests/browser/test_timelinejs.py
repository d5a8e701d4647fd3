"""TimelineJS itself loads the timeline that is published for it, and loses no event."""

import json
import shutil
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Browser
from tests.browser.conftest import served, tool

PAGE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>TimelineJS</title><link rel="stylesheet" href="tl/css/timeline.css"></head>
<body>
<div id="timeline" style="height: 600px; width: 900px"></div>
<script src="tl/js/timeline.js"></script>
<script>
  fetch("timeline.timelinejs.json").then(answer => answer.json()).then(data => {
    window.timeline = new TL.Timeline("timeline", data, {font: null, hash_bookmark: false, script_path: "/tl/js/"})
    window.timeline.on("loaded", () => { window.loaded = true })
  })
</script>
</body>
</html>
"""


def test_every_event_is_loaded_with_its_headline_and_its_date_in_words(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    shutil.copytree(tool("@knight-lab/timelinejs/dist/js/timeline.js").parents[1], tmp_path / "tl")
    shutil.copy(site / "timeline.timelinejs.json", tmp_path)
    (tmp_path / "index.html").write_text(PAGE)
    published = json.loads((site / "timeline.timelinejs.json").read_text("utf-8"))["events"]
    assert len(published) == 18
    context = browser.new_context(bypass_csp=True)  # the policy is our pages', not TimelineJS'
    with served(tmp_path) as address:
        page = context.new_page()
        page.goto(address)
        page.wait_for_function("window.loaded", timeout=60_000)
        loaded = page.evaluate("timeline.config.events.map(each => [each.unique_id, each.display_date])")
        drawn = page.locator(".tl-timemarker")
        assert drawn.count() == len(published)
        headlines = " ".join(page.locator(".tl-timemarker .tl-headline").all_text_contents())
    assert loaded == [[event["unique_id"], event["display_date"]] for event in published]
    for event in published:
        assert BeautifulSoup(event["text"]["headline"], "html.parser").get_text() in headlines
    context.close()
