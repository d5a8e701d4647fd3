"""`/// event | id`: one event. Option: `heading`."""

from collections.abc import Iterator

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.heading import HeadingOption
from explainer.blocks.page import PageView
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.refs import Kind
from explainer.record.record import Record


class EventBlock(RecordBlock[HeadingOption]):
    """Shows one event."""

    NAME = "event"
    argument_kind = "event"
    options_model = HeadingOption

    @classmethod
    def shows(cls, argument: str, options: HeadingOption, record: Record) -> Iterator[tuple[Kind, str]]:
        """Yield the event."""
        del options, record
        yield "event", argument

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: HeadingOption) -> Markup:
        """Return the event."""
        event = view.contents.record.events.get(block.argument)
        return view.render.event(event, heading=options.heading) if event else Markup()
