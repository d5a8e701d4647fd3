"""`/// dispute | id`: a question in dispute and its positions. Option: `heading`."""

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.page import ConvertedPage
from explainer.blocks.timeline import Heading
from explainer.record.models import Model


class DisputeOptions(Model):
    """How a dispute is shown."""

    heading: Heading = 3
    """The level of its heading, from 2 to 6."""


class DisputeBlock(RecordBlock[DisputeOptions]):
    """Shows one dispute."""

    NAME = "dispute"
    argument_kind = "dispute"
    options_model = DisputeOptions

    def show(self, page: ConvertedPage) -> Markup:
        """Return the dispute."""
        dispute = self.entry(page.record.disputes)
        return page.render.dispute(dispute, heading=self.values.heading) if dispute else Markup()
