"""MkDocs and ProperDocs: which page is being converted, what they have made of it, and which pages there are.

The ways in are private to them and to the plugins beside us; tests pin them.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from explainer.blocks.draft import HostPage
from explainer.site.inventory import read_text

LINKS = "relpath"
"""The processor that resolves relative links, and so knows the page and the configuration."""

EXCERPT = "excerpt"
"""The processor by which Material's blog converts the beginning of a post, to be shown on another page."""


def mkdocs_page(md: Markdown) -> HostPage | None:
    """Return the page that a Markdown instance converts; None where that is not for MkDocs."""
    if LINKS not in md.treeprocessors:
        return None
    links: Any = md.treeprocessors[LINKS]
    file: File = links.file
    if EXCERPT in md.treeprocessors:
        excerpt: Any = md.treeprocessors[EXCERPT]
        post: Page = excerpt.page
        return replace(host_page(post.file, post), url=address_of(file), excerpt_of=address_of(post.file))
    return host_page(file, file.page)


def host_page(file: File, page: Page | None) -> HostPage:
    """Return a page as the host knows it by now."""
    source, text = source_of(file)
    return HostPage(file.src_uri, address_of(file), source, text, dict(page.meta) if page is not None else {})


def source_of(file: File) -> tuple[Path | None, str | None]:
    """Return where the text of a page stands on disk, and what it is; no place for one that a plugin has made up."""
    if file.abs_src_path is None or file.generated_by:
        try:
            return None, file.content_string
        except (OSError, ValueError):
            return None, None
    path = Path(file.abs_src_path)
    return path, read_text(path, path, []) if path.is_file() else None


def address_of(file: File) -> str:
    """Return the address of a page from the site's root, as we write it: that of the front page is empty."""
    return "" if file.url in {".", "./"} else file.url


def mkdocs_configuration(md: Markdown) -> dict[str, Any] | None:
    """Return the host's configuration, which lasts as long as its build; None where that is not for MkDocs."""
    if LINKS not in md.treeprocessors:
        return None
    links: Any = md.treeprocessors[LINKS]
    configuration: dict[str, Any] = links.config
    return configuration


def in_order(files: Files, nav: Navigation, *, serves: bool) -> list[Page]:
    """Return the pages that are built: those of the navigation in its order, then the others in that of the files."""
    level = InclusionLevel.is_in_serve if serves else InclusionLevel.is_included
    built = files.documentation_pages(inclusion=level)
    pages = {file.src_uri: file.page for file in built if file.page is not None}
    ordered = {page.file.src_uri: page for page in nav.pages if page.file.src_uri in pages}
    return list({**ordered, **pages}.values())


def is_withheld(page: Page) -> bool:
    """Whether a page that is built is not for everybody: a draft in a preview, or one behind a password."""
    inclusion: Any = page.file.inclusion
    post = getattr(getattr(page, "config", None), "draft", False)  # Material's blog shows drafts in a preview
    return not inclusion.is_included() or bool(post) or hasattr(page, "encryptcontent")


def unbuilt(config: MkDocsConfig, built: set[str]) -> Iterator[tuple[str, Path]]:
    """Yield the Markdown files of the folder of pages that are not built: the path of each from there, and where it is.

    Args:
        config: The host's configuration.
        built: Where the text of each page stands that is built.
    """
    folder = Path(config.docs_dir)
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() in {".md", ".markdown", ".mdown", ".mkdn", ".mkd"} and str(file.resolve()) not in built:
            yield file.relative_to(folder).as_posix(), file


def published(files: Files) -> frozenset[str]:
    """Return the files that are published: where each is in the built site, and what is no page, also where it was.

    The two differ where a plugin has moved a file, as for one of several languages.
    """
    paths = set()
    for file in files:
        inclusion: Any = file.inclusion
        if not inclusion.is_excluded():
            paths.add(file.dest_uri)
            if not file.is_documentation_page():
                paths.add(file.src_uri)
    return frozenset(paths)
