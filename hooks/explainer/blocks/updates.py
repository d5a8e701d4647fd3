"""`/// updates`: what was changed after publication, the newest first. Option: `limit`."""

from collections.abc import Iterator
from typing import Annotated

from markupsafe import Markup
from pydantic import Field

from explainer.blocks.base import RecordBlock
from explainer.blocks.page import PageView
from explainer.fields.model import Model
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.refs import Kind
from explainer.record.record import Record


class UpdatesOptions(Model):
    """How many updates are shown."""

    limit: Annotated[int, Field(ge=1)] | None = None
    """How many at the most."""


class UpdatesBlock(RecordBlock[UpdatesOptions]):
    """Shows updates."""

    NAME = "updates"
    kind = "update"
    options_model = UpdatesOptions

    @classmethod
    def shows(cls, argument: str, options: UpdatesOptions, record: Record) -> Iterator[tuple[Kind, str]]:
        """Yield the updates."""
        del argument
        yield from (("update", update.id) for update in record.newest_updates()[: options.limit])

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: UpdatesOptions) -> Markup:
        """Return the updates."""
        del block
        return view.render.updates(view.contents.record.newest_updates()[: options.limit])
