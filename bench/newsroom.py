"""A newsroom of a thousand pages, checked and built by us, beside plain MkDocs with the same text in the same run.

    python -m bench.newsroom                               25 stories, then 100, on one processor, then on two
    python -m bench.newsroom --stories 5 --processors 1

Each row is a command of its own in a process of its own: the processor's time of it and of what it starts, the time
that passed, the most memory that it held, and what stands in the site afterwards.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.browsing import table
from bench.stories import Newsroom, Size

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
HEADINGS = ("", "processor", "passed", "memory", "site", "files", "÷ plain")


@dataclass(frozen=True)
class Run:
    """What one command took.

    Attributes:
        processor: Seconds of the processor, its own and those of the processes that it started.
        passed: Seconds until it ended.
        memory: The most that it held at once, in bytes.
    """

    processor: float
    passed: float
    memory: int


def run(root: Path, *command: str, processors: int) -> Run:
    """Run a command of this environment in a folder.

    Args:
        root: The folder.
        command: A command that is installed beside this Python, and what it is given.
        processors: How many processors it may use.

    Raises:
        SystemExit: It fails; what it printed is the message.
    """
    usable = sorted(os.sched_getaffinity(0))[:processors]
    begun = time.perf_counter()
    with subprocess.Popen(
        [Path(sys.executable).with_name(command[0]), *command[1:]],
        cwd=root,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, usable),  # noqa: PLW1509 - no thread has begun
    ) as started:
        printed = started.stdout.read() if started.stdout else ""
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise SystemExit(f"`{' '.join(command)}` fails:\n{printed}")
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - begun, used.ru_maxrss * 1024)


# --- edits --------------------------------------------------------------------------------------------------------


def _an_event(root: Path) -> None:
    file = root / "data" / "timeline" / "s0.yml"
    file.write_text(file.read_text("utf-8").replace("text: ", "text: Corrected. ", 1), "utf-8")


def _an_answer(root: Path) -> None:
    file = root / "docs" / "story-0" / "q0.md"
    file.write_text(file.read_text("utf-8").replace("answer: ", "answer: Briefly, ", 1), "utf-8")


def _a_question(root: Path) -> None:
    folder = root / "docs" / "story-0"
    shutil.copy(folder / "q0.md", folder / "new.md")
    config = root / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace('"story-0/q0.md"', '"story-0/q0.md", "story-0/new.md"'), "utf-8"
    )


EDITS: dict[str, Callable[[Path], None]] = {
    "an event's text": _an_event,
    "an answer": _an_answer,
    "a new question": _a_question,
}


# --- what is printed ----------------------------------------------------------------------------------------------


def _row(name: str, taken: Run, plain: Run, site: Path | None = None) -> list[str]:
    files = [each for each in site.rglob("*") if each.is_file()] if site else []
    return [
        name,
        f"{taken.processor:,.1f} s",
        f"{taken.passed:,.1f} s",
        f"{taken.memory / 1e6:,.0f} MB",
        f"{sum(each.stat().st_size for each in files) / 1e6:,.1f} MB" if site else "",
        f"{len(files):,}" if site else "",
        f"{taken.processor / plain.processor:.2f}",
    ]


def _weights(site: Path) -> tuple[float, float]:
    """Return what the middle question page and the search index weigh, in bytes."""
    pages = [each.stat().st_size for each in site.glob("story-*/q*/index.html")]
    return median(pages), (site / "search" / "search_index.json").stat().st_size


def measure(size: Size, processors: int, folder: Path) -> float:
    """Print what both take for a newsroom of a size, and return the processor's time of our first build."""
    plain, ours = folder / "plain", folder / "ours"
    made = Newsroom(size)
    made.write(plain, plain=True)
    made.write(ours)

    def taken(root: Path, *command: str) -> Run:
        return run(root, *command, processors=processors)

    theirs = taken(plain, "mkdocs", "build", "-q")
    rows = [
        _row("plain MkDocs, build", theirs, theirs, plain / "site"),
        _row("check", taken(ours, "explainer", "check"), theirs),
        _row("check, nothing changed", taken(ours, "explainer", "check"), theirs),
        _row("build", cold := taken(ours, "explainer", "build", "-q"), theirs, ours / "site"),
        _row("build, nothing changed", taken(ours, "explainer", "build", "-q"), theirs, ours / "site"),
    ]
    for name, edit in EDITS.items():
        edit(ours)
        rows.append(_row(f"build after {name}", taken(ours, "explainer", "build", "-q"), theirs, ours / "site"))
    cores = "one processor" if processors == 1 else f"{processors} processors"
    print(f"\n{size.pages:,} pages, {size.stories * size.events:,} events; {cores}")
    print(table(HEADINGS, rows))
    (page, index), (our_page, our_index) = _weights(plain / "site"), _weights(ours / "site")
    for name, weight, other in (("question page", our_page, page), ("search index", our_index, index)):
        print(f"{name}: {weight / 1e3:,.1f} kB, plain {other / 1e3:,.1f} kB, {weight / other:.2f} times as heavy")
    print(f"memory of the build: {cold.memory / theirs.memory:.2f} times plain's", flush=True)
    return cold.processor


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stories", type=int, nargs="+", default=[25, 100])
    parser.add_argument("--questions", type=int, default=10)
    parser.add_argument("--events", type=int, default=100)
    parser.add_argument("--processors", type=int, nargs="+", default=[1, 2])
    given = parser.parse_args()
    sizes = [Size(stories, given.questions, given.events) for stories in given.stories]
    for processors in given.processors:
        costs = []
        for size in sizes:
            with TemporaryDirectory() as folder:
                costs.append(measure(size, processors, Path(folder)))
        _print_growth(sizes, costs)


def _print_growth(sizes: Sequence[Size], costs: Sequence[float]) -> None:
    for (size, cost), (larger, higher) in pairwise(zip(sizes, costs, strict=True)):
        pages, times = larger.pages / size.pages, higher / cost
        print(f"{size.pages:,} to {larger.pages:,} pages: {pages:.2f} times as many, {times:.2f} times the cost")


if __name__ == "__main__":
    main()
