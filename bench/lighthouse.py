"""Lighthouse on the reference site as a phone gets it: four scores for three pages, and every audit that asks for more.

    python -m bench.lighthouse                the front page, a question and the timeline, three times each
    python -m bench.lighthouse timeline/ --rounds 1

Lighthouse comes from npm: `make bench` installs it. It reckons with the network and the processor of a middling phone;
a busy machine makes its scores worse all the same. The site is served as the guide tells, gzipped and with its policy.
"""

import argparse
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.browsing import run, table
from bench.serving import Served, served
from tests.browser.conftest import FLAGS, chromium, policies
from tests.building import build, copy_site

PAGES = ("", "misled/", "timeline/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PROGRAM = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"


def audit(url: str) -> dict[str, Any]:
    """Return Lighthouse's report on a page.

    Raises:
        SystemExit: Lighthouse or what it needs is missing, or it failed.
    """
    node = shutil.which("node")
    if not node or not PROGRAM.is_file():
        raise SystemExit(
            "Lighthouse is missing: get npm (on Debian or Ubuntu: `apt-get install npm`) and run `make bench`."
        )
    done = subprocess.run(
        [
            node,
            PROGRAM,
            url,
            "--quiet",
            "--output=json",
            "--form-factor=mobile",
            "--no-enable-error-reporting",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}",
        ],
        env={**os.environ, "CHROME_PATH": chromium()},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"Lighthouse failed:\n{done.stderr}")
    report: dict[str, Any] = json.loads(done.stdout)
    if report.get("runtimeError"):
        raise SystemExit(f"Lighthouse failed: {report['runtimeError']['message']}")
    return report


def wanting(report: dict[str, Any]) -> list[str]:
    """Return a line for each audit that gives less than its best, with what it found."""
    lines = []
    for name, each in report["audits"].items():
        if each["score"] is None or each["score"] >= 1:
            continue
        weights = [
            ref["weight"] for part in report["categories"].values() for ref in part["auditRefs"] if ref["id"] == name
        ]
        weight = "" if any(weights) else ", outside the score"
        found = each.get("displayValue") or ""
        lines.append(f"  {name} ({each['score']:.2f}{weight}): {each['title']} {found}".rstrip())
        lines += [f"    {item}" for item in _places(each.get("details", {}))]
    return lines


def _places(details: dict[str, Any]) -> list[str]:
    """Return where an audit found something: files or elements."""
    found = []
    for item in details.get("items", []):
        node = item.get("node") or {}
        place = item.get("url") or node.get("snippet") or item.get("description") or ""
        if isinstance(place, str) and place:
            found.append(" ".join(place.split())[:110])
    return found


def measure(pages: Sequence[str], rounds: int) -> None:
    """Print the scores of pages of the reference site, of so many rounds the middle one."""
    with TemporaryDirectory() as folder:
        built = build(copy_site(Path(folder)))
        if built.exit_code:
            raise SystemExit(built.output)
        with served(built.site, {"Content-Security-Policy": policies()["pages"]}) as site:
            _print(site, pages, rounds)


def _print(site: Served, pages: Sequence[str], rounds: int) -> None:
    rows = []
    notes = []
    for page in pages:
        reports = [audit(site.address + page) for _ in range(rounds)]
        report = sorted(reports, key=lambda each: each["categories"]["performance"]["score"])[rounds // 2]
        loaded = report["audits"]["network-requests"]["details"]["items"]
        scores = [f"{report['categories'][name]['score'] * 100:.0f}" for name in CATEGORIES]
        kilobytes = sum(request["transferSize"] for request in loaded) / 1000
        rows.append([f"/{page}", *scores, f"{kilobytes:.0f} kB", str(len(loaded))])
        notes += [f"\n/{page}: less than the best", *wanting(report)]
    version = report["lighthouseVersion"]
    print(f"\nLighthouse {version}, mobile, the middle one of {rounds}; load {os.getloadavg()[0]:.1f}")
    print(table(["", *CATEGORIES, "transferred", "requests"], rows))
    print("\n".join(notes), flush=True)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="*", default=PAGES)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    run(measure, pages=given.pages, rounds=given.rounds)


if __name__ == "__main__":
    main()
