"""`/// event | id`: one event. Option: `heading`."""

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.heading import HeadingOption
from explainer.blocks.page import ConvertedPage


class EventBlock(RecordBlock[HeadingOption]):
    """Shows one event."""

    NAME = "event"
    argument_kind = "event"
    options_model = HeadingOption

    def show(self, page: ConvertedPage) -> Markup:
        """Return the event."""
        event = self.entry(page.record.events)
        return page.render.event(event, heading=self.values.heading) if event else Markup()
