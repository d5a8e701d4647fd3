"""`/// bars`: a small table of numbers, each drawn as a bar beside it."""

import re
from decimal import Decimal
from typing import Annotated

from markupsafe import Markup
from pydantic import AfterValidator, Field

from explainer.blocks.base import RecordBlock
from explainer.blocks.page import PageView
from explainer.characters import shown
from explainer.fields.model import Model
from explainer.fields.types import Text, field_error
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.refs import SourceRef


def _number(text: str) -> str:
    if re.fullmatch(r"\d+(?:\.\d+)?", text) is None:
        raise field_error(
            f"expected a number that is not below nought, found {shown(text)}", "for example `42` or `3.5`"
        )
    return text


class Bar(Model):
    """A row of the table."""

    label: Text
    """What is counted."""
    value: Annotated[Text, AfterValidator(_number)]
    """The number: `42`, `3.5`."""


class BarsOptions(Model):
    """The table."""

    rows: list[Bar] = Field(min_length=1)
    """The rows, each with `label` and `value`."""
    title: Text | None = None
    """What the bars show, as a headline."""
    unit: Text | None = None
    """What the numbers count: `ships`, `%`."""
    sources: list[SourceRef] = Field(min_length=1)
    """Who says so: ids of sources."""


class BarsBlock(RecordBlock[BarsOptions]):
    """Shows numbers as bars."""

    NAME = "bars"
    options_model = BarsOptions

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: BarsOptions) -> Markup:
        """Return the table."""
        del block
        numbers = [Decimal(row.value) for row in options.rows]
        largest = max(numbers) or Decimal(1)
        rows = [
            (row.label, row.value, float(round(number / largest * 100, 2)))
            for row, number in zip(options.rows, numbers, strict=True)
        ]
        return view.render.fill("bars.html", rows=rows, title=options.title, unit=options.unit, sources=options.sources)
