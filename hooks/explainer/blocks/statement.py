"""`/// statement | id`: a statement and all that is needed to judge it. Options: `heading`, `by_then`, `as_known`."""

from collections.abc import Iterator
from typing import Literal

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.heading import HeadingOption
from explainer.blocks.page import PageView
from explainer.fields.types import EdtfDate
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.refs import Kind
from explainer.record.record import Record


class StatementOptions(HeadingOption):
    """How a statement is shown."""

    by_then: Literal["yes", "no"] = "yes"
    """yes: with the events that bear on it and had happened by then, those not yet public apart. no: without."""
    as_known: EdtfDate | None = None
    """What had happened by then as it was known on a date: without what became public later (EDTF)."""


class StatementBlock(RecordBlock[StatementOptions]):
    """Shows one statement."""

    NAME = "statement"
    argument_kind = "statement"
    options_model = StatementOptions

    @classmethod
    def shows(cls, argument: str, options: StatementOptions, record: Record) -> Iterator[tuple[Kind, str]]:
        """Yield the statement."""
        del options, record
        yield "statement", argument

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: StatementOptions) -> Markup:
        """Return the statement, and what had happened by then."""
        statement = view.contents.record.statements.get(block.argument)
        if statement is None:
            return Markup()
        shown = view.render.statement(statement, heading=options.heading)
        happened = view.render.by_then(statement, options.as_known) if options.by_then == "yes" else Markup()
        return Markup("<div>{}{}</div>").format(shown, happened)
