"""Which source carries which value of an entry, where several do."""

from typing import Annotated

from pydantic import Field

from explainer.fields.model import Model
from explainer.fields.types import Text, Verbatim
from explainer.record.kinds.refs import SourceRef


class Carried(Model):
    """What one of an entry's sources carries of it."""

    source: SourceRef
    """The source: one of the entry's `sources`."""
    for_: list[Text] = Field(alias="for", min_length=1)
    """The fields that it carries: `[date, title]`."""
    locator: Text | None = None
    """Where in it to look: a page, a paragraph, a minute."""
    quote: Annotated[Text | None, Verbatim()] = None
    """How it says so, word for word."""
