"""`/// verification`: how many of the recorded words were found in the sources themselves."""

from markupsafe import Markup

from explainer.blocks.base import NoOptions, RecordBlock
from explainer.blocks.page import PageView
from explainer.record.contents import PlacedBlock


class VerificationBlock(RecordBlock[NoOptions]):
    """Shows what came of `explainer verify`."""

    NAME = "verification"

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: NoOptions) -> Markup:
        """Return the numbers."""
        del block, options
        return view.render.verification()
