"""The marks that an editor writes inside a sentence: `[@source]` and `[words](event:id)`.

The patterns stand here, once, for all who need them: the checks that read data and pages as text, and the Markdown
extension that renders them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.record.kinds.refs import EntryRef, Kind
from explainer.record.kinds.registry import all_kinds

CITATION = r"\[@(?P<citation>[^\[\]]+)\](?![(\[])"
"""`[@a]`, `[@a; @b]`, `[@a, p. 12]`: what stands between the brackets, without the first `@`. `[@a](…)` is a link."""

_SCHEME = re.compile(r"(?P<kind>[^:/?#]+):(?P<id>[^\s)>\"'#?]*)")
_LINK = re.compile(r"\]\(\s*<?(?P<address>[^\s)>]+)")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
SAFE_SCHEMES = ("http:", "https:", "mailto:")


@dataclass(frozen=True)
class Citation:
    """One source cited, and where in it."""

    source: str
    locator: str = ""


def citations(inner: str) -> list[Citation] | None:
    """Read what stands in `[@…]`.

    Args:
        inner: The text between `[@` and `]`, such as `a, p. 12; @b`.

    Returns:
        The citations, or None where a part names no source.
    """
    found = []
    for n, part in enumerate(inner.split(";")):
        name, _, locator = part.strip().partition(",")
        if n and not name.startswith("@"):
            return None
        name = name.removeprefix("@").strip()
        if not name or " " in name:
            return None
        found.append(Citation(name, locator.strip()))
    return found


def linked_entry(address: str) -> EntryRef | None:
    """Return the entry that an address names, as `event:private-meeting` does; None for any other address."""
    found = _SCHEME.fullmatch(address)
    return EntryRef(found["kind"], found["id"]) if found and found["kind"] in all_kinds() else None


@dataclass(frozen=True)
class Mention:
    """An entry that prose points at, and the text that does so, to find it again in the file."""

    kind: Kind
    id: str
    typed: str
    is_citation: bool = False


def mentions(markdown: str) -> Iterator[Mention]:
    """Yield the entries that a text cites or links to, in order."""
    for found in re.finditer(rf"{CITATION}|{_LINK.pattern}", _CODE.sub("", markdown)):
        if found["citation"]:
            for citation in citations(found["citation"]) or []:
                yield Mention("source", citation.source, f"@{citation.source}", is_citation=True)
        elif entry := linked_entry(found["address"]):
            yield Mention(entry.kind, entry.id, str(entry))


def unsafe_addresses(markdown: str) -> Iterator[str]:
    """Yield the link addresses of a text that are neither http, https or mailto nor entries of the record."""
    for found in _LINK.finditer(_CODE.sub("", markdown)):
        address = found["address"]
        if not linked_entry(address) and not address.lower().startswith(SAFE_SCHEMES):
            yield address
