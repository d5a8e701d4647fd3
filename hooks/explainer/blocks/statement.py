"""`/// statement | id`: the words of a statement, and all that is needed to judge them."""

from markupsafe import Markup

from explainer.blocks.base import NoOptions, RecordBlock
from explainer.blocks.page import ConvertedPage


class StatementBlock(RecordBlock[NoOptions]):
    """Shows one statement."""

    NAME = "statement"
    argument_kind = "statement"

    def show(self, page: ConvertedPage) -> Markup:
        """Return the statement."""
        statement = self.entry(page.record.statements)
        return page.render.statement(statement) if statement else Markup()
