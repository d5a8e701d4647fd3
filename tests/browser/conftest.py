"""A real Chromium on the built reference site, served on this machine alone."""

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from tests.building import REPOSITORY, build, copy_site

from explainer.edition import edition_from_disk
from explainer.record.record import Record
from explainer.site.config import read_site

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 40_000
"""Milliseconds: what is not there by then will not come. Builds of other tests may take both cores for a while."""

expect.set_options(timeout=PATIENCE / 2)
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


@functools.cache
def policies() -> dict[str, str]:
    """Return the Content-Security-Policies of the guide: for pages, and for embeds."""
    guide = (REPOSITORY / "guide" / "publishing.md").read_text("utf-8")
    pages, embeds = re.findall(r"^Content-Security-Policy: (.+)$", guide, re.MULTILINE)
    return {"pages": pages, "embeds": embeds}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep the requests out of the tests' output."""

    def translate_path(self, path: str) -> str:
        """Find the site below the address that `site_url` names, too: the page for what is not there relies on it."""
        return super().translate_path(re.sub(r"^/sessions-and-russia/", "/", path))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer as servers of static sites do: with the site's own page for what is not there."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

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


def varied(root: Path, changes: dict[str, str]) -> Path:
    """Build the reference site with some words of `mkdocs.yml` put differently, and return its folder."""
    config = copy_site(root) / "mkdocs.yml"
    text = config.read_text("utf-8")
    for said, instead in changes.items():
        assert said in text
        text = text.replace(said, instead)
    config.write_text(text, "utf-8")
    built = build(root)
    assert built.exit_code == 0, built.output
    return built.site


@pytest.fixture(scope="session")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the reference site in Arabic, from right to left."""
    with served(varied(tmp_path_factory.mktemp("ar"), {"language: en": "language: ar"})) as url:
        yield url


@pytest.fixture(scope="session")
def polish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the reference site in Polish."""
    with served(varied(tmp_path_factory.mktemp("pl"), {"language: en": "language: pl"})) as url:
        yield url


@pytest.fixture(scope="session")
def instant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the reference site with Material's instant navigation, which swaps pages without loading them."""
    root = tmp_path_factory.mktemp("instant")
    with served(
        root / "site"
    ) as url:  # before it is built: Material swaps only what stands in the sitemap, with its port
        features = {"- navigation.footer": "- navigation.footer\n    - navigation.instant"}
        varied(root, features | {"https://example.org/sessions-and-russia/": url})
        yield url


@pytest.fixture(scope="session")
def record() -> Record:
    """What the reference site knows."""
    return edition_from_disk(read_site(REPOSITORY / "mkdocs.yml")).record


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
    fresh.set_default_timeout(PATIENCE)
    yield fresh
    fresh.close()


@pytest.fixture
def watched(context: BrowserContext, address: str) -> Watched:
    """A fresh page."""
    return Watched(context.new_page(), address)
