"""The marks that an editor writes inside a sentence: `[@source]` and `[words](event:id)`.

The patterns stand here, once, for all who need them: the checks that read data and pages as text, and the Markdown
extension that renders them. The forms of Pandoc's citations that are not ours are known too, so that none is shown to a
reader as it was typed.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from explainer.fields.types import ID_PATTERN
from explainer.record.kinds.refs import EntryRef, Kind
from explainer.record.kinds.registry import all_kinds

CITATION = r"\[-?@(?P<citation>[^\[\]]+)\](?![(\[])"
"""`[@a]`, `[@a; @b]`, `[@a, p. 12]`: what stands between the brackets, without the first `@`. `[@a](…)` is a link.

A colon after it is the sentence's, but at the beginning of a line, where Markdown has the address of a link behind it.

To Pandoc a hyphen before the `@` says that the author is named already. A note of ours leaves that to the sentence
anyway, so that it means the same.
"""

WORDED_CITATION = r"\[(?P<before>[^\[\]@]*[^\[\]@\w./\\-])-?@(?P<worded>[^\[\]]+)\](?![(\[])"
"""`[see @a, p. 12]`: brackets that begin with words."""

_AT = rf"(?<![\w@./\x03-])-?@(?P<id>{ID_PATTERN})(?![\w@/]|[.-]\w)"
"""`@a`, where it is no address of mail, no name at another host, no name of a package, and not behind an escape."""

BARE_CITATION = rf"(?P<escape>\\)?{_AT}(?:[ \n]?\[(?P<locator>[^\[\]@]+)\](?![(\[]))?"
r"""`@a` and `@a [p. 12]` without brackets around them; `\@a` is text."""

_SCHEME = re.compile(r"(?P<kind>[^:/?#]+):(?P<id>[^ \t\n)>\"'#?]*)")
"""What an address has that names an entry, `event:private-meeting`. What only looks like a space is of the id."""

SAFE_SCHEMES = ("http:", "https:", "mailto:")

NEAR = 80
"""How many characters before a citation tell it from others."""

_MARK = re.compile(
    r"(?<![`\\])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"  # code, and the three below: in none of these is a mark
    r"|\\[^\w\s@]@?"
    r"|\[[^\[\]]*(?=\][(\[])|^[ ]{0,3}\[[^\[\]]*\]:"
    rf"|{CITATION}|{WORDED_CITATION}|\]\(\s*<?(?P<address>[^ \t\n)>]+)|{BARE_CITATION}",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Citation:
    """One source cited, and where in it: in words, or as the address of the very place."""

    source: str
    locator: str = ""
    url: str = ""


@dataclass(frozen=True)
class ForeignCitation:
    """A citation that is not in our form.

    Attributes:
        typed: How it was typed.
        before: What stands before it on its line, so that it can be told from others.
        message: What is wrong with it.
        hint: How it is written here.
    """

    typed: str
    before: str
    message: str
    hint: str


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
        if n and not name.startswith(("@", "-@")):
            return None
        name = name.removeprefix("-").removeprefix("@").strip()
        if not name or re.search(r"\s", name):
            return None
        found.append(Citation(name, locator.strip()))
    return found


def linked_entry(address: str) -> EntryRef | None:
    """Return the entry that an address names, as `event:private-meeting` does; None for any other address."""
    found = _SCHEME.fullmatch(address)
    return EntryRef(found["kind"], found["id"]) if found and found["kind"] in all_kinds() else None


def foreign(found: re.Match[str], is_source: Callable[[str], bool]) -> ForeignCitation | None:
    """Judge what one of the three patterns of citations has found.

    Args:
        found: The match.
        is_source: Whether a source has an id: without one, `@a` may be anybody's name.

    Returns:
        What to say of it; None where it is in our form, or no citation at all.
    """
    groups = found.groupdict()
    typed = found[0].strip()
    hint = ""
    if groups.get("citation"):
        read = citations(groups["citation"])
        within = (each["id"] for citation in read or () for each in re.finditer(_AT, citation.locator))
        if read is not None and not any(map(is_source, within)):
            return None
        message = f"expected a source's id, found `{typed}`"
        ours, cited = _in_our_form(typed[1:-1])
        hint = f"write `{ours}`" if cited and all(map(is_source, cited)) else "for example `[@wapo-2017-03-01, p. 12]`"
    elif groups.get("worded"):
        ours, cited = _in_our_form(typed[1:-1])
        if not any(map(is_source, cited)):
            return None
        message = f"expected a citation that begins with `[@`, found `{typed}`"
        words = groups["before"].strip()
        hint = f"write `{words} {ours}`" if re.fullmatch(r"[\w\s.,’'-]+", words) else f"write `{ours}`"
    elif groups.get("id") and not groups["escape"] and is_source(groups["id"]):
        where = f", {groups['locator'].strip(' ,')}" if groups["locator"] else ""
        message = f"expected a citation in square brackets, found `{typed}`"
        hint = f"write `[@{groups['id']}{where}]`, or `\\@{groups['id']}` where no source is meant"
    else:
        return None
    start = found.end() - len(found[0].lstrip())
    above = found.string[max(start - NEAR, 0) : start]
    before = re.split("[\n\x02\x03]", above)[-1]  # a parser of Markdown holds places between control characters
    return ForeignCitation(typed, before, message, hint)


def _in_our_form(typed: str) -> tuple[str, list[str]]:
    """Return a citation as we write it, without words before it, and the ids that it names."""
    cited, written = [], []
    for part in re.finditer(r"(?<![\w.])-?@(?P<id>[^\s,;@]+)(?P<rest>[^;@]*)", typed):
        place = re.search(r"[^\s,].*\d\S*", part["rest"])
        cited.append(part["id"])
        written.append(f"@{part['id']}, {place[0].rstrip(',')}" if place else f"@{part['id']}")
    return f"[{'; '.join(written)}]", cited


def foreign_citations(markdown: str, is_source: Callable[[str], bool]) -> Iterator[ForeignCitation]:
    """Yield the citations of a text that are not in our form, in order."""
    for found in _marks(markdown):
        if (judged := foreign(found, is_source)) is not None:
            yield judged


@dataclass(frozen=True)
class Mention:
    """An entry that prose points at, and the text that does so, to find it again in the file."""

    kind: Kind
    id: str
    typed: str
    is_citation: bool = False


def mentions(markdown: str) -> Iterator[Mention]:
    """Yield the entries that a text cites or links to, in order."""
    for found in _marks(markdown):
        if found["citation"]:
            for citation in citations(found["citation"]) or []:
                yield Mention("source", citation.source, f"@{citation.source}", is_citation=True)
        elif found["address"] and (entry := linked_entry(found["address"])):
            yield Mention(entry.kind, entry.id, str(entry))


_NAMED = re.compile(
    r"(?<=[\s(<\"'=])(?P<kind>[a-z]+):(?P<id>[\w/.-]*[\w-])"
    rf"|(?<![\w@./])@(?P<source>{ID_PATTERN})(?![\w@/-])"
)
"""What names an entry or a question, whose id is a path, in a link, in the address of one in HTML, or in a citation."""


def names_in(markdown: str) -> Iterator[tuple[Kind, str, int]]:
    """Yield the entries that the links and citations of a text name, and where the id of each begins."""
    for found in _NAMED.finditer(markdown):
        group = "id" if found["id"] else "source"
        yield found["kind"] or "source", found[group], found.start(group)


def under_new_names(markdown: str, names: Mapping[tuple[Kind, str], str]) -> str:
    """Return a text whose links and citations name entries as they are called now.

    Args:
        markdown: The text.
        names: What was renamed: the present id by the kind and the former id.
    """
    parts, last = [], 0
    for kind, id_, at in names_in(markdown):
        parts += [markdown[last:at], names.get((kind, id_), id_)]
        last = at + len(id_)
    return "".join([*parts, markdown[last:]])


def unsafe_addresses(markdown: str) -> Iterator[str]:
    """Yield the link addresses of a text that are neither http, https or mailto nor entries of the record."""
    for found in _marks(markdown):
        address = found["address"]
        if address and not linked_entry(address) and not address.lower().startswith(SAFE_SCHEMES):
            yield address


def _marks(markdown: str) -> Iterator[re.Match[str]]:
    return _MARK.finditer(_without_indented_code(markdown))


def _without_indented_code(markdown: str) -> str:
    """Return a text with its indented code blanked: paragraphs indented by four spaces, outside lists."""
    if "\n    " not in f"\n{markdown}" and "\t" not in markdown:
        return markdown
    lines = []
    follows_blank, in_list, in_code = True, False, False
    for line in markdown.split("\n"):
        is_indented = line.startswith(("    ", "\t"))
        in_code = is_indented and not in_list and (follows_blank or in_code)
        lines.append("" if in_code else line)
        if line.strip() and not is_indented:
            in_list = bool(re.match(r" {0,3}(?:[-*+]|\d+\.)\s", line)) or (in_list and not follows_blank)
        follows_blank = not line.strip()
    return "\n".join(lines)
