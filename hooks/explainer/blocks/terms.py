"""`/// terms`: the terms of the record with their meanings, in the order of the alphabet."""

from collections.abc import Iterator

from markupsafe import Markup

from explainer.blocks.base import NoOptions, RecordBlock
from explainer.blocks.page import PageView
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.refs import Kind
from explainer.record.record import Record


class TermsBlock(RecordBlock[NoOptions]):
    """Shows the terms."""

    NAME = "terms"
    kind = "term"

    @classmethod
    def shows(cls, argument: str, options: NoOptions, record: Record) -> Iterator[tuple[Kind, str]]:
        """Yield all terms."""
        del argument, options
        yield from (("term", id_) for id_ in record.terms)

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: NoOptions) -> Markup:
        """Return the list of terms."""
        del block, options
        terms = sorted(view.contents.record.terms.values(), key=lambda term: term.term.casefold())
        return view.render.fill("terms.html", terms=terms)
