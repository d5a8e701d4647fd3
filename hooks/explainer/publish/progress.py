"""How far a build is, and what it spends its time on: nobody waits in the dark, and a short build says nothing."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from heapq import nlargest
from typing import Never

from tqdm import tqdm
from tqdm.contrib.logging import logging_redirect_tqdm

PATIENCE = 2.0
"""For how many seconds a person waits without a word."""

PACE = 10.0
"""How many seconds lie between two lines where nobody watches: in a file, or in a log of continuous integration."""

SLOWEST = 5
"""How many pages are named as the slowest."""


class Progress:
    """The phases of a build, the pages done in each, and the time that both take.

    On a terminal one line changes in place and goes when its phase ends; elsewhere a line comes now and then.
    """

    def __init__(
        self, log: logging.Logger, hosts: tuple[str, ...], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin to count.

        Args:
            log: Where lines go; where it wants none of a build's news, a terminal shows none either.
            hosts: The names of the hosts' loggers: what they say comes above the changing line, not into it.
            clock: Seconds from some moment on.
        """
        self.log = log
        self.hosts = hosts
        self.clock = clock
        self.phases: dict[str, float] = {}
        self.pages: dict[str, float] = {}
        self._phase = ""
        self._since = self._told = 0.0
        self._page_since = 0.0
        self._done = self._total = 0
        self._shown = ExitStack()
        self._bar: tqdm[Never] | None = None

    def begin(self, phase: str, pieces: int = 0) -> None:
        """End the phase before, and begin another with so many pieces to do, such as pages."""
        self.end()
        self._phase, self._since, self._told = phase, self.clock(), self.clock()
        self._done, self._total = 0, pieces
        if pieces and self.log.isEnabledFor(logging.INFO):
            tqdm.monitor_interval = 0  # no thread is needed to look after a line
            line = "{desc} {n_fmt} of {total_fmt}, about {remaining} left"
            bar: tqdm[Never] = tqdm(
                desc=phase, total=pieces, delay=PATIENCE, leave=False, disable=None, bar_format=line
            )
            self._bar = self._shown.enter_context(bar)
            if not bar.disable:
                loggers = [logging.getLogger(name) for name in self.hosts]
                self._shown.enter_context(logging_redirect_tqdm(loggers))

    def page_begins(self) -> None:
        """Begin to measure a page."""
        self._page_since = self.clock()

    def page_ends(self, path: str) -> None:
        """Count a page as done, with the time that it took."""
        now = self.clock()
        self.pages[path] = self.pages.get(path, 0.0) + now - self._page_since
        self.step()

    def step(self) -> None:
        """Count a piece of the phase as done, and say so where it is time to."""
        now = self.clock()
        self._done += 1
        if self._bar is not None and not self._bar.disable:
            self._bar.update()
        elif now - self._told >= PACE:
            self._told = now
            self.log.info("%s: %d of %d", self._phase, self._done, self._total)

    def end(self) -> None:
        """End the phase."""
        self._shown.close()
        if self._phase:
            self.phases[self._phase] = self.phases.get(self._phase, 0.0) + self.clock() - self._since
        self._phase, self._bar = "", None

    def slowest(self) -> Iterator[str]:
        """Yield in lines what took how long: every phase, and the slowest pages."""
        yield "time spent: " + ", ".join(f"{name.lower()} {seconds:.2f} s" for name, seconds in self.phases.items())
        for path in nlargest(SLOWEST, self.pages, key=self.pages.__getitem__):
            yield f"among the slowest pages: {path} {self.pages[path]:.2f} s"
