"""`/// sources`: all sources of the record, or those that the page cites."""

from collections.abc import Iterator
from typing import Literal

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.page import PageView
from explainer.fields.model import Model
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.refs import Kind
from explainer.record.record import Record


class SourcesOptions(Model):
    """Which sources are shown."""

    cited: Literal["yes", "no"] = "no"
    """yes: those that this page cites, in the order of their notes. no: all."""


class SourcesBlock(RecordBlock[SourcesOptions]):
    """Shows sources."""

    NAME = "sources"
    kind = "source"
    options_model = SourcesOptions

    @classmethod
    def shows(cls, argument: str, options: SourcesOptions, record: Record) -> Iterator[tuple[Kind, str]]:
        """Yield all sources; those that a page cites are shown a second time there, and are at home with all."""
        del argument
        if options.cited == "no":
            yield from (("source", id_) for id_ in record.sources)

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: SourcesOptions) -> Markup:
        """Return the list; what the page cites is known only at its end."""
        del block
        if options.cited == "yes":
            return Markup("<div>{}</div>").format(view.cited_sources())
        is_whole = view.contents.home_page("source") == view.page.path
        return view.render.sources(list(view.contents.record.sources.values()), is_whole=is_whole)
