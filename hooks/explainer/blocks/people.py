"""`/// people`: who is who. `/// person | id`: one of them."""

from collections.abc import Iterator
from typing import Annotated, Literal

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.heading import Heading, HeadingOption
from explainer.blocks.page import PageView
from explainer.fields.model import Model
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.person import Person
from explainer.record.kinds.refs import Kind, PersonRef
from explainer.record.queries.selection import OneOrMore
from explainer.record.record import Record


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
    kind = "person"
    options_model = PeopleOptions

    @classmethod
    def shows(cls, argument: str, options: PeopleOptions, record: Record) -> Iterator[tuple[Kind, str]]:
        """Yield the chosen people; a row names them and links to their home, and is none itself."""
        del argument
        if options.layout == "list":
            yield from (("person", person.id) for person in cls._chosen(options, record))

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: PeopleOptions) -> Markup:
        """Return the chosen people."""
        del block
        chosen = cls._chosen(options, view.contents.record)
        return view.render.people(chosen, heading=options.heading, layout=options.layout)

    @staticmethod
    def _chosen(options: PeopleOptions, record: Record) -> list[Person]:
        everybody = record.people
        return [everybody[id_] for id_ in options.people or everybody if id_ in everybody]


class PersonBlock(RecordBlock[HeadingOption]):
    """Shows one person."""

    NAME = "person"
    argument_kind = "person"
    options_model = HeadingOption

    @classmethod
    def shows(cls, argument: str, options: HeadingOption, record: Record) -> Iterator[tuple[Kind, str]]:
        """Yield the person."""
        del options, record
        yield "person", argument

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: HeadingOption) -> Markup:
        """Return the person."""
        person = view.contents.record.people.get(block.argument)
        return view.render.person(person, heading=options.heading) if person else Markup()
