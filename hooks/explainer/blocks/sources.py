"""`/// sources`: all sources of the record, or those that the page cites."""

from typing import Literal

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.page import ConvertedPage
from explainer.fields.model import Model
from explainer.site.settings import home_of


class SourcesOptions(Model):
    """Which sources are shown."""

    cited: Literal["yes", "no"] = "no"
    """yes: those that this page cites, in the order of their notes. no: all."""


class SourcesBlock(RecordBlock[SourcesOptions]):
    """Shows sources."""

    NAME = "sources"
    options_model = SourcesOptions

    def show(self, page: ConvertedPage) -> Markup:
        """Return the list; what the page cites is known only at its end."""
        if self.values.cited == "yes":
            return Markup("<div>{}</div>").format(page.wait(page.cited_sources, last=True))
        is_whole = home_of(page.site.settings, "source") == page.host.path
        return page.render.sources(list(page.record.sources.values()), is_whole=is_whole)
