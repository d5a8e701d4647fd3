"""What the plugins beside us keep to themselves, and how we live with it. All of it is private; tests pin it."""

import re
from collections.abc import Callable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from explainer.record.record import Record

HIDDEN_SIGN = "\ue0f1"
"""What stands for the `@` of our citations while mkdocs-bibtex looks for its own: a character of nobody's language."""

CITED_ID = re.compile(r"(?<=[\[;\s-])@(?P<id>[\w-]+)")
"""An id behind the sign of a citation."""

TEXTS = ("title", "kicker", "summary", "answer")
"""The fields of the front matter that are Markdown, and may be meant for a plugin that fills templates."""

LAID = "<!-- explainer: {} -->"
LAID_PATTERN = r"\n\n<!-- explainer: (\w+) -->\n"


def hidden_from_bibtex(markdown: str, bibtex: Any, record: Record) -> str:
    """Return a text in which mkdocs-bibtex finds no sign of a citation before what is none of its own.

    An id that it knows and we do not is its own; one that neither knows is ours to tell of.

    Args:
        markdown: A page's text.
        bibtex: The plugin.
        record: What is known.
    """
    entries = getattr(getattr(bibtex.registry, "bib_data", None), "entries", ())
    theirs = set(entries) - set(record.sources)
    return CITED_ID.sub(lambda found: found[0] if found["id"] in theirs else f"{HIDDEN_SIGN}{found['id']}", markdown)


def shown_again(markdown: str) -> str:
    """Return a text in which nothing is hidden any more."""
    return markdown.replace(HIDDEN_SIGN, "@")


def with_front_matter(markdown: str, page: Page) -> str:
    """Return a text with the fields of the front matter behind it that hold what a template would fill.

    Plugins such as mkdocs-macros change a page's text, and leave its front matter as it is.
    """
    laid = [name for name in TEXTS if isinstance(text := page.meta.get(name), str) and re.search(r"{[{%#]", text)]
    return "".join([markdown, *(f"\n\n{LAID.format(name)}\n{page.meta[name]}\n" for name in laid)])


def without_front_matter(markdown: str, page: Page) -> str:
    """Return a text without the fields that were laid behind it; the page has them now as the others made them."""
    markdown, *laid = re.split(LAID_PATTERN, markdown)
    for name, text in zip(laid[::2], laid[1::2], strict=True):
        page.meta[name] = text.strip("\n")
    return markdown


def fill_copies(page: Page, fill: Callable[[str], str]) -> None:
    """Fill the slots of a page wherever its HTML is kept: print-site and encryptcontent have taken copies of it.

    Args:
        page: The page.
        fill: Returns HTML of the page with every slot filled.
    """
    anything: Any = page
    page.content = fill(page.content or "")
    if isinstance(kept := getattr(page, "html", None), str):
        anything.html = fill(kept)
    protected = getattr(page, "encryptcontent", None)
    if isinstance(protected, dict) and isinstance(kept := protected.get("html_to_encrypt"), str):
        protected["html_to_encrypt"] = fill(kept)


def folder_of_language(config: MkDocsConfig) -> str:
    """Return the folder of the language that is built, where mkdocs-static-i18n builds several; else nothing."""
    i18n: Any = config.plugins.get("i18n")
    if i18n is None or getattr(i18n, "is_default_language_build", True):
        return ""
    return f"{i18n.current_language}/"
