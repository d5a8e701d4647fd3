"""Updates: what was changed after publication."""

from typing import Annotated, Literal

from explainer.fields.named import N_, Kept, ngettext_noop
from explainer.fields.types import EdtfDate, Markdown
from explainer.record.kinds.kind import Called, Entry, EntryKind, Words, shortened
from explainer.record.kinds.refs import AnyRef

UpdateType = Literal["correction", "clarification", "update", "typo"]
"""What kind of change something is. Readers are told of all but a typo, which changes nothing of what was said."""

UPDATE_TYPES = {
    "correction": N_("Correction"),
    "clarification": N_("Clarification"),
    "update": N_("Update"),
}
"""A kind of update in words."""

CHOICES = {
    "correction": N_("correction"),
    "clarification": N_("clarification"),
    "update": N_("update"),
}
"""A kind of update inside a sentence."""


class Update(Entry):
    """A change to what was published, owned up to."""

    date: Annotated[EdtfDate, Kept(N_("Date"))]
    """When the change was made (EDTF)."""
    kind: Annotated[UpdateType, Kept(N_("Kind"), CHOICES)]
    """correction: it was wrong; clarification: it could mislead; update: something new; typo: letters, no more."""
    text: Annotated[Markdown, Kept(N_("Text"))]
    """What changed, in words a reader understands (Markdown)."""
    entries: Annotated[list[AnyRef], Kept(N_("Entries"), may="grow")] = []
    """What it touches, each as `kind:id`: `event:private-meeting`, `question:words` for the page `words.md`."""

    @property
    def is_told(self) -> bool:
        """Whether readers are told of it."""
        return self.kind != "typo"


def _headline(update: Update, words: Words) -> str:
    return words.colon(words.date(update.date), shortened(" ".join(update.text.split())))


KIND = EntryKind(
    name="update",
    model=Update,
    collection="updates",
    called=Called(N_("Update"), ngettext_noop("%(num)d update", "%(num)d updates")),
    label=lambda update, words: words.gettext("the update of %(date)s") % {"date": words.date(update.date)},
    headline=_headline,
    home="updates.md",
)
