"""`make serve` as an editor lives with it: save a file and see it; break a file and be told; mend it and go on."""

import contextlib
import re
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.building import BIN, copy_site, environment

PATIENCE = 30
"""Seconds after which something that should have happened is said not to; what is awaited takes about one."""


class Server:
    """A running `mkdocs serve`, what it prints, and what it shows."""

    def __init__(self, root: Path, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/sessions-and-russia/"
        self.log = root / "serve.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [BIN / "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
                cwd=root, env=environment(), stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip

    def get(self, page: str) -> str:
        with urllib.request.urlopen(self.address + page, timeout=10) as answer:  # noqa: S310 - our own server
            body: bytes = answer.read()
            return body.decode()

    def shows(self, page: str, text: str) -> None:
        """Wait until a page shows a text."""
        self._wait(lambda: text in self.get(page), f"{page} does not show {text!r}")

    def prints(self, pattern: str) -> None:
        """Wait until the log has a line of a pattern."""
        self._wait(lambda: re.search(pattern, self.log.read_text()), f"nothing printed like {pattern!r}")

    def _wait(self, happened: object, otherwise: str) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(OSError):
                if happened():  # type: ignore[operator]
                    return
            assert self.process.poll() is None, f"the server ended:\n{self.log.read_text()}"
            time.sleep(0.1)
        pytest.fail(f"{otherwise}\n{self.log.read_text()}")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


@pytest.fixture
def server(root: Path) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(root, port)
    try:
        server.shows("timeline/", "event-private-meeting")
        yield server
    finally:
        server.process.send_signal(signal.SIGINT)
        server.process.wait(PATIENCE)


def test_what_is_saved_is_shown_and_what_is_broken_is_told_without_a_restart(server: Server, root: Path) -> None:
    timeline = root / "data" / "timeline.yml"
    good = timeline.read_text()

    timeline.write_text(
        good + "- id: new-event\n  date: 2017-03-02\n  title: Something new\n  sources: [bbc-2017-03-02]\n"
    )
    server.shows("timeline/", "Something new")

    timeline.write_text(good + "- id: new-event\n  date: 2017-02-30\n  title: Something newer\n")
    line = len(good.splitlines()) + 2
    server.prints(rf"data/timeline\.yml:{line}:9: error: new-event: date: ")
    assert "Traceback" not in server.log.read_text()

    timeline.write_text(
        good + "- id: new-event\n  date: 2017-02-28\n  title: Something newest\n  sources: [bbc-2017-03-02]\n"
    )
    server.shows("timeline/", "Something newest")

    page = root / "docs" / "about.md"
    text = page.read_text()
    page.write_text(text + "\nBroken [@nobody].\n")
    server.prints(r"docs/about\.md:\d+:9: error: no source `nobody`")
    page.write_text(text + "\nMended [@bbc-2017-03-02].\n")
    server.shows("about/", "Mended")
    assert not (root / "site").exists()
