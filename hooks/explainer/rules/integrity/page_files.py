"""A file that a page shows or offers is there.

Where a host says which files it publishes, these count. Without one the folder of the pages is looked at, unless the
site has plugins, or hooks, that may make files while it is built: then only its build can tell.
"""

import posixpath
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from explainer.problems.problem import Problem, nearest
from explainer.record.contents import Contents, NamedFile
from explainer.rules.integrity.images import FORMATS
from explainer.rules.rule import Check
from explainer.site.pages import ENDINGS
from explainer.site.site import Site

MAKE_NO_FILES = {
    "autorefs", "awesome-nav", "bibtex", "blog", "encryptcontent", "exclude", "explainer", "git-authors",
    "git-revision-date", "git-revision-date-localized", "glightbox", "i18n", "include-markdown", "info",
    "literate-nav", "macros", "meta", "mike", "minify", "offline", "optimize", "print-site", "privacy", "redirects",
    "rss", "search", "section-index", "social", "table-reader", "tags", "typeset",
}  # fmt: skip
"""Plugins known to make no file that a page would name."""


def _missing(contents: Contents) -> Iterator[Problem]:
    if contents.files is None and _may_make_files(contents.site):
        return
    candidates: list[str] | None = None
    for named in contents.named_files.values():
        for each in named:
            if _is_there(each, contents) or (place := each.place()) is None:
                continue
            if candidates is None:
                candidates = sorted(_candidates(contents))
            yield Problem(*place, f"no file `{each.typed}`", hint=_meant(each, candidates))


def _is_there(named: NamedFile, contents: Contents) -> bool:
    if contents.files is None:
        found = any((folder / path).is_file() for folder in _folders(contents.site) for path in named.paths)
    else:
        found = not contents.files.isdisjoint(named.paths)
    return found or not contents.products().isdisjoint(named.paths)


def _meant(named: NamedFile, candidates: Collection[str]) -> str:
    """Return the hint that names the nearest file of the same kind."""
    wanted = named.paths[0]
    meant = nearest(wanted, (each for each in candidates if _kind(each) == _kind(wanted)))
    return f"did you mean `{posixpath.relpath(meant, named.folder or '.')}`?" if meant else ""


def _kind(path: str) -> str:
    """Return what kind of file a path is of: its ending, and of pictures none in particular."""
    ending = posixpath.splitext(path)[1].lower()
    return "" if ending in FORMATS else ending


def _candidates(contents: Contents) -> Iterator[str]:
    """Yield the files that may have been meant: no pages, which a link names in another way."""
    files = contents.files
    if files is None:
        docs = contents.site.docs
        files = frozenset(path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
    yield from (path for path in files if not path.endswith((*ENDINGS, ".html")))


def _folders(site: Site) -> list[Path]:
    """Return the folders whose files are published: that of the pages, and that of the site's changes to its theme."""
    theme = _value(site, "theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    return [site.docs, *([site.root / custom] if custom else [])]


def _may_make_files(site: Site) -> bool:
    plugins = {name.rpartition("/")[2] for name in site.plugins}
    return not plugins <= MAKE_NO_FILES or bool(site.hooks)


def _value(site: Site, name: str) -> Any:
    """Return what the configuration file says under a name."""
    return site.config.value.get(name) if isinstance(site.config.value, dict) else None


CHECK = Check(name="page-files", doc=__doc__, in_site=_missing)
