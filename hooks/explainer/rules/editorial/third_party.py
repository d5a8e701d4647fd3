"""What a page fetches from another host tells that host who reads it, before the reader has agreed to anything.

A link may lead anywhere; a picture, a script, a frame or a style is fetched by itself.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from explainer.rules.page_tree import PageTree
from explainer.rules.raw_html import attributes
from explainer.rules.rule import PageFinding, Rule

FETCHED = {
    "img": ("src", "srcset"), "script": ("src",), "iframe": ("src",), "video": ("src", "poster"), "audio": ("src",),
    "source": ("src", "srcset"), "track": ("src",), "embed": ("src",), "object": ("data",), "link": ("href",),
    "input": ("src",), "image": ("href", "xlink:href"), "use": ("href", "xlink:href"),
}  # fmt: skip
"""The attributes of elements whose addresses a browser fetches by itself."""


def _fetched(page: PageTree) -> Iterator[PageFinding]:
    if any(name.rpartition("/")[2] == "privacy" for name in page.plugins):
        return  # it fetches what is elsewhere when the site is built
    found = [(element.tag, name, value) for element in page.root.iter() for name, value in element.items()]
    found += [each for piece in page.html for each in attributes(piece)]
    for tag, name, value in found:
        if name not in FETCHED.get(str(tag), ()):
            continue
        for address in value.split(",") if name == "srcset" else [value]:
            url = (address.split() or [""])[0]
            host = _host(url)
            if host and page.is_typed(url):
                message = f"the page fetches `{url}` from another host, {host}"
                yield PageFinding(url, message, "keep a copy beside the pages, or link to it")


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return parts.hostname or "" if parts.scheme in {"", "http", "https"} else ""


RULE = Rule(name="third-party", doc=__doc__, severity="error", says="from another host", on_page=_fetched)
