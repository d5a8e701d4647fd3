"""One page of a site converted as a build does it: with all other pages, so that every link is answered."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from markdown import Markdown

from explainer.blocks.draft import HostPage
from explainer.edition import Edition
from explainer.problems.problem import Problem
from explainer.site.config import read_site
from explainer.site.inventory import from_disk
from explainer.site.pages import split_front_matter

PAGE = "index.md"


def converted(
    root: Path,
    text: str,
    extensions: Sequence[Any] = (),
    configs: Mapping[str, Any] | None = None,
    *,
    alone: bool = False,
) -> tuple[str, list[Problem]]:
    """Convert a text as the front page of a site.

    Args:
        root: The site's folder.
        text: What the page's file holds.
        extensions: The other Markdown extensions.
        configs: Their options.
        alone: Whether the other pages are only looked at for what they show, which is quicker.

    Returns:
        The page's HTML, and the problems of its file.
    """
    site = read_site(root / "mkdocs.yml")
    pages, _ = from_disk(site)
    front = HostPage(PAGE, "", site.docs / PAGE, text)
    current = front
    edition = Edition(site, lambda _: current)
    md = Markdown(extensions=[*extensions, edition.extension], extension_configs=dict(configs or {}))
    blocks = {page.path: found for page, found in edition.collect(pages)} if alone else {}
    for page in pages:
        if page.path != PAGE:
            current = HostPage(page.path, page.url, site.docs / page.path, page.document.text)
            if alone:
                edition.add_blank(current)
                edition.drafts[page.path].blocks.extend(blocks[page.path])
            else:
                md.reset().convert(page.body)
    current = front
    md.reset().convert(split_front_matter(text)[1].lstrip("\n"))
    edition.add_blank(front)
    edition.finish(dict.fromkeys([*(page.path for page in pages), PAGE]))
    return edition.completed[PAGE].html, [each for each in edition.problems if each.file == Path("docs", PAGE)]
