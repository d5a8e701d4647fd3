"""What every template is given, wherever it is filled: the language, the record, links, notes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from explainer.edtf.dates import Date
from explainer.files.pictures import size_of
from explainer.html.source_places import place_of_words
from explainer.html.view import View
from explainer.record.kinds.person import Person
from explainer.record.kinds.registry import kind_of
from explainer.record.kinds.statement import Statement
from explainer.record.marks import Citation
from explainer.record.queries.verification import found_in
from explainer.record.record import Record
from explainer.site.site import Site
from explainer.words import labels
from explainer.words.dates import machine_date
from explainer.words.words import Words


@dataclass(frozen=True)
class Filler:
    """Fills the templates for one place.

    Attributes:
        view: The place where entries are shown.
    """

    view: View

    @property
    def words(self) -> Words:
        """The site's language."""
        return self.view.press.words

    @property
    def record(self) -> Record:
        """What is known."""
        return self.view.contents.record

    @property
    def site(self) -> Site:
        """The site: its name, its address, its options."""
        return self.view.contents.site

    @property
    def as_of(self) -> Date | None:
        """The day up to which the site tells its story, if it says so."""
        return self.site.settings.as_of

    def prose(self, text: str) -> Markup:
        """Render a field's Markdown as HTML of one or more block elements."""
        return self.view.press.fields.convert(text, self.view)

    def inline_prose(self, text: str) -> Markup:
        """Render a field's Markdown of one paragraph, to stand inside another element."""
        return self.view.press.fields.convert_inline(text, self.view)

    def fill(self, template: str, **values: Any) -> Markup:
        """Fill a template with what every template is given, and with values of its own."""
        view = self.view
        return view.press.fill(
            template,
            view=view,
            site=self.site,
            record=self.record,
            prose=self.prose,
            inline_prose=self.inline_prose,
            labels=labels,
            machine_date=machine_date,
            size_of=size_of,
            cite=self._cite,
            people=self._people,
            kind_of=lambda entry: kind_of(type(entry)).name,
            render=self,
            **values,
        )

    def _cite(self, ids: Iterable[str], *, named: bool = False, said: Statement | None = None) -> Markup:
        """Return references to sources by their ids, leaving out those that are not there: a check has told of them.

        Args:
            ids: The ids.
            named: Whether the publishers are named.
            said: The statement whose words these sources print.
        """
        sources = [source for id_ in ids if (source := self.record.sources.get(id_))]
        urls = {
            source.id: place_of_words(source, said, found_in(self.record, said, source.id))
            for source in sources
            if said
        }
        return self.view.cite([Citation(each.id, url=urls.get(each.id, "")) for each in sources], named=named)

    def _people(self, ids: Iterable[str]) -> list[Person]:
        return [person for id_ in ids if (person := self.record.people.get(id_))]
