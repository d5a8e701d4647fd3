"""Words beside another's name are soon taken for that one's.

A link to a statement that quotes it must not stand in a sentence that names somebody, and not the speaker.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from explainer.record.kinds.person import Person
from explainer.record.marks import linked_entry
from explainer.record.quoted import QUOTED
from explainer.record.record import Record
from explainer.rules.page_tree import PageTree
from explainer.rules.rule import PageFinding, Rule

SENTENCE_END = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)[.!?。！？]['\"’”»]*(?:\s|$)|\n\n")
SHORTEST_NAME = 3
"""A last name of fewer letters is a word of some language."""


def _misattributed(page: PageTree) -> Iterator[PageFinding]:
    for block in page.root.iter():
        for before, words, address in _linked_quotations(block):
            statement = page.record.statements.get(address)
            if statement is None:
                continue
            named = _named(SENTENCE_END.split(before)[-1], page.record)
            if named and statement.speaker not in named:
                message = f"the words are those of `{statement.speaker}`, and the sentence names `{named[-1]}`"
                typed = words.strip().split("\n", 1)[0]
                yield PageFinding(typed, message, "name the speaker beside the words")


def _linked_quotations(block: Element) -> Iterator[tuple[str, str, str]]:
    """Yield the links to statements right in a block that quote: the text before, the words, and the statement's id."""
    before = block.text or ""
    for child in block:
        text = "".join(child.itertext())
        entry = linked_entry(child.get("href", "")) if child.tag == "a" else None
        if entry and entry.kind == "statement" and QUOTED.search(text):
            yield before, text, entry.id
        before += text + (child.tail or "")


def _named(sentence: str, record: Record) -> list[str]:
    """Return the people that a sentence names, in the order in which it does."""
    found = []
    for person in record.people.values():
        for name in _names(person):
            if match := re.search(rf"\b{re.escape(name)}\b", sentence):
                found.append((match.start(), person.id))
                break
    return [id_ for _, id_ in sorted(found)]


def _names(person: Person) -> Iterator[str]:
    yield person.name
    last = person.name.split()[-1]
    if person.kind == "person" and len(last) >= SHORTEST_NAME:
        yield last


RULE = Rule(name="speaker", doc=__doc__, severity="warning", says="the words are those of", on_page=_misattributed)
