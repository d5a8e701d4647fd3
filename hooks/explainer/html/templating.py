"""The Jinja2 environment of the templates: autoescaped, strict, in the site's language, each template replaceable."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.exceptions import TemplateSyntaxError
from markupsafe import Markup

from explainer.words.words import Words

TEMPLATES = Path(__file__).with_name("templates")


class TemplateError(Exception):
    """A site's own template does not work. The message says which and why."""


@lru_cache(maxsize=16)
def _environment(own: Path | None, words: Words) -> Environment:
    folders = [TEMPLATES] if own is None else [own, TEMPLATES]
    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(words.catalogue, newstyle=True)  # type: ignore[attr-defined]
    return environment


def fill(template: str, own: Path | None, words: Words, **values: Any) -> Markup:
    """Fill a template.

    Args:
        template: Its file name.
        own: The site's folder of templates, looked in first; None where it has none.
        words: The language.
        values: What the template shows; text is escaped, `Markup` is not.

    Returns:
        HTML.

    Raises:
        TemplateError: The template does not parse, or asks for what is not there.
    """
    try:
        return Markup(_environment(own, words).get_template(template).render(words=words, **values))  # noqa: S704
    except JinjaError as error:
        line = f", line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        message = f"the template `{template}`{line} does not work: {error.message}"
        raise TemplateError(message) from error
