"""The ledger of version 1, which was one file: what it kept, under the names of today."""

from collections.abc import Iterator, Mapping
from typing import Any

from explainer.record.kinds.kind import told_apart
from explainer.record.published import PAGE, UPDATE, Key, sorts

FIELDS: Mapping[str, tuple[str, ...]] = {
    "event": ("date", "title", "text", "people", "status", "known"),
    "statement": ("speaker", "date", "venue", "in_reply_to", "words", "variants"),
    "source": ("publisher", "title", "author", "date", "url"),
    "position": ("view", "statements"),
    "verdict": ("text", "by", "date", "claim", "rating"),
    "answer": ("answer",),
}
"""The fields that version 1 kept. It left those out that said nothing, and so did it all that it did not keep."""


def from_version_1(content: Mapping[str, Any]) -> Iterator[tuple[Key, dict[str, Any]]]:
    """Yield what a ledger of version 1 kept: its name, and what was kept, as a file of today has it."""
    for update in content.get("updates", ()):
        yield Key(UPDATE, str(update)), {"fields": {}}
    for name, kept in content.get("entries", {}).items():
        sort, colon, rest = name.partition(":")
        nothing = dict.fromkeys(FIELDS.get(sort, ()))
        fields = {**nothing, **kept["fields"]} if "fields" in kept else {}
        key = Key.parse(f"{PAGE if sort == 'answer' else sort}{colon}{rest}")
        if key.sort in sorts():
            key = Key(key.sort, key.id, told_apart(key.part.split("+")))
        yield key, {**kept, "fields": fields} if "fields" in kept else dict(kept)
