"""A long list of ours in use: how soon a filter has done its work, and how evenly the page scrolls.

    python -m bench.filters                   1,500 events, five rounds
    python -m bench.filters --events 300 --rounds 1

A filter's time runs from the reader's click or key until the frame that shows its work is painted. In each frame of a
scroll the page moves by `STEP` pixels, which is faster than a hand turns a wheel. A screen shows one every 16.7 ms.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.browsing import MainThread, browser, conditions, fresh_page, run, table
from bench.events import events
from bench.serving import served
from bench.sites import our_site
from playwright.sync_api import Page

SCREENS = {"desk": (1440, 900), "phone": (390, 844)}
LIMIT = 100
"""Within how many milliseconds a filter must have done its work."""

STEP = 100
FRAMES = 300
SMOOTH = 25
"""A frame that takes longer than so many milliseconds has missed its turn on the screen."""

WATCH = """
for (const kind of ["click", "input"]) addEventListener(kind, event => {
  if (kind === "click" && !event.target.closest("input[type=checkbox], button")) return
  requestAnimationFrame(() => {
    const after = new MessageChannel() // its message comes when the frame's work is done
    after.port1.onmessage = () => { window.benchTime = performance.now() - event.timeStamp }
    after.port2.postMessage(0)
  })
}, true)
"""
SCROLL = """async ([step, frames]) => {
  scrollTo({top: 0, behavior: "instant"})
  const frame = () => new Promise(requestAnimationFrame)
  await frame()
  const times = []
  for (let n = 0, last = await frame(); n < frames; n++) {
    scrollBy({top: step, behavior: "instant"})
    const now = await frame()
    times.push(now - last)
    last = now
  }
  return times
}"""


def steps(page: Page) -> dict[str, Callable[[], None]]:
    """Return what a reader does to the filters, in this order; what begins with a dash only leads there."""
    form = page.locator(".ex-filters")

    def fold(n: int, inside: str) -> Callable[[], None]:
        return form.locator("details").nth(n).locator(inside).first.click

    def typed(text: str) -> Callable[[], None]:
        return partial(page.keyboard.insert_text, text)

    found: dict[str, Callable[[], None]] = {}
    for n, name in enumerate(("person", "tag", "status")):
        found[f"-open {name}"] = fold(n, "summary")
        found[f"choose a {name}"] = found[f"leave the {name}"] = fold(n, "input")
        found[f"-close {name}"] = fold(n, "summary")
    return {
        **found,
        "-to the words": form.locator("input[type=search]").click,
        "type a letter": typed("h"),
        "type a word": typed("erring"),
        "-words that are nowhere": typed(" xyzzy"),
        "show all": form.locator("button").click,
    }


def measure(number: int, rounds: int) -> None:
    """Print how soon the filters of a list of so many events work, and how it scrolls."""
    with TemporaryDirectory() as folder, browser() as running:
        root = our_site(Path(folder) / "ours", events(number))
        with served(root) as site:
            print(f"\n{number} events, {rounds} rounds; {conditions(running)}")
            for screen, size in SCREENS.items():
                waits: dict[str, list[float]] = defaultdict(list)
                frames: list[float] = []
                for _ in range(rounds):
                    with fresh_page(running, *size) as page:
                        page.add_init_script(WATCH)
                        page.goto(site.address, wait_until="load")
                        MainThread(page).rest()
                        for name, act in steps(page).items():
                            page.evaluate("window.benchTime = 0")
                            act()
                            if not name.startswith("-"):
                                page.wait_for_function("window.benchTime")
                                waits[name].append(page.evaluate("window.benchTime"))
                            page.wait_for_timeout(300)
                        frames += page.evaluate(SCROLL, [STEP, FRAMES])
                print(f"\nFilters, {screen}: from the click to the painted frame, to be within {LIMIT} ms")
                rows = [[name, f"{median(times):.0f} ms", f"{max(times):.0f} ms"] for name, times in waits.items()]
                print(table(["", "median", "longest"], rows))
                late = sum(frame > SMOOTH for frame in frames) / len(frames)
                print(
                    f"Scrolling, {screen}: {STEP} px a frame; median {median(frames):.1f} ms, 95 of 100 within "
                    f"{sorted(frames)[int(len(frames) * 0.95)]:.1f} ms, longest {max(frames):.0f} ms, late {late:.1%}"
                )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=1500)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    run(measure, number=given.events, rounds=given.rounds)


if __name__ == "__main__":
    main()
