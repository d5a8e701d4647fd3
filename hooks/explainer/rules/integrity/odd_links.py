"""A link that was mistyped is a link that leads nowhere, or no link at all."""

import re
from collections.abc import Iterator

from explainer.characters import shown
from explainer.fields.types import fault_in_address
from explainer.fields.validation import path_text
from explainer.problems.problem import Problem, nearest
from explainer.quotations.reading import Passage
from explainer.record.contents import Contents
from explainer.record.record import Origin
from explainer.rules.page_tree import PageTree
from explainer.rules.rule import Check, Finding, PageFinding

SCHEMES = ("http", "https", "mailto")
SCHEME = re.compile(r"(?P<scheme>[a-zA-Z]{2,8}):/{0,2}\S*")
SPACED = re.compile(r"\[[^\[\]]+\] +\((?:https?://|www\.|[\w./-]+\.md\b|[a-z]+:[a-z0-9-]+\))[^()\n]*\)?")
NOTE = re.compile(r"\[\^[\w-]+\]")

Odd = tuple[str, str, str]
"""What was typed, what is wrong with it, and how to mend it."""


def _on_page(page: PageTree) -> Iterator[PageFinding]:
    for passage in page.passages:
        for typed, message, hint in _odd(passage):
            if page.is_typed(typed):
                yield PageFinding(typed, message, hint)
        for found in NOTE.finditer(passage.text):
            if page.is_typed(found[0]):
                hint = f"write `{found[0]}: …` beneath the text, or take it out"
                yield PageFinding(found[0], f"the note `{found[0]}` has no text", hint)


def _in_record(contents: Contents) -> Iterator[Finding]:
    for kind, id_, way, passages in contents.read_prose:
        for passage in passages:
            for typed, message, hint in _odd(passage):
                yield Finding(kind, id_, way, message, hint, typed)


def _in_front_matter(contents: Contents) -> Iterator[Problem]:
    for page, way, passages in contents.read_prose_above:
        origin = Origin(page.document, ())
        for passage in passages:
            for typed, message, hint in _odd(passage):
                yield Problem.at(origin.file, origin.find(way, typed), message, hint, path=path_text("", way))


def _odd(passage: Passage) -> Iterator[Odd]:
    for start, end, address in passage.links:
        words = passage.text[start:end]
        if not address:
            if words.strip():
                yield f"[{words}]", f"the link `[{words}]()` leads nowhere", "name an address, or take the brackets out"
            continue
        found = SCHEME.fullmatch(address)
        scheme = found["scheme"].lower() if found else ""
        if scheme and scheme not in SCHEMES and (meant := nearest(scheme, SCHEMES)):
            rest = address.partition(":")[2]
            yield address, f"no address begins with `{scheme}:`", f"write `{meant}:{rest}`"
        elif fault := fault_in_address(address):
            yield address, f"expected an address, found {shown(address)}, {fault}", ""
    for spaced in SPACED.finditer(passage.text):
        typed = spaced[0]
        hint = f"write `{re.sub(r'] +[(]', '](', typed)}`"
        yield typed.split("(")[0], f"found a space between the words of a link and its address, `{typed}`", hint


CHECK = Check(name="odd-links", doc=__doc__, in_record=_in_record, on_page=_on_page, in_site=_in_front_matter)
