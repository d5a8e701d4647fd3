"""`/// statement | id`: the words of a statement, and all that is needed to judge them. Option: `by_then`."""

from typing import Literal

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.page import ConvertedPage
from explainer.record.models import Model


class StatementOptions(Model):
    """How a statement is shown."""

    by_then: Literal["yes", "no"] = "yes"
    """yes: with the events that bear on it and had happened by then, those not yet public apart. no: without."""


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
        happened = page.render.by_then(statement) if self.values.by_then == "yes" else Markup()
        return Markup("<div>{}{}</div>").format(page.render.statement(statement), happened)
