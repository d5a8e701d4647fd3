"""`/// people`: who is who. `/// person | id`: one of them."""

from typing import Annotated, Literal

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.heading import Heading, HeadingOption
from explainer.blocks.page import ConvertedPage
from explainer.fields.model import Model
from explainer.record.queries.selection import OneOrMore
from explainer.record.refs import PersonRef


class PeopleOptions(Model):
    """Which people are shown, and how."""

    people: Annotated[list[PersonRef], OneOrMore] = []
    """These people, in this order: an id, or a list of ids. None means all, in the order of the record."""
    heading: Heading = 3
    """The level of their headings, from 2 to 6."""
    layout: Literal["list", "row"] = "list"
    """list: each whole. row: names and roles, with links to where each is shown whole."""


class PeopleBlock(RecordBlock[PeopleOptions]):
    """Shows who is who."""

    NAME = "people"
    options_model = PeopleOptions

    def show(self, page: ConvertedPage) -> Markup:
        """Return the chosen people."""
        options, everybody = self.values, page.record.people
        chosen = [everybody[id_] for id_ in options.people or everybody if id_ in everybody]
        return page.render.people(chosen, heading=options.heading, layout=options.layout)


class PersonBlock(RecordBlock[HeadingOption]):
    """Shows one person."""

    NAME = "person"
    argument_kind = "person"
    options_model = HeadingOption

    def show(self, page: ConvertedPage) -> Markup:
        """Return the person."""
        person = self.entry(page.record.people)
        return page.render.person(person, heading=self.values.heading) if person else Markup()
