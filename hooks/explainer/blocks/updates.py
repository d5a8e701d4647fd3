"""`/// updates`: what was changed after publication, the newest first. Option: `limit`."""

from typing import Annotated

from markupsafe import Markup
from pydantic import Field

from explainer.blocks.base import RecordBlock
from explainer.blocks.page import ConvertedPage
from explainer.fields.model import Model


class UpdatesOptions(Model):
    """How many updates are shown."""

    limit: Annotated[int, Field(ge=1)] | None = None
    """How many at the most."""


class UpdatesBlock(RecordBlock[UpdatesOptions]):
    """Shows updates."""

    NAME = "updates"
    options_model = UpdatesOptions

    def show(self, page: ConvertedPage) -> Markup:
        """Return the updates."""
        return page.render.updates(page.record.newest_updates()[: self.values.limit])
