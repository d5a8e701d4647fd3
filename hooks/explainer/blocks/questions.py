"""`/// questions`: every question page with its short answer, in the site's order."""

from markupsafe import Markup

from explainer.blocks.base import NoOptions, RecordBlock
from explainer.blocks.page import ConvertedPage


class QuestionsBlock(RecordBlock[NoOptions]):
    """Shows the questions."""

    NAME = "questions"

    def show(self, page: ConvertedPage) -> Markup:
        """Return the list of questions."""
        return page.render.questions(page.record.questions)
