"""A real Chromium on the built reference site, served on this machine alone."""

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.building import REPOSITORY, build, copy_site

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str:
    """Return the path of a Chromium."""
    named = os.environ.get("CHROMIUM")
    found = named or next((path for name in NAMES if (path := shutil.which(name))), None)
    if not found:
        pytest.fail(
            "The browser tests need Chromium, and there is none. On Debian or Ubuntu: `apt-get install chromium`. "
            "Elsewhere, install it and set CHROMIUM to the path of its program.",
            pytrace=False,
        )
    return found


def tool(path: str) -> Path:
    """Return a file of the tools in `package.json`."""
    file = Path(__file__).parent / "node_modules" / path
    if not file.is_file():
        pytest.fail(
            f"The browser tests need {path.split('/', maxsplit=1)[0]}, which npm installs: get npm (on Debian or Ubuntu: "
            "`apt-get install npm`), then run `make test`.",
            pytrace=False,
        )
    return file


def policies() -> dict[str, str]:
    """Return the Content-Security-Policies of the guide: for pages, and for embeds."""
    guide = (REPOSITORY / "guide" / "publishing.md").read_text("utf-8")
    pages, embeds = re.findall(r"^Content-Security-Policy: (.+)$", guide, re.MULTILINE)
    return {"pages": pages, "embeds": embeds}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep the requests out of the tests' output."""

    def end_headers(self) -> None:
        """Serve under the policy that the guide gives, so that every test holds it."""
        kind = "embeds" if self.path.startswith("/embed/") else "pages"
        self.send_header("Content-Security-Policy", policies()[kind])
        super().end_headers()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a built site on this machine, and give its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built reference site's folder."""
    built = build(copy_site(tmp_path_factory.mktemp("browser")))
    assert built.exit_code == 0, built.output
    return built.site


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address at which the site is served."""
    with served(site) as url:
        yield url


def in_language(root: Path, language: str) -> Path:
    """Build the reference site with its pages in another language, and return its folder."""
    config = copy_site(root) / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("language: en", f"language: {language}"), "utf-8")
    built = build(root)
    assert built.exit_code == 0, built.output
    return built.site


@pytest.fixture(scope="session")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the reference site in Arabic, from right to left."""
    with served(in_language(tmp_path_factory.mktemp("ar"), "ar")) as url:
        yield url


@pytest.fixture(scope="session")
def polish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the reference site in Polish."""
    with served(in_language(tmp_path_factory.mktemp("pl"), "pl")) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield running
        running.close()


class Watched:
    """A page in a browser, with what it asked for and what it complained of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: str) -> Page:
        """Open a page of the site and wait until it is loaded."""
        self.page.goto(self.address + path, wait_until="load")
        return self.page

    @property
    def elsewhere(self) -> list[str]:
        """Requests that went to another host."""
        return [url for url in self.requests if not url.startswith((self.address, "data:", "blob:"))]


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A fresh context; `@pytest.mark.parametrize("context", [{…}], indirect=True)` gives it options."""
    options = {"viewport": {"width": 390, "height": 844}, **getattr(request, "param", {})}
    fresh = browser.new_context(**options)
    yield fresh
    fresh.close()


@pytest.fixture
def watched(context: BrowserContext, address: str) -> Watched:
    """A fresh page."""
    return Watched(context.new_page(), address)
