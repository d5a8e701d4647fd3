"""The same events in TimelineJS and in a site of ours: what a reader's browser has to fetch, to hold and to do.

    python -m bench.timeline                  10, 170, 650 and 1,500 events, five rounds
    python -m bench.timeline --events 10 --rounds 1

Both come gzipped from the same server into the same browser, each time with an empty cache, in turns. Ours is a whole
site as `mkdocs build` makes it, with search, filters and a drawing to scale above the list. It shows people, status and
sources too; TimelineJS is given date, headline, text and group.
"""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.browsing import MainThread, browser, conditions, fresh_page, run, table
from bench.events import LAST_WORDS, events
from bench.serving import Served, served
from bench.sites import our_site, their_site
from playwright.sync_api import Browser

NUMBERS = (10, 170, 650, 1500)

WATCH = """words => {
  new MutationObserver((records, observer) => {
    for (const record of records) for (const node of record.addedNodes) if (node.textContent?.includes(words)) {
      window.benchTime = performance.now()
      return observer.disconnect()
    }
  }).observe(document, {childList: true, subtree: true})
}"""

SHOWN = """words => {
  const place = `//p[contains(., "${words}")]`
  const paragraph = document.evaluate(place, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE)
  return paragraph.singleNodeValue?.getBoundingClientRect().height > 0
}"""


@dataclass(frozen=True)
class Load:
    """What one load of a page took.

    Attributes:
        kilobytes: What came over the wire, heads of answers included, in units of 1,000 bytes.
        requests: How many requests were made.
        text: Milliseconds from the start until the last event's text was in the page.
        nodes: How many nodes the page then had: elements, text and comments.
        thread: Milliseconds for which the main thread worked until the page came to rest.
    """

    kilobytes: float
    requests: float
    text: float
    nodes: float
    thread: float


UNITS = ("transferred", "requests", "last text", "DOM nodes", "main thread")
FORMATS = ("{:,.0f} kB", "{:,.0f}", "{:,.0f} ms", "{:,.0f}", "{:,.0f} ms")


def load(running: Browser, site: Served) -> Load:
    """Open a page until it has come to rest.

    Raises:
        SystemExit: It asked another host for something, or does not show its last event's text.
    """
    site.forget()
    with fresh_page(running, 1440, 900) as page:
        elsewhere: list[str] = []
        ours = (site.address, "data:", "blob:")
        page.on("request", lambda request: None if request.url.startswith(ours) else elsewhere.append(request.url))
        page.add_init_script(f"({WATCH})({LAST_WORDS!r})")
        thread = MainThread(page)
        page.goto(site.address, wait_until="load")
        page.wait_for_function("window.benchTime")
        worked = thread.rest()
        if elsewhere:
            raise SystemExit(f"not comparable: asked another host for {elsewhere}")
        if not page.evaluate(SHOWN, LAST_WORDS):
            raise SystemExit(f"not comparable: {site.address} does not show its last event's text")
        nodes = page.evaluate("document.evaluate('count(//node())', document, null, 1).numberValue")
        there = page.evaluate("window.benchTime")
    return Load(sum(site.sent) / 1000, len(site.paths), there, nodes, worked)


def measure(numbers: Sequence[int], rounds: int) -> None:
    """Print what both take for each number of events, and how many times as much TimelineJS takes."""
    with TemporaryDirectory() as folder, browser() as running:
        for number in numbers:
            root = Path(folder) / str(number)
            made = events(number)
            loads: dict[str, list[Load]] = defaultdict(list)
            with served(our_site(root / "ours", made)) as ours, served(their_site(root / "theirs", made)) as theirs:
                for turn in range(rounds + 1):
                    for name, site in (("explainer", ours), ("TimelineJS", theirs)):
                        taken = load(running, site)
                        if turn:  # the first load warms the server and the browser up
                            loads[name].append(taken)
            medians = {
                name: [median(values) for values in zip(*map(astuple, taken), strict=True)]
                for name, taken in loads.items()
            }
            ratios = [theirs / ours for ours, theirs in zip(medians["explainer"], medians["TimelineJS"], strict=True)]
            rows = [
                [name, *(form.format(value) for form, value in zip(FORMATS, values, strict=True))]
                for name, values in medians.items()
            ]
            rows.append(["TimelineJS ÷ explainer", *(f"{ratio:.2f}" for ratio in ratios)])
            print(f"\n{number:,} events, the median of {rounds}; {conditions(running)}")
            print(table(["", *UNITS], rows), flush=True)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=NUMBERS)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    run(measure, numbers=given.events, rounds=given.rounds)


if __name__ == "__main__":
    main()
