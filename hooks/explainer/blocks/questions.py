"""`/// questions`: every question page with its short answer, in the site's order."""

from markupsafe import Markup

from explainer.blocks.base import NoOptions, RecordBlock
from explainer.blocks.page import PageView
from explainer.record.contents import PlacedBlock


class QuestionsBlock(RecordBlock[NoOptions]):
    """Shows the questions."""

    NAME = "questions"

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: NoOptions) -> Markup:
        """Return the list of questions."""
        del block, options
        return view.render.questions(view.contents.pages.questions)
