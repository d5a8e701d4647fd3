"""`/// dispute | id`: a question in dispute and its positions. Option: `heading`."""

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.heading import HeadingOption
from explainer.blocks.page import ConvertedPage


class DisputeBlock(RecordBlock[HeadingOption]):
    """Shows one dispute."""

    NAME = "dispute"
    argument_kind = "dispute"
    options_model = HeadingOption

    def show(self, page: ConvertedPage) -> Markup:
        """Return the dispute."""
        dispute = self.entry(page.record.disputes)
        return page.render.dispute(dispute, heading=self.values.heading) if dispute else Markup()
