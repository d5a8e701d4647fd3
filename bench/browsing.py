"""A page in Chromium, and what it costs: shared by the benches that read pages.

The main thread's time is counted while it works, not while it waits for its turn, so that a busy machine changes it
little.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser.conftest import FLAGS, chromium

PATIENCE = 120_000
"""How long, in milliseconds, a page may take to do something before the measurement fails."""

QUIET = 500
"""A page has come to rest when it does next to nothing for so many milliseconds."""


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the Chromium that the browser tests drive too, with the same flags."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield running
        running.close()


@contextmanager
def fresh_page(running: Browser, width: int, height: int) -> Iterator[Page]:
    """Give a page with nothing in its cache."""
    context = running.new_context(viewport={"width": width, "height": height})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


class MainThread:
    """How long a page's main thread has worked so far."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    @property
    def milliseconds(self) -> float:
        """All tasks of the page until now."""
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration")) * 1000

    def rest(self) -> float:
        """Wait until the page has come to rest, and return how long its main thread has worked until then."""
        before = -1.0
        now = self.milliseconds
        while now - before > QUIET / 100:
            self.page.wait_for_timeout(QUIET)
            before, now = now, self.milliseconds
        return now


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table for the terminal: the first column to the left, numbers to the right."""
    lines = [head, *rows]
    widths = [max(len(line[n]) for line in lines) for n in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if n else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def conditions(running: Browser) -> str:
    """Return what a reader of the figures must know of the machine."""
    return f"Chromium {running.version}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"


def run(bench: Callable[..., None], **given: object) -> None:
    """Run a bench; where a tool is missing, say how to get it and nothing else."""
    try:
        bench(**given)
    except pytest.fail.Exception as missing:
        sys.exit(str(missing))
