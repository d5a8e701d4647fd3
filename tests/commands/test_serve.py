"""`explainer serve` as an editor lives with it: it says where to look, shows what is saved, and ends when it is told to."""

import contextlib
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.building import environment
from tests.repositories import FILES, write

pytestmark = pytest.mark.slow

PATIENCE = 60
"""Seconds after which something that should have happened is said not to; what is awaited takes about one."""

CONFIG = """\
site_name: Tiny
theme: {name: material, font: false}
plugins: [search, explainer]
markdown_extensions:
  - explainer:
      checks: {unused-source: off}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, {**FILES, "mkdocs.yml": CONFIG, "docs/index.md": "# Tiny\n\n/// statement | weaves\n///\n"})
    return tmp_path


class Server:
    """A running `explainer serve`, what it prints, and what it shows."""

    def __init__(self, root: Path, *options: str) -> None:
        self.log = root.parent / f"{root.name}.log"
        script = "from explainer.commands.main import main; main()"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", script, "serve", *options],
                cwd=root, env=environment(), stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip
        self.address = self.prints(r"Serving on (http://127\.0\.0\.1:\d+/)")[1]

    def prints(self, pattern: str) -> re.Match[str]:
        """Wait until the log has a line of a pattern."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := re.search(pattern, self.log.read_text()):
                return found
            assert self.process.poll() is None, f"the server ended:\n{self.log.read_text()}"
            time.sleep(0.1)
        pytest.fail(f"nothing printed like {pattern!r}\n{self.log.read_text()}")

    def get(self, page: str) -> str:
        with urllib.request.urlopen(self.address + page, timeout=10) as answer:  # noqa: S310 - our own server
            body: bytes = answer.read()
            return body.decode()

    def shows(self, page: str, text: str) -> None:
        """Wait until a page shows a text."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(OSError):  # a page waits while the site is built
                if text in self.get(page):
                    return
            time.sleep(0.1)
        pytest.fail(f"{page} does not show {text!r}\n{self.log.read_text()}")

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextlib.contextmanager
def running(root: Path, *options: str) -> Iterator[Server]:
    server = Server(root, *options)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.end()


def test_what_is_saved_is_shown_and_the_server_ends_when_it_is_broken_off(root: Path) -> None:
    with running(root) as server:
        server.shows("timeline/", "The notes are printed")
        timeline, page = root / "data" / "timeline.yml", root / "docs" / "index.md"
        timeline.write_text(timeline.read_text().replace("are printed", "are in print"))
        server.shows("timeline/", "The notes are in print")
        page.write_text(page.read_text() + "\nMore of it.\n")
        server.shows("", "More of it.")
        page.write_text(page.read_text() + "\nA claim [@nobody].\n")
        server.prints(r"docs/index\.md:8:10: error: no source `nobody`")
        server.shows("", "no source `nobody`")
        assert server.end() == 0
    assert "Traceback" not in server.log.read_text()
    assert not (root / "site").exists()


def test_the_record_is_watched_without_the_plugin_too(root: Path) -> None:
    write(root, {"mkdocs.yml": CONFIG.replace("plugins: [search, explainer]\n", "plugins: []\n")})
    with running(root) as server:
        server.shows("timeline/", "The notes are printed")
        timeline = root / "data" / "timeline.yml"
        timeline.write_text(timeline.read_text().replace("are printed", "are in print"))
        server.shows("timeline/", "The notes are in print")


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody else serves at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        yield port


def test_a_port_that_is_taken_gives_way_to_one_that_is_free(root: Path, taken: int) -> None:
    write(root, {"mkdocs.yml": f"dev_addr: 127.0.0.1:{taken}\n{CONFIG}"})
    with running(root) as server:
        assert not server.address.endswith(f":{taken}/")
        server.shows("", "It weaves patterns.")


def test_the_port_that_is_named_is_the_one(root: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with running(root, "--port", str(port)) as server:
        assert server.address == f"http://127.0.0.1:{port}/"


def test_a_named_port_that_is_taken_is_told_before_anything_is_built(root: Path, taken: int) -> None:
    script = "from explainer.commands.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "serve", "--port", str(taken)],
        cwd=root, env=environment(), capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"explainer: port {taken} cannot be used (Address already in use); without `--port` a free one is found\n"
    )
