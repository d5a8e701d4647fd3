"""Nobody waits in the dark: a line that changes on a terminal, a line now and then elsewhere, nothing for short builds."""

import os
import pty
import re
import select
import subprocess
import termios
from pathlib import Path

import pytest
from tests.building import BIN, HOSTS, environment

pytestmark = pytest.mark.slow

SLOW = """
import time
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

class Wait(Preprocessor):
    def run(self, lines):
        time.sleep({seconds} if any("slowly" in line for line in lines) else 0)
        return lines

class Slow(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Wait(md), "slow", 1)

def makeExtension(**kwargs):
    return Slow(**kwargs)
"""

FAST_CLOCK = """
import time
real = time.monotonic
time.monotonic = lambda: 10 * real()
"""
"""A clock on which ten seconds take one: what is written every ten seconds is so seen in a short test."""


def site(root: Path, pages: int, *, slow: float) -> Path:
    """Make a site whose pages take their time."""
    (root / "data").mkdir()
    (root / "docs").mkdir()
    (root / "slow.py").write_text(SLOW.format(seconds=slow))
    for number in range(pages):
        (root / "docs" / ("index.md" if number == 0 else f"page-{number}.md")).write_text(
            f"# Page {number}\n\nRead slowly.\n"
        )
    (root / "docs" / "quick.md").write_text("# Quick\n")
    (root / "mkdocs.yml").write_text(
        "site_name: Slow\nsite_url: https://example.org/\ntheme: {name: material, font: false}\nplugins: [explainer]\n"
        "markdown_extensions: [explainer, slow]\n"
    )
    return root


def on_a_terminal(root: Path, host: str, *options: str) -> str:
    """Build a site on a terminal and return all that it got."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 100))
    variables = {**environment(), "TERM": "xterm"}
    variables["PYTHONPATH"] += f":{root}"
    command = [BIN / HOSTS[host][0], *HOSTS[host][1:], *options]
    process = subprocess.Popen(command, cwd=root, env=variables, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    got = b""
    try:
        while select.select([master], [], [], 60)[0]:
            try:
                part = os.read(master, 4096)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            got += part
    finally:
        os.close(master)
    assert process.wait(60) == 0, got.decode()
    return got.decode()


def as_seen(got: str) -> list[str]:
    """Return what stands on a terminal in the end: a carriage return goes back to the beginning of its line."""
    lines = []
    for line in re.sub(r"\x1b\[[0-9;]*m", "", got).replace("\x1b[A", "").split("\n"):
        shown = ""
        for part in line.rstrip("\r").split("\r"):
            shown = part + shown[len(part) :]
        lines.append(shown.rstrip())
    return [line for line in lines if line]


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_terminal_shows_one_line_that_changes_and_goes(tmp_path: Path, host: str) -> None:
    got = on_a_terminal(site(tmp_path, 10, slow=0.5), host)
    told = re.findall(r"\rReading pages (\d+) of 11, about \d\d:\d\d left", got)
    assert len(told) > 2, got
    assert [int(each) for each in told] == sorted(int(each) for each in told)
    seen = as_seen(got)
    assert not [line for line in seen if "Reading pages" in line], seen
    assert [line for line in seen if re.fullmatch(r"INFO    -  Documentation built in \d+\.\d\d seconds", line)], seen


def test_what_is_logged_meanwhile_stands_on_lines_of_its_own(tmp_path: Path) -> None:
    got = on_a_terminal(site(tmp_path, 8, slow=0.6), "mkdocs", "--verbose")
    assert "\rReading pages" in got
    seen = as_seen(got)
    for number in range(1, 8):
        assert f"DEBUG   -  Reading: page-{number}.md" in seen


def test_a_short_build_says_nothing_of_its_progress(tmp_path: Path) -> None:
    got = on_a_terminal(site(tmp_path, 1, slow=0), "mkdocs")
    assert "pages" not in got.replace(tmp_path.name, "")


def test_a_quiet_build_says_nothing_at_all(tmp_path: Path) -> None:
    assert on_a_terminal(site(tmp_path, 5, slow=0.6), "mkdocs", "--quiet") == ""


def piped(root: Path, *options: str, clock: str = "") -> str:
    variables = environment()
    variables["PYTHONPATH"] += f":{root}"
    (root / "sitecustomize.py").write_text(clock)
    command = [BIN / "mkdocs", "build", *options]
    done = subprocess.run(
        command, cwd=root, env=variables, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_where_nobody_watches_a_line_comes_every_ten_seconds(tmp_path: Path) -> None:
    got = piped(site(tmp_path, 10, slow=0.5), clock=FAST_CLOCK)
    assert "\r" not in got
    told = re.findall(r"(?m)^INFO    -  Reading pages: (\d+) of 11$", got)
    assert 2 <= len(told) <= 5, got
    assert [int(each) for each in told] == sorted(int(each) for each in told)


def test_the_drawing_of_pictures_is_told_of_too(tmp_path: Path) -> None:
    root = site(tmp_path, 12, slow=0)
    for page in root.glob("docs/*.md"):
        page.write_text(f"---\nanswer: Nobody knows.\nupdated: 2020-01-01\n---\n\n{page.read_text()}")
    got = piped(root, clock=FAST_CLOCK.replace("10 *", "100 *"))  # so that no machine draws too fast
    assert re.search(r"(?m)^INFO    -  Writing the other files: \d+ of 13$", got), got


def test_a_short_build_in_a_pipe_says_nothing_of_its_progress(tmp_path: Path) -> None:
    assert "Reading pages" not in piped(site(tmp_path, 2, slow=0))


def test_verbose_names_what_took_longest(tmp_path: Path) -> None:
    root = site(tmp_path, 2, slow=0.3)
    long = root / "docs" / "long.md"
    long.write_text("# Long\n\n" + '=== "Tab"\n\n    Read slowly.\n\n')
    (root / "slow.py").write_text(SLOW.format(seconds="1 if 'Long' in lines[0] else 0.3"))
    got = piped(root, "--verbose").splitlines()
    [spent] = [line for line in got if "time spent: " in line]
    assert re.search(
        r"time spent: reading the record \d+\.\d\d s, reading pages [1-9]\d*\.\d\d s, writing pages \d+\.\d\d s, "
        r"writing the other files \d+\.\d\d s, putting the site in place \d+\.\d\d s$",
        spent,
    )
    slowest = [line.split(": ")[1] for line in got if "among the slowest pages: " in line]
    assert re.match(r"long\.md [1-9]", slowest[0])
    assert {line.split()[0] for line in slowest} == {"long.md", "index.md", "page-1.md", "quick.md"}
    assert not [line for line in piped(root).splitlines() if "slowest" in line]
