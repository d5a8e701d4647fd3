"""`/// statement | id`: a statement and all that is needed to judge it. Options: `heading`, `by_then`, `as_known`."""

from typing import Literal

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.heading import HeadingOption
from explainer.blocks.page import ConvertedPage
from explainer.fields.types import EdtfDate


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

    def show(self, page: ConvertedPage) -> Markup:
        """Return the statement, and what had happened by then."""
        statement = self.entry(page.record.statements)
        if statement is None:
            return Markup()
        options = self.values
        happened = page.render.by_then(statement, options.as_known) if options.by_then == "yes" else Markup()
        return Markup("<div>{}{}</div>").format(page.render.statement(statement, heading=options.heading), happened)
