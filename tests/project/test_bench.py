"""The benches do not rot: each runs once with next to nothing, and prints its table. No time is asserted."""

import re
import subprocess
import sys

import pytest
from tests.building import REPOSITORY, environment

pytestmark = pytest.mark.slow

NUMBER = r"[\d,.]+"


def printed(bench: str, *options: str) -> str:
    """Return what a bench prints."""
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{bench}", *options],
        cwd=REPOSITORY,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_dates() -> None:
    assert re.search(rf"^explainer: +{NUMBER} ms for 1000 dates$", printed("dates"), re.MULTILINE)


def test_the_timeline() -> None:
    shown = printed("timeline", "--events", "3", "--rounds", "1")
    assert re.search(r"^3 events, the median of 1; Chromium \d", shown, re.MULTILINE)
    for name in ("explainer", "TimelineJS"):
        assert re.search(
            rf"^{name} +{NUMBER} kB +{NUMBER} +{NUMBER} ms +{NUMBER} +{NUMBER} ms$", shown, re.MULTILINE
        ), shown
    assert re.search(rf"^TimelineJS ÷ explainer( +{NUMBER}){{5}}$", shown, re.MULTILINE)


def test_the_filters() -> None:
    shown = printed("filters", "--events", "8", "--rounds", "1")
    for screen in ("desk", "phone"):
        assert f"Filters, {screen}" in shown
        assert re.search(rf"^Scrolling, {screen}: 100 px a frame; median {NUMBER} ms", shown, re.MULTILINE)
    for act in ("choose a person", "leave the status", "type a word", "show all"):
        assert len(re.findall(rf"^{act} +{NUMBER} ms +{NUMBER} ms$", shown, re.MULTILINE)) == 2, shown


def test_a_newsroom() -> None:
    sizes = ("--stories", "2", "--questions", "2", "--events", "3", "--processors", "1")
    shown = printed("newsroom", *sizes)
    assert "\n12 pages, 6 events; one processor\n" in shown
    for name in ("plain MkDocs, build", "build", "build after an event's text", "build after a new question"):
        figures = rf"{NUMBER} s +{NUMBER} s +{NUMBER} MB +{NUMBER} MB +{NUMBER} +{NUMBER}"
        assert re.search(rf"^{name} +{figures}$", shown, re.MULTILINE), shown
    for name in ("question page", "search index"):
        assert re.search(rf"^{name}: {NUMBER} kB, plain {NUMBER} kB, {NUMBER} times as heavy$", shown, re.MULTILINE)


def test_lighthouse() -> None:
    shown = printed("lighthouse", "timeline/", "--rounds", "1")
    assert re.search(rf"^/timeline/( +{NUMBER}){{4}} +{NUMBER} kB +{NUMBER}$", shown, re.MULTILINE), shown
    assert "/timeline/: less than the best" in shown


@pytest.mark.parametrize("bench", ["dates", "timeline", "filters", "newsroom", "lighthouse"])
def test_make_bench_runs_it_and_the_guide_for_contributors_tells_of_it(bench: str) -> None:
    assert f"-m bench.{bench}\n" in (REPOSITORY / "Makefile").read_text("utf-8")
    assert f"| `bench.{bench}` |" in (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")


def test_every_bench_is_run_by_a_test_here() -> None:
    runnable = {file.stem for file in (REPOSITORY / "bench").glob("*.py") if "__main__" in file.read_text("utf-8")}
    assert runnable == {"dates", "timeline", "filters", "newsroom", "lighthouse"}
