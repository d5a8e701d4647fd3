"""`/// map`: where places are, drawn at the build; or marks on a picture of one's own."""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from markupsafe import Markup
from pydantic import AfterValidator

from explainer.blocks.base import RecordBlock, ids_in, unknown_ids
from explainer.blocks.header import BlockHeader
from explainer.blocks.page import PageView
from explainer.characters import shown
from explainer.fields.model import Model
from explainer.fields.types import Markdown, Text, field_error
from explainer.problems.problem import Problem
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.refs import Kind, PlaceRef, SourceRef
from explainer.record.record import Record

PER_CENT = re.compile(r"(\d{1,3}(?:\.\d+)?)%\s+(\d{1,3}(?:\.\d+)?)%")


def _at(text: str) -> str:
    found = PER_CENT.fullmatch(text)
    if found is None or any(float(each) > 100 for each in found.groups()):
        raise field_error(f"expected a place on the picture, found {shown(text)}", "for example `30% 45%`")
    return text


class PictureMark(Model):
    """A mark on a picture."""

    at: Annotated[Text, AfterValidator(_at)]
    """Where it is, from the left and from the top: `30% 45%`."""
    name: Text
    """What is there."""
    note: Markdown | None = None
    """What to say of it (Markdown)."""
    sources: list[SourceRef] = []
    """Where that is stated: ids of sources."""


class MapOptions(Model):
    """What a map shows."""

    places: list[PlaceRef] = []
    """The places, if they do not stand behind the bar: ids of places."""
    borders: Literal["yes", "no"] = "no"
    """Whether borders of countries are drawn. Some are disputed, and whoever draws one takes sides."""
    caption: Markdown | None = None
    """What a reader should know of it (Markdown)."""
    picture: Text | None = None
    """A picture of your own instead: a plan, from the folder of the pages."""
    alt: Text | None = None
    """What that picture shows."""
    credit: Text | None = None
    """Who made that picture, and whose it is."""
    marks: list[PictureMark] = []
    """The marks on that picture."""

    @property
    def pictures(self) -> Iterator[tuple[str, str, str]]:
        """The pictures that are named in place: the file, the credit, the licence."""
        if self.picture:
            yield self.picture, self.credit or "", ""


class MapBlock(RecordBlock[MapOptions]):
    """Shows where places are."""

    NAME = "map"
    kind = "place"
    options_model = MapOptions

    @classmethod
    def _check_argument(cls, header: BlockHeader, record: Record) -> list[Problem]:
        return unknown_ids(header, "place", record)

    @classmethod
    def check(cls, header: BlockHeader, record: Record) -> list[Problem]:
        """Return what is wrong with it: nothing to show, or a picture that says too little."""
        problems = super().check(header, record)
        options = cls._read_options(header, record)[0]
        if problems or not isinstance(options, MapOptions):
            return problems
        file, names = header.options.file, header.options.names
        places = [*ids_in(header.argument), *options.places]
        if options.picture and not (options.alt and options.credit):
            missing = "alt" if not options.alt else "credit"
            message, hint = f"the picture has no `{missing}`", "say what it shows, and who made it"
            problems.append(Problem.at(file, names.get(("picture",), header.mark), message, hint))
        elif options.picture and places:
            message, hint = "places have no place on a picture", "give `marks`, or leave out `picture`"
            problems.append(Problem.at(file, names.get(("picture",), header.mark), message, hint))
        elif not options.picture and not places:
            example = next(iter(record.places), "id")
            problems.append(Problem.at(file, header.mark, "the map has no places", f"write `/// map | {example}`"))
        return problems

    @classmethod
    def kind_of(cls, argument: str, options: MapOptions) -> Kind | None:
        """Return the kind of places; a plan of one's own needs none."""
        del argument
        return None if options.picture else cls.kind

    @classmethod
    def shows(cls, argument: str, options: MapOptions, record: Record) -> Iterator[tuple[Kind, str]]:
        """Yield the places."""
        del record
        yield from (("place", id_) for id_ in dict.fromkeys([*ids_in(argument), *options.places]))

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: MapOptions) -> Markup:
        """Return the map, and the list of what is on it."""
        if options.picture:
            marks = [(each.name, each.at, each.note, each.sources) for each in options.marks]
            return view.render.marked(options.picture, options.alt or "", options.credit or "", marks, options.caption)
        record = view.contents.record
        ids = dict.fromkeys([*ids_in(block.argument), *options.places])
        places = [place for id_ in ids if (place := record.places.get(id_))]
        if not places:
            return Markup()
        return view.render.locator(places, borders=options.borders == "yes", caption=options.caption)
