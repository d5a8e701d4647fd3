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

pytestmark = pytest.mark.slow

PATIENCE = 60
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

    def no_longer_shows(self, page: str, text: str) -> None:
        """Wait until a page does not show a text."""
        self._wait(lambda: text not in self.get(page), f"{page} still shows {text!r}")

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
def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextlib.contextmanager
def running(root: Path, port: int) -> Iterator[Server]:
    """Run a server as long as the context lasts."""
    server = Server(root, port)
    try:
        yield server
    finally:
        server.process.send_signal(signal.SIGINT)
        server.process.wait(PATIENCE)


@pytest.fixture
def server(root: Path, free_port: int) -> Iterator[Server]:
    with running(root, free_port) as server:
        server.shows("timeline/", "event-private-meeting")
        yield server


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
    assert "ex-problems" not in server.get("timeline/")

    page = root / "docs" / "about.md"
    text = page.read_text()
    page.write_text(text + "\nBroken [@nobody].\n")
    server.prints(r"docs/about\.md:\d+:9: error: no source `nobody`")
    page.write_text(text + "\nMended [@bbc-2017-03-02].\n")
    server.shows("about/", "Mended")
    assert not (root / "site").exists()


def test_a_server_that_starts_on_a_broken_site_lives_and_shows_what_is_wrong(root: Path, free_port: int) -> None:
    timeline = root / "data" / "timeline.yml"
    good = timeline.read_text()
    timeline.write_text(good.replace("date: 2016-09\n", "date: 2016-02-30\n"))
    with running(root, free_port) as server:
        server.shows("", "February 2016 has 29 days")
        timeline.write_text(good)
        server.no_longer_shows("timeline/", "ex-problems")
        assert "event-private-meeting" in server.get("timeline/")
