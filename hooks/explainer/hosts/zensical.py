"""Zensical: which page is being converted. It runs no plugins, so this and `custom_dir` are all there is of us.

The way in is private to it; tests pin it.
"""

from pathlib import Path
from typing import Any

from markdown import Markdown

from explainer.blocks.draft import HostPage
from explainer.site.inventory import read_text

CONTEXT = "rendering_context"
"""The preprocessor that carries page and configuration."""


def zensical_page(md: Markdown) -> HostPage | None:
    """Return the page that a Markdown instance converts; None where that is not for Zensical."""
    if CONTEXT not in md.preprocessors:
        return None
    context: Any = md.preprocessors[CONTEXT]
    path = Path(context.page.path).as_posix()
    file = Path(context.config["root_dir"], str(context.config.get("docs_dir", "docs")), path)
    text = read_text(file, file, []) if file.is_file() else None
    return HostPage(path, context.page.url, file, text, rewrites=True)


def zensical_configuration(md: Markdown) -> dict[str, Any] | None:
    """Return Zensical's configuration, which lasts as long as its build; None where that is not for Zensical."""
    if CONTEXT not in md.preprocessors:
        return None
    context: Any = md.preprocessors[CONTEXT]
    configuration: dict[str, Any] = context.config
    return configuration


def zensical_config_file(configuration: dict[str, Any]) -> Path:
    """Return the site's configuration file."""
    return Path(configuration["root_dir"], "mkdocs.yml")
