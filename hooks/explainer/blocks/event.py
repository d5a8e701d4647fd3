"""`/// event | id`: one event. Option: `heading`."""

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.page import ConvertedPage
from explainer.blocks.timeline import Heading
from explainer.record.models import Model


class EventOptions(Model):
    """How an event is shown."""

    heading: Heading = 3
    """The level of its heading, from 2 to 6."""


class EventBlock(RecordBlock[EventOptions]):
    """Shows one event."""

    NAME = "event"
    argument_kind = "event"
    options_model = EventOptions

    def show(self, page: ConvertedPage) -> Markup:
        """Return the event."""
        event = self.entry(page.record.events)
        return page.render.event(event, heading=self.values.heading) if event else Markup()
