"""What stands around the text of a page: kicker, short answer and dates above, corrections, notes, policies beneath."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from explainer.html.entries import Renderer
from explainer.html.notes import NotePlace
from explainer.record.kinds.refs import Kind
from explainer.record.kinds.source import Source
from explainer.record.queries import publication
from explainer.record.queries.publication import of_page
from explainer.site.pages import Page


@dataclass(frozen=True)
class PageRenderer(Renderer):
    """Fills the templates for a page, those around its text among them."""

    def withdrawn(self, path: str) -> Markup:
        """Render the notes on what was shown on a page and was withdrawn; nothing where nothing was."""
        found = [
            (key, published, self.record.updates.get(published.withdrawn))
            for key, published in self.view.contents.withdrawn_from(path)
        ]
        return self.fill("withdrawn.html", withdrawn=found) if found else Markup()

    def notes(self, notes: Sequence[tuple[Source, Sequence[NotePlace]]]) -> Markup:
        """Render a page's numbered notes.

        Args:
            notes: For each number in turn its source, and for each place that cites it the place.
        """
        return self.fill("notes.html", notes=notes)

    def cards(self, entries: Iterable[tuple[Kind, str]]) -> Markup:
        """Render what a page's links lead to, in a few lines each, for a script to show beside the link."""
        return self.fill("cards.html", entries=[each for each in entries if self.record.get(*each)])

    def page_kicker(self, page: Page) -> Markup:
        """Render what stands above a page's headline."""
        return self.fill("page-kicker.html", page=page)

    def page_summary(self, page: Page, minutes: Markup) -> Markup:
        """Render what stands beneath a page's headline: the short answer or the summary, and the dates.

        On paper a page without a day of its own has the one up to which the site tells its story, and where it says
        nothing of itself, all of this is for paper alone. Where the site has no such day either, there is nothing.

        Args:
            page: The page.
            minutes: The reading time in minutes, known only when the page is whole: a placeholder.
        """
        front, dates = page.front, of_page(page, self.view.contents)
        says = (front.answer, front.summary, front.kicker, front.as_of, front.reviewed, dates.published, dates.updated)
        if not any((*says, self.as_of)):
            return Markup()
        return self.fill(
            "page-summary.html",
            page=page,
            as_of=front.as_of or self.as_of,
            author=front.author or self.site.author,
            dates=dates,
            is_for_paper=not any(says),
            corrections=publication.corrections_of(page, self.view.contents),
            minutes=minutes,
        )

    def page_method(self, page: Page) -> Markup:
        """Render how the editors know what a page says; nothing where it does not tell."""
        front = page.front
        if not (front.method or front.reviewer or front.ai):
            return Markup()
        return self.fill("page-method.html", front=front)

    def page_corrections(self, page: Page) -> Markup:
        """Render the corrections of a page and of what it shows; nothing where there are none."""
        found = publication.corrections_of(page, self.view.contents)
        return self.fill("page-corrections.html", corrections=found) if found else Markup()

    def page_policies(self, path: str) -> Markup:
        """Render the links to how the editors work and how mistakes are put right; nothing where the site has none.

        Args:
            path: The page on which they stand: a page does not link to itself.
        """
        policies = self.site.settings.policies
        places = (policies.principles, policies.corrections)
        principles, corrections = (self._place(named) if named != path else None for named in places)
        publisher = self.site.settings.publisher
        if not (principles or corrections or publisher):
            return Markup()
        return self.fill("page-policies.html", principles=principles, corrections=corrections, publisher=publisher)
