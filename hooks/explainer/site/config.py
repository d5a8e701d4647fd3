"""What the record needs to know of the site: where its files are, the order of its pages, its language, our options."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from explainer.fields.types import name_of
from explainer.fields.validation import validate
from explainer.files.documents import Document, Way
from explainer.files.reading import read
from explainer.problems.problem import Problem
from explainer.site.pages import as_text
from explainer.site.settings import Settings
from explainer.site.site import HIDDEN, Site

DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?![\w-])")

OURS = "explainer"
"""The name of our Markdown extension."""


def read_site(config_file: Path, options: Mapping[str, Any] | None = None) -> Site:
    """Read the site's configuration file.

    Our options are read from the file too, although a host hands them to the extension: in the file a date is still
    the text that was typed, and each value has its place.

    Args:
        config_file: The `mkdocs.yml`.
        options: The extension's options, for a host that has no such file; MkDocs' defaults hold for the rest.

    Returns:
        The site. Problems with our options are in `problems`, at their place in the file.
    """
    root = config_file.resolve().parent
    document = Document(Path(config_file.name))
    way: Way = ()
    config: dict[str, Any] = {}
    read_from: dict[Path, None] = {}
    if config_file.is_file():
        document = read(config_file, Path(config_file.name))
        read_from[config_file.resolve()] = None
        config = _with_inherited(document, root, read_from)
        way, given = _options_in(config)
    else:
        given = as_text(options or {})
    document.problems.extend(_no_dates(document, way))
    settings, problems = validate(Settings, given, document, way)
    document.problems.extend(problems)
    if settings is None:  # go on with the options that are right, so that the rest is judged as the site wants it
        right = {name: value for name, value in given.items() if validate(Settings, {name: value}, document)[0]}
        settings = Settings.model_validate(right)
    theme = config.get("theme")
    language = theme.get("language", "en") if isinstance(theme, dict) else "en"
    return Site(
        root=root,
        docs=root / str(config.get("docs_dir", "docs")),
        target=root / (_text(config, "site_dir") or "site"),
        settings=settings,
        nav=tuple(_pages_in(config.get("nav", []))),
        excluded=(*HIDDEN, *(str(config.get(key, "")) for key in ("exclude_docs", "draft_docs"))),
        language=str(language),
        name=_text(config, "site_name"),
        description=_text(config, "site_description"),
        author=_text(config, "site_author"),
        url=_address(config, document),
        directories=str(config.get("use_directory_urls", "true")).lower() != "false",
        plugins=tuple(name for name, _, _ in _listed(config, "plugins")),
        hooks=tuple(name for name, _, _ in _listed(config, "hooks")),
        files=tuple(read_from),
        config=document,
        way=way,
        problems=tuple(document.problems),
    )


def _no_dates(document: Document, ours: Way) -> Iterator[Problem]:
    """Yield what a host's parser would take for a date and break down over: there is no thirteenth month.

    Args:
        document: The configuration.
        ours: The way to our options, which are read as texts.
    """
    for way, mark in document.marks.items():
        if way[: len(ours)] == ours or not 1 <= mark.line <= len(document.lines):
            continue
        found = DATE.match(document.lines[mark.line - 1], mark.column - 1)
        try:
            if found:
                date(*map(int, found.groups()))
        except ValueError:
            message = f"expected a date that the calendar has, found `{found[0] if found else ''}`"
            yield Problem.at(document.file, mark, message, "put it in quotation marks where it is none")


def _text(config: Mapping[str, Any], name: str) -> str:
    """Return a text of the configuration; empty where it says nothing, in whichever way YAML has for that."""
    text = str(config.get(name, ""))
    return "" if text in {"null", "Null", "NULL", "~"} else text


def _address(config: Mapping[str, Any], document: Document) -> str:
    """Return the site's address, with a slash at its end; empty where it has none, or one that no site can have."""
    url = _text(config, "site_url")
    if not url or _is_address(url):
        return f"{url.rstrip('/')}/" if url else ""
    bare = re.split(r"[?#]", url if "://" in url else f"https://{url}")[0].rstrip("/") + "/"
    message = f"expected the site's address, with https:// or http:// and neither `?` nor `#`, found `{url}`"
    document.problem(document.marks.get(("site_url",)), message, f"write `{bare}`" if _is_address(bare) else "")
    return ""


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"[\s?#]", url)


def _with_inherited(document: Document, folder: Path, read_from: dict[Path, None]) -> dict[str, Any]:
    """Lay a configuration over the one it names under `INHERIT`, and that over its own, as MkDocs does.

    Args:
        document: The configuration. Takes the problems of what it inherits.
        folder: The folder of its file.
        read_from: The files that were read on the way to it; takes those that are read here.
    """
    config = document.value
    if not isinstance(config, dict):
        if config is not None:
            message = f"expected a group of fields, found {name_of(config)}"
            document.problem(document.mark(()), message, "begin with `site_name: …`")
        return {}
    named = config.get("INHERIT")
    parent = (folder / named).resolve() if isinstance(named, str) else None
    if parent is None:
        return config
    if parent in read_from:
        message = f"the file `{named}`, which `INHERIT` names, inherits from this one"
        document.problem(document.mark(("INHERIT",)), message, "take out one of the two lines")
        return config
    if not parent.is_file():
        message = f"no file `{named}`, which `INHERIT` names"
        document.problem(document.mark(("INHERIT",)), message, "name a file from the folder of this one")
        return config
    read_from[parent] = None
    inherited = read(parent, document.file.parent / str(named))
    below = _with_inherited(inherited, parent.parent, read_from)
    document.problems.extend(inherited.problems)
    return _laid_over(below, config)


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Merge groups of fields; of anything else the upper one holds."""
    merged = {
        name: _laid_over(below[name], value) if isinstance(value, dict) and isinstance(below.get(name), dict) else value
        for name, value in above.items()
    }
    return {**below, **merged}


def _options_in(config: dict[str, Any]) -> tuple[Way, dict[str, Any]]:
    """Find our options in `markdown_extensions`, and the way there."""
    for name, way, options in _listed(config, "markdown_extensions"):
        if name == OURS and isinstance(options, dict):
            return way, options
    return ("markdown_extensions",), {}


def _listed(config: dict[str, Any], key: str) -> Iterator[tuple[str, Way, Any]]:
    """Yield extensions, plugins or hooks as MkDocs lets them be listed: name, way to the options, and these."""
    found = config.get(key, [])
    listed = [found] if isinstance(found, dict) else found
    for n, item in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(item, str):
            yield item, (key, n), None
        elif isinstance(item, dict):
            for name, options in item.items():
                inside = (name,) if isinstance(found, dict) else (n, name)
                yield name, (key, *inside), options


def _pages_in(nav: Any) -> Iterator[str]:
    """Yield the Markdown files of a navigation in order."""
    if isinstance(nav, str):
        if PurePosixPath(nav).suffix in {".md", ".markdown"} and "://" not in nav:
            yield nav
    elif isinstance(nav, list):
        for each in nav:
            yield from _pages_in(each)
    elif isinstance(nav, dict):
        for each in nav.values():
            yield from _pages_in(each)
