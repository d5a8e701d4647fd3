"""Embeds: small pages of their own in a frame on somebody else's page, without a script, that lead back to their origin."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect
from tests.browser.conftest import Watched, served
from tests.building import build, copy_site, run

LIMIT = 20_000
"""Bytes, with the style."""

QUOTED = 'A "quoted" title & more'

CHANGED = "Mr Sessions and the ambassador met in the senator's office"


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the reference site after a published headline was corrected."""
    root = copy_site(tmp_path_factory.mktemp("corrected"))
    timeline = root / "data" / "timeline.yml"
    text = timeline.read_text("utf-8")
    assert "Sessions and the ambassador meet in" in text
    timeline.write_text(
        text.replace("Sessions and the ambassador meet in", "Sessions and the ambassador met in"), "utf-8"
    )
    with timeline.open("a", encoding="utf-8") as file:
        file.write(f"\n- id: quoted\n  date: 2017-03-01\n  title: '{QUOTED}'\n  sources: [bbc-2017-03-02]\n")
    updates = root / "data" / "updates.yml"
    with updates.open("a", encoding="utf-8") as file:
        file.write(
            "\n- id: tense\n  date: 2017-03-03\n  kind: correction\n  text: The headline had the wrong tense.\n"
            "  entries: [event:private-meeting]\n"
        )
    moved = run("explainer", "publish-record", cwd=root)
    assert moved.returncode == 0, moved.stdout
    built = build(root)
    assert built.exit_code == 0, built.output
    with served(built.site) as url:
        yield url


class Elsewhere(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep the requests out of the tests' output."""


@pytest.fixture
def elsewhere(tmp_path: Path, address: str) -> Iterator[str]:
    """The address of somebody else's pages, which have pages of the site in a frame."""
    for name in ("embed/statement-no-communications.html", "misled/"):
        page = f'<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1><iframe src="{address}{name}"></iframe>'
        (tmp_path / f"{name.split('/')[0]}.html").write_text(page, "utf-8")
    handler = functools.partial(Elsewhere, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_every_event_statement_dispute_and_timeline_has_one(site: Path) -> None:
    kinds = [file.name.split("-")[0] for file in site.glob("embed/*.html")]
    assert kinds.count("event") == 18
    assert kinds.count("statement") >= 8
    assert kinds.count("dispute") >= 1
    assert {"timeline-index.html", "timeline-timeline.html"} <= {file.name for file in site.glob("embed/timeline*")}


def test_each_is_under_20_kilobytes_with_its_style_and_has_no_script(site: Path) -> None:
    for file in site.glob("embed/*.html"):
        page = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        styles = [file.parent / str(link["href"]) for link in page.select("link[rel=stylesheet]")]
        assert len(styles) == 1
        assert file.stat().st_size + styles[0].stat().st_size < LIMIT, file.name
        assert not page.select("script, style, [style], [onclick], [onload]"), file.name


def test_each_names_and_links_its_origin_and_gives_the_line_to_copy(site: Path) -> None:
    origin = "https://example.org/sessions-and-russia/"
    for file in site.glob("embed/*.html"):
        page = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        link = page.select_one("footer p a")
        assert link
        assert link.get_text() == "Sessions and Russia"
        place, _, anchor = str(link["href"]).removeprefix("../").partition("#")
        home = BeautifulSoup((site / place / "index.html").read_text("utf-8"), "html.parser")
        assert not anchor or home.find(id=anchor), file.name
        code = page.select_one("footer code")
        assert code
        assert code.get_text().startswith(f'<iframe src="{origin}embed/{file.name}" title="'), file.name


def test_on_somebody_elses_page_it_is_readable_without_javascript_and_its_links_leave_the_frame(
    browser: Browser, elsewhere: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = Watched(context.new_page(), elsewhere).open("embed.html")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".ex-statement__words")).to_contain_text("I did not have communications with the Russians")
    expect(frame.locator(".ex-statement__caption")).to_contain_text("Nominee for Attorney General")
    expect(frame.locator("footer")).to_contain_text("From Sessions and Russia · As of 2 March 2017")
    expect(frame.locator("#note-1")).to_be_visible()
    with context.expect_page() as opened:
        frame.get_by_role("link", name="Sessions and Russia", exact=True).click()
    opened.value.wait_for_url(re.compile(r"/words/#statement-no-communications$"))
    context.close()


def test_the_site_itself_may_not_be_framed_by_others(browser: Browser, elsewhere: str) -> None:
    watched = Watched(browser.new_page(), elsewhere)
    page = watched.open("misled.html")
    expect(page.frame_locator("iframe").get_by_text("Did he mislead the hearing?")).to_have_count(0)
    assert any("frame-ancestors" in complaint for complaint in watched.complaints)
    page.close()


def test_it_carries_its_corrections_with_what_was_said_before(browser: Browser, corrected: str) -> None:
    watched = Watched(browser.new_page(), corrected)
    page = watched.open("embed/event-private-meeting.html")
    expect(page.get_by_role("heading", level=1)).to_contain_text(CHANGED)
    correction = page.locator(".ex-correction", has_text="Correction, 3 March 2017")
    correction.locator("summary").click()
    expect(correction.locator("del")).to_have_text(CHANGED.replace("met", "meet"))
    expect(correction.get_by_role("link", name="Why")).to_have_attribute("href", "../updates/#update-tense")
    page = watched.open("embed/timeline-timeline.html")
    first_reports = page.locator(".ex-brief__event", has_text="First reports of hackers")
    expect(first_reports).to_contain_text("Correction, 2 March 2017")
    page.close()


def test_the_line_to_copy_is_right_whatever_stands_in_a_title(browser: Browser, corrected: str) -> None:
    watched = Watched(browser.new_page(), corrected)
    page = watched.open("embed/event-quoted.html")
    line = str(page.locator("footer code").text_content())
    frame = BeautifulSoup(line, "html.parser").find("iframe")
    assert frame is not None
    assert frame["title"] == QUOTED  # type: ignore[index]
    assert str(frame["src"]).endswith("/embed/event-quoted.html")  # type: ignore[index]
    page.close()


def test_a_correction_on_the_page_is_a_small_mark_and_the_old_wording_one_tap_away(
    browser: Browser, corrected: str
) -> None:
    watched = Watched(browser.new_page(), corrected)
    page = watched.open("timeline/")
    correction = page.locator(".ex-correction", has_text="Correction, 3 March 2017")
    old = correction.locator("del")
    expect(old).to_be_hidden()
    correction.locator("summary").click()
    expect(old).to_have_text(CHANGED.replace("met", "meet"))
    change = watched.open("updates/").locator("#update-tense .ex-update__change")
    expect(change).to_contain_text("Headline of")
    page.close()
