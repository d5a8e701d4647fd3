"""What turns entries into HTML for one build: the templates, the Markdown of fields, the words of the language."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.exceptions import TemplateSyntaxError
from markupsafe import Markup

from explainer.html.downloads import Download
from explainer.html.prose import FieldMarkdown
from explainer.record.contents import Contents
from explainer.record.kinds.refs import Kind
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


@dataclass(frozen=True)
class Product:
    """A file, or several, that a build makes of the record beside the pages. `publish/products/` has one file for each.

    Attributes:
        name: What it is called.
        made_by: Yields the files: the path of each from the folder of what is made of the record, and its content.
        downloads: Returns what of it readers fetch; nothing for what they come to otherwise.
        linked_from: The kind of entries with whose whole list the links stand; empty for none.
        option: The option that switches it off; None where no site does without it.
        needs_address: Whether it can be made only for a site that says where it is published.
        is_feed: Whether the heads of pages name it.
    """

    name: str
    made_by: "Callable[[Press], Iterable[tuple[str, str | bytes]]]"
    downloads: "Callable[[Press], Iterable[Download]]" = lambda _: ()
    linked_from: Kind = ""
    option: Literal["downloads", "embeds"] | None = "downloads"
    needs_address: bool = False
    is_feed: bool = False

    def is_made_for(self, site: Site) -> bool:
        """Whether a site has it."""
        wanted = self.option is None or getattr(site.settings, self.option) == "yes"
        return wanted and bool(site.url or not self.needs_address)


class Press:
    """Belongs to one build. Several threads may use it at once.

    Attributes:
        contents: What the site tells.
        products: What is made of it beside the pages.
        words: The site's language.
        environment: The templates, the site's own first: autoescaped and strict.
    """

    def __init__(self, contents: Contents, products: Iterable[Product] = ()) -> None:
        """Begin.

        Args:
            contents: What the site tells.
            products: What can be made of it beside the pages.
        """
        self.contents = contents
        self.products = tuple(product for product in products if product.is_made_for(contents.site))
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

    @cached_property
    def downloads(self) -> Sequence[tuple[Product, Download]]:
        """All that readers fetch beside the pages: of the whole site first, then of each story."""
        found = [(product, download) for product in self.products for download in product.downloads(self)]
        places = {story: place for place, story in enumerate((None, *self.contents.stories))}
        return sorted(found, key=lambda each: places.get(each[1].story, 0))

    def makes(self, name: str) -> bool:
        """Whether a product is made for this site."""
        return any(product.name == name for product in self.products)

    def downloads_beside(self, kind: Kind) -> list[Download]:
        """Return what is fetched from the page that shows all entries of a kind."""
        return [download for product, download in self.downloads if product.linked_from == kind]

    @cached_property
    def _feeds(self) -> Mapping[str | None, list[Download]]:
        feeds: dict[str | None, list[Download]] = {}
        for product, download in self.downloads:
            if product.is_feed:
                feeds.setdefault(download.story, []).append(download)
        return feeds

    def feeds_of(self, story: str | None) -> list[Download]:
        """Return the feeds of the site, and those of a story."""
        return [*self._feeds.get(None, ()), *(self._feeds.get(story, ()) if story else ())]

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
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError) as error:
            if self.site.settings.templates is None:
                raise  # a fault of ours
            message = f"the template `{template}` does not work: {type(error).__name__}: {error}"
            raise TemplateError(message) from error
