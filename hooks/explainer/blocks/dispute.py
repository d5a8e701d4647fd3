"""`/// dispute | id`: a question in dispute and its positions. Option: `heading`."""

from collections.abc import Iterator

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.heading import HeadingOption
from explainer.blocks.page import PageView
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.refs import Kind
from explainer.record.record import Record


class DisputeBlock(RecordBlock[HeadingOption]):
    """Shows one dispute."""

    NAME = "dispute"
    argument_kind = "dispute"
    options_model = HeadingOption

    @classmethod
    def shows(cls, argument: str, options: HeadingOption, record: Record) -> Iterator[tuple[Kind, str]]:
        """Yield the dispute and the statements that carry its positions."""
        del options
        yield "dispute", argument
        dispute = record.disputes.get(argument)
        for position in dispute.positions if dispute else ():
            yield from (("statement", id_) for id_ in position.statements)

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: HeadingOption) -> Markup:
        """Return the dispute."""
        dispute = view.contents.record.disputes.get(block.argument)
        return view.render.dispute(dispute, heading=options.heading) if dispute else Markup()
