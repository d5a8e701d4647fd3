"""The option that blocks with a heading share."""

from typing import Annotated

from pydantic import Field

from explainer.fields.model import Model

Heading = Annotated[int, Field(ge=2, le=6)]
"""A heading's level."""


class HeadingOption(Model):
    """How an entry with a heading is shown."""

    heading: Heading = 3
    """The level of its heading, from 2 to 6."""
