"""What turns entries into HTML for one build: the templates, the Markdown of fields, the words of the language."""

import threading
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.exceptions import TemplateSyntaxError
from markupsafe import Markup

from explainer.html.prose import FieldMarkdown
from explainer.record.contents import Contents
from explainer.record.record import Record
from explainer.site.site import Site
from explainer.words.words import Words, words_for

TEMPLATES = Path(__file__).with_name("templates")


class _Compiled(BytecodeCache):
    """Compiled templates, by what their source says: the same text need not be compiled for every build."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what was compiled from the same source."""
        if kept := self._kept.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class TemplateError(Exception):
    """A site's own template does not work. The message says which and why."""


class Press:
    """Belongs to one build. Several threads may use it at once.

    Attributes:
        contents: What the site tells.
        words: The site's language.
        environment: The templates, the site's own first: autoescaped and strict.
    """

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        site = contents.site
        self.words: Words = words_for(site.language)
        own = site.settings.templates
        folders = [TEMPLATES] if own is None else [site.root / own, TEMPLATES]
        self.environment = Environment(
            autoescape=True,
            loader=FileSystemLoader(folders),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
            bytecode_cache=_COMPILED,
        )
        self.environment.install_gettext_translations(self.words.catalogue, newstyle=True)  # type: ignore[attr-defined]
        self._of_thread = threading.local()

    @property
    def record(self) -> Record:
        """What is known."""
        return self.contents.record

    @property
    def site(self) -> Site:
        """The site: its name, its address, its options."""
        return self.contents.site

    @property
    def fields(self) -> FieldMarkdown:
        """The Markdown of fields; each thread has its own, since a parser of Markdown has state."""
        if not hasattr(self._of_thread, "fields"):
            self._of_thread.fields = FieldMarkdown()
        fields: FieldMarkdown = self._of_thread.fields
        return fields

    def fill(self, template: str, **values: Any) -> Markup:
        """Fill a template.

        Args:
            template: Its file name.
            values: What the template shows; text is escaped, `Markup` is not.

        Returns:
            HTML.

        Raises:
            TemplateError: The template does not parse, or asks for what is not there.
        """
        try:
            return Markup(self.environment.get_template(template).render(words=self.words, **values))  # noqa: S704
        except JinjaError as error:
            line = f", line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
            message = f"the template `{template}`{line} does not work: {error.message}"
            raise TemplateError(message) from error
