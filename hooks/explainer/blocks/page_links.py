"""Links from page to page: the page is there, and so is the place on it. Hosts say so without a line, or not at all."""

import posixpath
from collections.abc import Callable, Container, Iterable, Iterator
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from explainer.blocks.draft import Draft, PageLink
from explainer.problems.problem import Problem, did_you_mean, nearest
from explainer.record.contents import Contents
from explainer.record.kinds.refs import referred
from explainer.record.marks import linked_entry
from explainer.site.pages import ENDINGS


class PageLinks(Treeprocessor):
    """Finds the links to other pages of the site, before the host makes addresses of them."""

    def __init__(self, md: Markdown, draft: Callable[[], Draft]) -> None:
        super().__init__(md)
        self.draft = draft

    def run(self, root: Element) -> None:
        """Note the links to pages and to places on them; tell of a scheme that is meant for an entry."""
        draft = self.draft()
        for link in root.iter("a"):
            href = link.get("href", "")
            parts = urlsplit(href)
            if parts.scheme and not linked_entry(href) and (kind := nearest(parts.scheme, referred())):
                message = f"expected a link to a page, an address or an entry, found `{href}`"
                hint = f"did you mean `{kind}:{parts.path.strip()}`?"
                draft.problem(f"({href}", message, hint)
            if parts.scheme or parts.netloc or href.startswith("/"):
                continue
            if parts.path.endswith(ENDINGS) or (not parts.path and parts.fragment):
                self._note(draft, href, unquote(parts.path), unquote(parts.fragment))

    @staticmethod
    def _note(draft: Draft, href: str, path: str, fragment: str) -> None:
        own = draft.host.path
        target = posixpath.normpath(posixpath.join(posixpath.dirname(own), path)) if path else own
        draft.links.append(PageLink(target, fragment, href, path, draft.locator.next(f"({href}")))


Places = Callable[[str], frozenset[str]]
"""Returns the places on a page, by its path."""


def dead_links(draft: Draft, contents: Contents, built: Container[str], places: Places) -> Iterator[Problem]:
    """Yield a problem for each link of a page to a page that is not built, or to a place that its page does not have.

    Args:
        draft: The page on which the links stand.
        contents: What the site tells.
        built: The paths of the pages that are built.
        places: Returns the places on one of them; asked only for those to whose places a link leads.
    """
    own = draft.host.path
    for link in draft.links:
        message = hint = ""
        if link.path and contents.page(link.target) is None and link.target not in built:
            known = [posixpath.relpath(each.path, posixpath.dirname(own) or ".") for each in contents.pages]
            message, hint = f"no page `{link.path}`", did_you_mean(link.path, known)
        elif link.anchor and link.target in built and link.anchor not in (ids := places(link.target)):
            place = "this page" if link.target == own else f"the page `{link.target}`"
            message, hint = f"no place `#{link.anchor}` on {place}", _meant(link.anchor, sorted(ids))
        if message:
            file, line, column = draft.locator.place(link.mark.line, link.mark.column)
            yield Problem(file, line, column, message, hint=hint, follows=True)


def dead_policies(contents: Contents, built: Container[str], places: Places) -> Iterator[Problem]:
    """Yield a problem for each place on a page that the options name and that its page does not have; see above."""
    site = contents.site
    for name in ("principles", "corrections"):
        path, _, anchor = (getattr(site.settings.policies, name) or "").partition("#")
        if anchor and path in built and anchor not in (ids := places(path)):
            mark = site.config.mark((*site.way, "policies", name))
            message = f"no place `#{anchor}` on the page `{path}`"
            hint = did_you_mean(anchor, sorted(ids))
            yield Problem(site.config.file, mark.line, mark.column, message, f"explainer.policies.{name}", hint)


def _meant(anchor: str, ids: Iterable[str]) -> str:
    hint = did_you_mean(anchor, ids)
    return hint if hint.startswith("did") else ""
