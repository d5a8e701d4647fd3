"""One build, one edition: nothing of it lives anywhere else, and everything that it depends on is seen."""

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config
from PIL import Image
from tests.building import copy_site
from tests.tiny import Write, load_site, problems_of

from explainer.blocks.draft import HostPage
from explainer.edition import Edition, edition_from_disk
from explainer.hosts.run import edition_from_host
from explainer.site.config import read_site
from explainer.site.inventory import from_disk
from explainer.site.site import Site

pytestmark = pytest.mark.slow

EVENT = "- {id: note-g, date: 1843, title: Note G, people: [ada-lovelace], sources: [notes-1843]}\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return read_site(copy_site(tmp_path_factory.mktemp("reference")) / "mkdocs.yml")


def pages_of(edition: Edition) -> dict[str, str]:
    return {path: completed.html for path, completed in edition.completed.items()}


def in_threads(site: Site, threads: int) -> dict[str, str]:
    """Convert the pages of a site in several threads at once, and complete each of them in all threads."""
    of_thread = threading.local()
    edition = Edition(site, lambda _: of_thread.host)
    pages, _ = from_disk(site)

    def convert(path: str) -> None:
        page = pages.page(path)
        assert page is not None
        of_thread.host = HostPage(path, page.url, site.docs / path, page.document.text)
        Markdown(extensions=["toc", "tables", "footnotes", edition.extension]).convert(page.body)

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(convert, [page.path for page in pages]))
        edition.finish([page.path for page in pages])
        filled = list(
            pool.map(lambda path: (path, edition.fill(path, edition.drafts[path].html)), [*pages_of(edition)] * threads)
        )
    for path, html in filled:
        assert html == edition.completed[path].html, path
    assert edition.problems == []
    return pages_of(edition)


def test_four_threads_get_what_one_gets(site: Site) -> None:
    alone = in_threads(site, 1)
    assert len(alone) == 10
    for _ in range(3):
        assert in_threads(site, 4) == alone


def test_two_sites_in_one_process_take_turns_without_a_miss(tmp_path: Path) -> None:
    roots = [copy_site(tmp_path / name) for name in ("one", "other")]
    timeline = roots[1] / "data" / "timeline.yml"
    timeline.write_text(timeline.read_text("utf-8").replace("title: ", "title: Elsewhere, ", 1), "utf-8")
    shutil.rmtree(roots[1] / "data" / "published")
    first = [pages_of(edition_from_disk(read_site(root / "mkdocs.yml"))) for root in roots]
    assert "Elsewhere, " in first[1]["timeline.md"]
    assert "Elsewhere, " not in first[0]["timeline.md"]
    for _ in range(2):
        for root, before in zip(roots, first, strict=True):
            assert pages_of(edition_from_disk(read_site(root / "mkdocs.yml"))) == before


def test_a_program_builds_two_sites_in_turn_without_the_command_line(tmp_path: Path) -> None:
    for name in ("one", "other", "one"):
        root = tmp_path / name
        if not root.exists():
            copy_site(root)
            config = root / "mkdocs.yml"
            config.write_text(
                config.read_text("utf-8").replace("Sessions and Russia", f"The story of {name}", 1), "utf-8"
            )
        loaded = load_config(str(root / "mkdocs.yml"))
        build(loaded)
        assert loaded.site_dir == str(root / "site")
        assert f"The story of {name}" in (root / "site" / "feed.atom").read_text("utf-8")
        assert sorted(path.name for path in root.glob(".site*")) == []


def test_a_site_is_built_after_another_was_only_read_in_the_same_process(tmp_path: Path) -> None:
    copy_site(tmp_path)
    assert edition_from_host(tmp_path / "mkdocs.yml").contents.page("timeline.md")
    assert not (tmp_path / "site").exists()
    build(load_config(str(tmp_path / "mkdocs.yml")))
    assert (tmp_path / "site" / "timeline" / "index.html").is_file()


def test_a_picture_that_is_saved_clears_its_problem(write: Write) -> None:
    root = write(timeline=EVENT.replace("}\n", ", image: {file: a.png, alt: A, credit: B}}\n"))
    (root / "docs" / "timeline.md").write_text("# T\n\n/// timeline\n///\n")
    assert "no file `a.png` in `docs`" in "\n".join(problems_of(root))
    Image.new("RGB", (2, 1)).save(root / "docs" / "a.png")
    assert "a.png" not in "\n".join(problems_of(root))


def test_a_changed_parent_of_the_configuration_is_seen(write: Write) -> None:
    root = write()
    (root / "base.yml").write_text("site_name: Before\n")
    config = root / "mkdocs.yml"
    config.write_text("INHERIT: base.yml\n" + config.read_text().replace("site_name: Tiny\n", ""))
    assert load_site(root).site.name == "Before"
    (root / "base.yml").write_text("site_name: After\n")
    edition = load_site(root)
    assert edition.site.name == "After"
    assert edition.site.files == (config, root / "base.yml")


def test_the_clock_is_asked_once_where_the_build_begins(write: Write) -> None:
    root = write()
    (root / "docs" / "q.md").write_text("---\nanswer: Yes.\nreview_by: 2020-01-02\n---\n\n# Q?\n")
    site = read_site(root / "mkdocs.yml")

    def told(year: int) -> list[str]:
        edition = edition_from_disk(site, now=datetime(year, 1, 2, tzinfo=UTC))
        return [problem.check for problem in edition.problems if problem.check == "review-due"]

    assert told(2020) == []
    assert told(2021) == ["review-due"]


def test_options_hold_without_a_file_of_the_configuration(write: Write) -> None:
    root = write(timeline=EVENT)
    (root / "mkdocs.yml").unlink()
    site = read_site(root / "mkdocs.yml", {"pages": {"event": "story.md"}})
    for name, heading in (("story", "Story"), ("timeline", "Timeline")):
        (root / "docs" / f"{name}.md").write_text(f"# {heading}\n\n/// timeline\n///\n")
    assert edition_from_disk(site).contents.homes["event", "note-g"] == "story.md"


def test_a_block_in_indented_code_shows_nothing(write: Write) -> None:
    root = write(timeline=EVENT)
    (root / "docs" / "index.md").write_text("# Home\n\n[It](event:note-g)\n\n    /// event | note-g\n    ///\n")
    edition = load_site(root)
    assert edition.contents.homes == {}
    assert [str(problem) for problem in edition.problems if "note-g" in problem.message] == [
        "docs/index.md:3:6: error: no page shows the event `note-g`; put `/// event | note-g` on a page"
    ]


def test_to_know_what_is_wrong_only_pages_are_rendered_to_whose_places_links_lead(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    shutil.rmtree(root / "data" / "published")
    about = root / "docs" / "about.md"
    about.write_text(about.read_text("utf-8") + "\n[a](timeline.md#nowhere)\n", "utf-8")
    site = read_site(root / "mkdocs.yml")
    edition = edition_from_disk(site, renders=False)
    assert [problem.message for problem in edition.problems] == ["no place `#nowhere` on the page `timeline.md`"]
    assert edition.problems == edition_from_disk(site).problems
    assert "timeline.md" in edition.completed
    assert "words.md" not in edition.completed
