"""A built site as readers and programs find it: every word that is published, every link, every `#anchor`."""

import gzip
import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup
from tests.plugins.small import BASE

PROGRAMS = ("assets/javascripts/", "assets/stylesheets/", "search/lunr")
"""Where a theme keeps its own programs and styles, in which no word of the site stands."""


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Yield each file that holds text with what it holds; what is packed is unpacked."""
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if not file.is_file() or name.startswith(PROGRAMS):
            continue
        content = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        try:
            yield name, content.decode()
        except UnicodeDecodeError:  # a picture or a font
            continue


def as_read(text: str) -> str:
    """Return a text as it is read: without its format's escapes, spaces as one."""
    unescaped = html.unescape(html.unescape(text))
    unescaped = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), unescaped)
    return " ".join(re.sub(r"\\[ntr]", " ", unescaped).split())


def published(site: Path) -> dict[str, str]:
    """Return all that is published: of each file its name and, if it holds text, its words."""
    read = {name: as_read(text) for name, text in texts(site)}
    names = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    return {name: f"{name} {read.get(name, '')}" for name in names}


def places_of(words: str, site: Path) -> list[str]:
    """Return the files in whose name or content words stand."""
    return sorted(name for name, text in published(site).items() if words in text)


def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Return every HTML file, parsed, by its name."""
    return {name: BeautifulSoup(text, "html.parser") for name, text in texts(site) if name.endswith(".html")}


def _file_of(path: str) -> str:
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def _addresses(text: str, soup: BeautifulSoup | None) -> Iterator[str]:
    """Yield the addresses in a file: of an HTML file those of its elements, of any file those written out in full."""
    if soup is not None:
        for element in soup.select("[href], [src], [data-src]"):
            yield str(element.get("href") or element.get("src") or element.get("data-src"))
    in_full = re.escape(BASE) + r"[^\s\"'<>\\)\],]*"
    # The ids of a feed's items have the form of addresses, and lead nowhere.
    for found in re.finditer(in_full, as_read(re.sub(r"<id>[^<]*</id>|\"id\": ?\"[^\"]*\"", "", text))):
        yield found[0]


def dead_links(site: Path, base: str = BASE) -> list[str]:
    """Return every link from a page, an embed, a feed or an export to a file or an anchor that is not there."""
    parsed, dead = pages(site), set()
    for name, text in texts(site):
        if name.endswith((".css", ".js", ".schema.json")):
            continue
        for address in _addresses(text, parsed.get(name)):
            target = urlsplit(urljoin(base + name, address))
            if target.scheme not in {"http", "https"} or not target.geturl().startswith(base):
                continue
            file = _file_of(unquote(target.path).removeprefix(urlsplit(base).path))
            anchor = unquote(target.fragment)
            lacks_anchor = anchor and file in parsed and not _has(parsed[file], anchor)
            if not (site / file).is_file() or lacks_anchor:
                dead.add(f"{name}: {address}")
    return sorted(dead)


def _has(page: BeautifulSoup, anchor: str) -> bool:
    # Those that begin so are the theme's own, which its scripts make.
    return (
        anchor.startswith("__")
        or page.find(id="mkdocs-encrypted-content") is not None  # its headings are there once the password is given
        or page.find(id=anchor) is not None
        or page.find("a", attrs={"name": anchor}) is not None
    )


def head(page: BeautifulSoup, name: str) -> list[str]:
    """Return the contents of a page's `<meta>` elements of a name or property."""
    found = page.select(f'meta[name="{name}"], meta[property="{name}"]')
    return [str(element["content"]) for element in found]


def text_of(page: BeautifulSoup) -> str:
    """Return the words of a page's article."""
    article = page.select_one("article") or page
    # An element within a sentence parts no word from the sign behind it.
    return re.sub(r" (?=[.,])", "", " ".join(article.get_text(" ").split()))


def leftovers(site: Path) -> list[str]:
    """Return the pages on which a block's slashes, a citation or a placeholder stands as it was typed."""
    found = []
    for name, page in pages(site).items():
        shown = page.get_text()
        if re.search(r"(?m)^\s*///|\[@[\w-]+|[\x02\x03]|[\ue000-\uf8ff]", shown):
            found.append(name)
    return sorted(found)


def sound(site: Path, base: str = BASE) -> None:
    """Hold that a site is whole: no dead link, nothing on a page as it was typed."""
    dead, left = dead_links(site, base), leftovers(site)
    assert not dead, "links to what is not there:\n" + "\n".join(dead)
    assert not left, "something stands as it was typed on:\n" + "\n".join(left)
