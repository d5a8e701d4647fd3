"""The same commit gives the same bytes: on another day, in another folder and time zone, under another locale."""

import gzip
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.building import BIN, HOSTS, build, copy_site, environment, run

pytestmark = pytest.mark.slow

CLOCK = """
import os, time_machine
time_machine.travel(float(os.environ["NOW"])).start()
"""
"""Python runs a module of this name before anything else; the travel is real to `time` and `datetime`, and ticks."""

HERE = {"NOW": "1490000000", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {
    "NOW": "1893456000.5",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "POSIX",
    "LANG": "de_DE.UTF-8",
    "PYTHONHASHSEED": "4242",
    "HOME": "/",
}


def built_with(root: Path, clock: Path, host: str, variables: dict[str, str]) -> dict[str, bytes]:
    """Build a site on another day, and return what is in it."""
    variables = {**environment(), **variables}
    variables["PYTHONPATH"] = f"{clock}:{variables['PYTHONPATH']}"
    variables.pop("SOURCE_DATE_EPOCH", None)
    now = [BIN / "python", "-c", "import datetime, time; print(int(time.time()), datetime.date.today().year)"]
    seconds, year = subprocess.run(now, env=variables, capture_output=True, text=True, check=True).stdout.split()
    assert abs(int(seconds) - float(variables["NOW"])) < 5
    assert year in {"2017", "2030"}
    command = [BIN / HOSTS[host][0], *HOSTS[host][1:]]
    done = subprocess.run(command, cwd=root, env=variables, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(root / "site").as_posix(): path.read_bytes()
        for path in (root / "site").rglob("*")
        if path.is_file()
    }


@pytest.fixture
def clock(tmp_path: Path) -> Path:
    folder = tmp_path / "clock"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(CLOCK)
    return folder


def copied_backwards(source: Path, target: Path) -> Path:
    """Copy a site so that its files are in its folders in another order, with other times."""
    files = sorted((path for path in source.rglob("*") if path.is_file() and "site" not in path.parts), reverse=True)
    for file in files:
        copy = target / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
        os.utime(copy, (1_000_000_000, 1_000_000_000))
    return target


def with_another_theme(root: Path) -> None:
    """Take a theme that prints the day of a build on its pages."""
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text[: text.index("theme:")] + "theme: mkdocs\n\n" + text[text.index("plugins:") :], "utf-8")


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_the_same_commit_gives_the_same_bytes(tmp_path: Path, clock: Path, theme: str) -> None:
    """Under MkDocs; `test_table` tries every host."""
    first = copy_site(tmp_path / "here")
    if theme == "mkdocs":
        with_another_theme(first)
    second = copied_backwards(first, tmp_path / "another folder" / "dé" / "x")
    one, other = (built_with(root, clock, "mkdocs", how) for root, how in ((first, HERE), (second, ELSEWHERE)))
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []
    assert {
        "index.html",
        "sitemap.xml",
        "sitemap.xml.gz",
        "search/search_index.json",
        "embed/timeline-timeline.html",
    } <= set(one)
    if theme == "mkdocs":
        assert b"Build Date UTC : 2017-03-02 00:00:00+00:00" in one["index.html"]


def test_the_sitemap_has_the_days_of_the_pages_and_else_the_newest_of_the_record(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    page = root / "docs" / "basis.md"
    page.write_text(re.sub(r"(?m)^(published|updated): .*$", r"\1: 2017-03-01", page.read_text("utf-8")), "utf-8")
    updates = root / "data" / "updates.yml"
    updates.write_text(updates.read_text("utf-8").replace("question:basis, ", ""), "utf-8")
    assert run("mkdocs", "build", cwd=root).returncode == 0
    sitemap = (root / "site" / "sitemap.xml").read_text("utf-8")
    days = dict(re.findall(r"<loc>\S+/sessions-and-russia/(\S*)</loc>\s*<lastmod>(\S+)</lastmod>", sitemap))
    assert days["basis/"] == "2017-03-01"
    assert set(days.values()) == {"2017-03-01", "2017-03-02"}
    zipped = (root / "site" / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(zipped).decode() == sitemap


def test_a_site_whose_days_are_older_than_files_can_be_builds_and_has_feeds(tmp_path: Path) -> None:
    files = {
        "data/sources.yml": "- {id: a, publisher: The Gazette, title: A, date: 1903-05-01, url: https://example.org/, archive_url: https://example.org/a}\n",
        "data/timeline.yml": "- {id: flight, date: 1903, title: A flight, sources: [a]}\n",
        "docs/index.md": "# Flight\n\n/// timeline\n///\n\n/// sources\n///\n",
        "mkdocs.yml": "site_name: Flight\nsite_url: https://example.org/\ntheme: {name: material, font: false}\n"
        "plugins: [explainer]\nmarkdown_extensions: [explainer: {pages: {event: index.md, source: index.md}}]\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    built = build(tmp_path)
    assert built.exit_code == 0, built.output
    assert "<lastmod>1980-01-01</lastmod>" in built.html("sitemap.xml")
    for feed in re.findall(r'<link rel="alternate"[^>]* href="([^"]+)"', built.html("index.html")):
        assert (built.site / feed).is_file()
    assert "<updated>1980-01-01T00:00:00Z</updated>" in built.html("feed.atom")


def test_a_site_without_a_single_day_builds(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Nothing yet\n")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Nothing\nsite_url: https://example.org/\ntheme: mkdocs\nplugins: [explainer]\n"
        "markdown_extensions: [explainer]\n"
    )
    built = build(tmp_path)
    assert built.exit_code == 0, built.output
    assert "<lastmod>1980-01-01</lastmod>" in built.html("sitemap.xml")
