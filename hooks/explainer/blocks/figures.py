"""`/// figures`: facts in numbers, each with its source."""

from markupsafe import Markup
from pydantic import Field

from explainer.blocks.base import RecordBlock
from explainer.blocks.page import PageView
from explainer.fields.model import Model
from explainer.fields.types import Text
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.refs import SourceRef


class Figure(Model):
    """A fact in a number."""

    value: Text
    """The number, as it is read: `422`, `6 days`, `£ 9 bn`."""
    label: Text
    """What it counts: `ships waiting`."""
    source: SourceRef
    """Who says so: the id of a source."""


class FiguresOptions(Model):
    """The numbers."""

    items: list[Figure] = Field(min_length=1)
    """The numbers, each with `value`, `label` and `source`."""


class FiguresBlock(RecordBlock[FiguresOptions]):
    """Shows facts in numbers."""

    NAME = "figures"
    options_model = FiguresOptions

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: FiguresOptions) -> Markup:
        """Return the numbers."""
        del block
        return view.render.fill("figures.html", items=options.items)
