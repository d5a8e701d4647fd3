"""What all classes that are made of plain values share."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """What all classes of the record share: unknown fields are refused, and an entry never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
