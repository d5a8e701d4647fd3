"""`explainer export`: what the plugin publishes, written into a site that another host built."""

import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.building import BIN, build, copy_site, environment, run
from tests.publish.conftest import CONFIG, make

pytestmark = pytest.mark.slow


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize("directories", ["true", "false"])
def test_writes_the_very_same_as_the_plugin(tmp_path: Path, directories: str) -> None:
    root = copy_site(tmp_path)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text() + f"\nuse_directory_urls: {directories}\n")
    built = build(root)
    assert built.exit_code == 0, built.output
    published = files(built.site)
    pages = {path for path in published if path.endswith(".html") and not path.startswith("embed/")}
    ours_alone = ("embed/", "assets/cards/", "feed", "record.", "timeline.")
    made = [path for path in published if path.startswith(ours_alone) and path not in pages]
    assert len(made) > 40
    for path in made:
        (built.site / path).unlink()
    heads = [path for path in published if b"<!-- explainer -->" in published[path]]
    assert len(heads) == 10
    for path in heads:
        text = published[path].decode()
        before, _, rest = text.partition("<!-- explainer -->")
        (built.site / path).write_text(before.rstrip(" ") + "  " + rest.partition("<!-- /explainer -->\n")[2], "utf-8")
    done = run("explainer", "export", "--site-dir", "site", cwd=root)
    assert done.returncode == 0, done.stdout
    assert done.stdout == f"{len(made)} files are written, the heads of 10 pages are complete\n"
    assert files(built.site).keys() == published.keys()
    for path, content in files(built.site).items():
        if path in heads:
            assert ours(content) == ours(published[path]), path
        else:
            assert content == published[path], path


def ours(page: bytes) -> str:
    return page.decode().partition("<!-- explainer -->")[2].partition("<!-- /explainer -->")[0]


def test_done_again_changes_nothing(tmp_path: Path) -> None:
    root = make(tmp_path)
    built = build(root)
    assert built.exit_code == 0, built.output
    before = files(built.site)
    assert run("explainer", "export", cwd=root).returncode == 0
    assert files(built.site) == before


def test_a_disk_without_room_leaves_every_page_whole_and_is_told_of_in_a_line(tmp_path: Path) -> None:
    root = make(tmp_path)
    built = build(root)
    assert built.exit_code == 0, built.output
    page = built.site / "timeline" / "index.html"
    page.write_text(page.read_text("utf-8").replace("</head>", " " * 400_000 + "</head>"), "utf-8")
    before = files(built.site)
    command = f"ulimit -f 300; trap '' XFSZ; exec {BIN / 'explainer'} export"  # kB; all else is smaller
    done = subprocess.run(
        ["bash", "-c", command], cwd=root, env=environment(), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == "explainer: site/timeline/index.html: File too large\n"
    assert done.returncode == 2
    assert files(built.site) == before


def test_a_folder_that_cannot_be_written_is_told_of_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = run("explainer", "schema", "--write", "file/schemas", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "explainer: file/schemas: Not a directory\n")


def test_a_page_has_one_description_and_it_is_its_own(tmp_path: Path) -> None:
    built = build(make(tmp_path))
    for page, said, feeds in (
        ("stand/index.html", "It did not.", ["../feed.atom", "../feeds/bridge.atom"]),
        ("timeline/index.html", "A bridge, and a ferry.", ["../feed.atom"]),
    ):
        soup = BeautifulSoup(built.html(page), "html.parser")
        assert [each["content"] for each in soup.select('meta[name="description"]')] == [said]
        assert [each["href"] for each in soup.select('link[type="application/atom+xml"]')] == feeds
        assert len(soup.select('[property="og:title"]')) == 1


def test_the_downloads_are_linked_from_the_pages_that_show_what_is_in_them(tmp_path: Path) -> None:
    built = build(make(tmp_path))
    linked = {
        page: [
            str(link["href"])
            for link in BeautifulSoup(built.html(f"{page}/index.html"), "html.parser").select(".ex-downloads a")
        ]
        for page in ("timeline", "sources", "updates", "stand")
    }
    assert linked == {
        "timeline": ["../timeline.json", "../timeline.csv", "../timeline.timelinejs.json", "../timeline.ics"],
        "sources": ["../record.json", "../record.schema.json"],
        "updates": [
            "../feed.atom", "../feed.json", "../feeds/bridge.atom", "../feeds/bridge.json", "../feeds/ferry.atom",
            "../feeds/ferry.json",
        ],
        "stand": [],
    }  # fmt: skip
    for page, links in linked.items():
        for link in links:
            assert (built.site / page / link).resolve().is_file(), link


def test_a_site_may_publish_pages_alone(tmp_path: Path) -> None:
    built = build(make(tmp_path, CONFIG.replace("licence:", "downloads: no\n      embeds: no\n      licence:")))
    assert built.exit_code == 0, built.output
    assert not [path for path in files(built.site) if path.startswith(("embed/", "assets/cards/", "feed", "record"))]
    assert "ex-downloads" not in built.html("timeline/index.html")
    assert "og:image" not in built.html("stand/index.html")
    assert 'name="description" content="It did not."' in built.html("stand/index.html")


def test_where_there_is_no_site_it_says_so(tmp_path: Path) -> None:
    done = run("explainer", "export", "--site-dir", "public", cwd=make(tmp_path))
    assert done.returncode == 2
    assert done.stdout == "explainer: no built site in `public`; build it first, or name its folder with --site-dir\n"


def test_a_record_with_errors_publishes_nothing(tmp_path: Path) -> None:
    root = make(tmp_path)
    built = build(root)
    before = files(built.site)
    data = root / "data" / "people.yml"
    data.write_text(data.read_text().replace("name: The council", "nam: The council"))
    done = run("explainer", "export", cwd=root)
    assert done.returncode == 1
    assert "data/people.yml:6:3: error: council: " in done.stdout
    assert files(built.site) == before


def test_a_file_of_the_editors_own_that_would_be_written_over_is_named(tmp_path: Path) -> None:
    root = make(tmp_path)
    assert build(root).exit_code == 0
    before = files(root / "site")
    (root / "docs" / "feeds").mkdir()
    for name in ("record.json", "feeds/ferry.atom", "timeline.ics", "own.json"):
        (root / "docs" / name).write_text("ours")
    printed = [run("explainer", each, cwd=root).stdout for each in ("check", "export")]
    for output in (*printed, build(root).output):
        assert [line for line in output.splitlines() if ": error: " in line] == [
            f"docs/{name}: error: the record is published under the name of this file, which would be lost; "
            "rename it, or set `downloads: no`"
            for name in ("feeds/ferry.atom", "record.json", "timeline.ics")
        ]
    assert files(root / "site") == before
