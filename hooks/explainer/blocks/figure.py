"""`/// figure | id`: media with caption, credit and rights; or one whose fields are typed in place."""

from collections.abc import Iterator
from typing import Literal

from markupsafe import Markup

from explainer.blocks.base import RecordBlock, ids_in, unknown_ids
from explainer.blocks.header import BlockHeader
from explainer.blocks.page import PageView
from explainer.html.media import Layout
from explainer.problems.problem import Problem
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.medium import MediumFields, faults_in
from explainer.record.kinds.refs import Kind
from explainer.record.record import Record


class FigureOptions(MediumFields):
    """How a figure is shown; and what it shows, where that is no medium of the record."""

    layout: Layout = "text"
    """How wide it is: as the text, wide, the full width, or aside."""
    compare: Literal["yes", "no"] = "no"
    """yes: two pictures of one thing at two times, beside each other."""

    @property
    def pictures(self) -> Iterator[tuple[str, str, str]]:
        """The pictures that are named in place: the file, the credit, the licence."""
        for name in (self.file if self.kind == "picture" else None, self.poster):
            if name:
                yield name, self.credit or "", self.licence or ""


class FigureBlock(RecordBlock[FigureOptions]):
    """Shows media."""

    NAME = "figure"
    kind = "medium"
    options_model = FigureOptions

    @classmethod
    def _check_argument(cls, header: BlockHeader, record: Record) -> list[Problem]:
        return unknown_ids(header, "medium", record)

    @classmethod
    def check(cls, header: BlockHeader, record: Record) -> list[Problem]:
        """Return what is wrong with it: an id that no medium has, or fields in place that say too little."""
        problems = super().check(header, record)
        options = cls._read_options(header, record)[0]
        if problems or not isinstance(options, FigureOptions):
            return problems
        file, names = header.options.file, header.options.names
        if header.argument:
            own = sorted({name for name in options.model_fields_set if name not in {"layout", "compare"}})
            for name in own:
                message = f"`{name}` is said of the medium in the record"
                problems.append(Problem.at(file, names.get((name,)), message, "write it there, or leave out the id"))
            if options.compare == "yes" and len(ids_in(header.argument)) != 2:
                message = "expected two media to compare"
                problems.append(Problem.at(file, header.argument_mark, message, "write `/// figure | before, after`"))
            return problems
        for name, message, hint in faults_in(options):
            problems.append(Problem.at(file, names.get((name,), header.mark), message, hint))
        return problems

    @classmethod
    def kind_of(cls, argument: str, options: FigureOptions) -> Kind | None:
        """Return the kind of media of the record; a figure whose fields are typed in place needs none."""
        del options
        return cls.kind if argument else None

    @classmethod
    def shows(cls, argument: str, options: FigureOptions, record: Record) -> Iterator[tuple[Kind, str]]:
        """Yield the media of the record."""
        del options, record
        yield from (("medium", id_) for id_ in ids_in(argument))

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: FigureOptions) -> Markup:
        """Return the figure."""
        media = view.contents.record.media
        known: list[MediumFields] = [media[id_] for id_ in ids_in(block.argument) if id_ in media]
        shown_here = known if block.argument else [options]
        return (
            view.render.figure(shown_here, layout=options.layout, compare=options.compare == "yes")
            if shown_here
            else Markup()
        )
