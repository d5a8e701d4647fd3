"""Updates: what was changed after publication."""

from typing import Literal

from explainer.fields.types import EdtfDate, Markdown
from explainer.record.kinds.kind import Entry, EntryKind
from explainer.record.refs import AnyRef


class Update(Entry):
    """A change to what was published, owned up to."""

    date: EdtfDate
    """When the change was made (EDTF)."""
    kind: Literal["correction", "clarification", "update"]
    """correction: it was wrong; clarification: it could mislead; update: something new."""
    text: Markdown
    """What changed, in words a reader understands (Markdown)."""
    entries: list[AnyRef] = []
    """What it touches, each as `kind:id`: `event:private-meeting`, `question:words` for the page `words.md`."""


KIND = EntryKind(name="update", model=Update, collection="updates")
