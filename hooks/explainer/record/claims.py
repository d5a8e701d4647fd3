"""What the record says that its sources print, word for word: each can be looked for in the source itself."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from explainer.fields.types import Text
from explainer.files.documents import Way
from explainer.quotations.tokens import words
from explainer.record.kinds.kind import Entry
from explainer.record.kinds.refs import Kind
from explainer.record.kinds.registry import kind_of
from explainer.record.kinds.source import Source
from explainer.record.kinds.statement import Statement


@dataclass(frozen=True)
class Claim:
    """That a source prints some words.

    Attributes:
        kind: The kind of the entry that says so.
        id: The entry's id.
        way: The way to the words in it.
        text: The words.
        source: The id of the source.
        is_title: Whether they are a title: that may be what a source is, and need not be printed in it.
    """

    kind: Kind
    id: str
    way: Way
    text: str
    source: str
    is_title: bool = False

    @cached_property
    def digest(self) -> str:
        """What the words are recognised by, however they are typed."""
        spelt = " ".join(f"{word.text}{word.stop}" for word in words(self.text))
        return hashlib.sha256(spelt.encode()).hexdigest()[:16]


class Carried(Protocol):
    """What tells which fields of an entry a source carries."""

    source: str
    quote: Text | None


def claims_of(entry: Entry) -> Iterator[Claim]:
    """Yield what an entry says that its sources print."""
    kind = kind_of(type(entry)).name
    if isinstance(entry, Statement):
        others = {source for variant in entry.variants for source in variant.sources}
        for source in entry.sources:
            if source not in others:
                yield Claim(kind, entry.id, ("words",), entry.words, source)
            if entry.in_reply_to:
                yield Claim(kind, entry.id, ("in_reply_to", "question"), entry.in_reply_to.question, source)
        for n, variant in enumerate(entry.variants):
            for source in variant.sources:
                yield Claim(kind, entry.id, ("variants", n, "words"), variant.words, source)
    elif isinstance(entry, Source):
        yield Claim(kind, entry.id, ("title",), entry.title, entry.id, is_title=True)
        for n, text in enumerate(entry.quotes):
            yield Claim(kind, entry.id, ("quotes", n), text, entry.id)
    carried: Iterable[Carried] = getattr(entry, "carried_by", ())
    for n, each in enumerate(carried):
        if each.quote:
            yield Claim(kind, entry.id, ("carried_by", n, "quote"), each.quote, each.source)
