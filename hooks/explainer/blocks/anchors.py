"""Links from page to page: the page is there, and so is the place on it. Hosts say so without a line, or not at all."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast, get_args
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from explainer.files.documents import Mark
from explainer.problems.problem import Problem, did_you_mean, nearest
from explainer.record.marks import LINK_SCHEME
from explainer.record.refs import Kind
from explainer.site.site import Site

if TYPE_CHECKING:
    from explainer.blocks.extension import ExplainerExtension
    from explainer.blocks.page import ConvertedPage

ENTRY_LINK = re.compile(r'<a\b[^>]*\bex-link--(?P<kind>[a-z]+)"[^>]*>')
ENTRY_PLACE = re.compile(r'href="[^"]*#(?P<kind>[a-z]+)-(?P<id>[a-z0-9-]+)"')
ID = re.compile(r'\s(?:id|name)="([^"]+)"')


@dataclass
class Anchors:
    """The places on a page that links may lead to, and the links from it that lead to places.

    Attributes:
        ids: The ids on the page.
        links: For each link the page it leads to, the id there, and where the link stands.
    """

    ids: frozenset[str] = frozenset()
    links: list[tuple[str, str, Mark]] = field(default_factory=list)


def linked_entries(html: str) -> list[tuple[Kind, str]]:
    """Return the entries to which a page's links lead, each once, in the order in which they come."""
    found: dict[tuple[Kind, str], None] = {}
    for link in ENTRY_LINK.finditer(html):
        place = ENTRY_PLACE.search(link[0])
        if place and place["kind"] == link["kind"]:
            found[cast("Kind", place["kind"]), place["id"]] = None
    return list(found)


class PageLinks(Treeprocessor):
    """Finds the links to other pages of the site, before the host makes addresses of them."""

    def __init__(self, md: Markdown, extension: "ExplainerExtension") -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        """Tell of links to pages that are not there, and note those to places."""
        for link in root.iter("a"):
            href = link.get("href", "")
            parts = urlsplit(href)
            if parts.scheme and not LINK_SCHEME.fullmatch(href) and (kind := nearest(parts.scheme, get_args(Kind))):
                message = f"expected a link to a page, an address or an entry, found `{href}`"
                hint = f"did you mean `{kind}:{parts.path.strip()}`?"
                self.extension.page.problem(f"({href}", message, hint)
            if parts.scheme or parts.netloc or href.startswith("/"):
                continue
            if parts.path.endswith(".md") or (not parts.path and parts.fragment):
                self._note(href, unquote(parts.path), unquote(parts.fragment))

    def _note(self, href: str, path: str, fragment: str) -> None:
        page = self.extension.page
        own = page.host.path
        target = posixpath.normpath(posixpath.join(posixpath.dirname(own), path)) if path else own
        if page.record.page(target) is None and path:
            known = [posixpath.relpath(each.path, posixpath.dirname(own) or ".") for each in page.record.pages]
            page.problem(f"({href}", f"no page `{path}`", did_you_mean(path, known), follows=True)
        elif fragment:
            page.anchors.links.append((target, fragment, page.locator.next(f"({href}")))


def dead_anchors(pages: Iterable["ConvertedPage"]) -> Iterator[Problem]:
    """Yield a problem for each link to a place that its page does not have, those that the options name too.

    Args:
        pages: All pages of the site, converted.
    """
    pages = list(pages)
    ids: Mapping[str, frozenset[str]] = {page.host.path: page.anchors.ids for page in pages}
    for page in pages[:1]:
        yield from _dead_policies(page.site, ids)
    for page in pages:
        for target, anchor, mark in page.anchors.links:
            if target in ids and anchor not in ids[target]:
                place = "this page" if target == page.host.path else f"the page `{target}`"
                hint = did_you_mean(anchor, ids[target])
                hint = hint if hint.startswith("did") else ""
                message = f"no place `#{anchor}` on {place}"
                yield Problem(page.locator.file, mark.line, mark.column, message, hint=hint, follows=True)


def _dead_policies(site: Site, ids: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    for name in ("principles", "corrections"):
        path, _, anchor = (getattr(site.settings.policies, name) or "").partition("#")
        if anchor and path in ids and anchor not in ids[path]:
            mark = site.config.mark((*site.way, "policies", name))
            message = f"no place `#{anchor}` on the page `{path}`"
            hint = did_you_mean(anchor, ids[path])
            yield Problem(site.config.file, mark.line, mark.column, message, f"explainer.policies.{name}", hint)


def ids_in(html: str) -> frozenset[str]:
    """Return the ids in a page's HTML."""
    return frozenset(ID.findall(html))
