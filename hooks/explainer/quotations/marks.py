"""Where words stand between quotation marks: of any language's form, nested, and over several paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from explainer.quotations.language import any_of

CLOSED_BY = {
    "“": '”“"',
    "„": '“”"„',
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    "﹁": "﹂",
    "﹃": "﹄",
    "〝": "〟〞",
    "❝": "❞",
    "＂": "＂",
    '"': '"”',
    ",,": "''“”",
    "｢": "｣",
    "《": "》",
}
"""Each mark that opens a quotation, and those that may close it."""

SILENT = "《"
"""What stands between these is the title of a work."""

MARK = regex.compile("[“”„‟«»‹›‚‘’「」『』﹁﹂﹃﹄〝〟〞❝❞＂｢｣《》\"]|,,|''|(?<=\\w[.,]?)``")
BOTH = '“”«»‹›"＂'
"""Marks that open in some languages and close in others: what stands beside them decides."""

LONGEST_ATTRIBUTION = 8
"""How many words tell, within a quotation, who says it."""

SENTENCE = regex.compile(
    r"(?<!\b(?:Mr|Ms|Dr|Mrs|Sen|Rep|St|Prof|Gov|Gen|Sr|Sra|M|[A-Z]))[.!?。！？]+['\"’”»“」』)]*(?=\s|$)|\n\n"
)


@dataclass(frozen=True)
class Quotation:
    """Words between quotation marks.

    Attributes:
        words: The words.
        start: Where they begin in the passage.
        end: Where they end.
        before: What its sentence says before it.
        behind: What it says behind it.
    """

    words: str
    start: int
    end: int
    before: str = ""
    behind: str = ""


def quotations(text: str) -> list[Quotation]:
    """Return the quotations in a text, the outer and the inner, in the order in which they begin.

    One that is broken off to tell who says it (“I did,” he said, “have …”) is one quotation.
    """
    found = sorted(pairs(text), key=lambda pair: (pair[0], -pair[1]))
    quoted = [_quotation(text, start, end) for start, end in found]
    return list(_joined(text, quoted))


def opens(text: str) -> str:
    """Return the mark with which a text opens a quotation that it does not close; empty where it does not."""
    return _scan(text)[1]


def pairs(text: str) -> list[tuple[int, int]]:
    """Return where the words of each quotation in a text begin and end."""
    return _scan(text)[0]


def _scan(text: str) -> tuple[list[tuple[int, int]], str]:
    """Return where the words of each quotation begin and end, and the first mark that is left open."""
    opened: list[tuple[str, int]] = []
    found_pairs: list[tuple[int, int]] = []
    for found in MARK.finditer(text):
        mark, at = found[0], found.start()
        before, behind = text[at - 1 : at], text[found.end() : found.end() + 1]
        if mark == '"' and regex.match(r"\p{Hebrew}", before or " ") and regex.match(r"\p{Hebrew}", behind or " "):
            continue  # an abbreviation
        level = next((n for n in range(len(opened) - 1, -1, -1) if mark in CLOSED_BY[opened[n][0]]), None)
        if level is not None and mark == '"' and opened[level][0] in "“„" and regex.search("[“”]", text[at:]):
            level = None  # it stands within
        opening = mark in CLOSED_BY and _may_open(mark, before, behind)
        if level is not None and not (opening and mark in '“„"«»' and not _may_close(before, behind, mark)):
            if mark in "‘’" and regex.match(r"\w", behind or " "):
                continue  # an apostrophe
            if opened[level][0] not in SILENT:
                found_pairs.append((opened[level][1], at))
            del opened[level:]
        elif opening:
            opened.append((mark, found.end()))
    return found_pairs, opened[0][0] if opened else ""


def _may_open(mark: str, before: str, behind: str) -> bool:
    if mark not in BOTH:
        return True
    if mark == "«":
        return True
    starts = (
        not before
        or not regex.match(r"[\p{L}\p{M}\p{N}.,;:!?%]", before)
        or bool(regex.match(r"[\p{Han}\p{Hiragana}\p{Katakana}:：]", before))
    )
    return starts and bool(behind) and (not behind.isspace() or mark in "»›")


def _may_close(before: str, behind: str, mark: str) -> bool:
    if mark in "«»" and before.isspace():
        return not behind.strip() or bool(regex.match(r"\W", behind))
    return bool(before) and not before.isspace() and not regex.match(r"[(\[{—–]", before)


def _quotation(text: str, start: int, end: int) -> Quotation:
    before = SENTENCE.split(text[: max(start - 1, 0)])[-1]
    behind = (SENTENCE.split(text[end + 1 :]) or [""])[0]
    if SENTENCE.search(text[max(end - 2, start) : end + 1]):
        behind = ""
    return Quotation(text[start:end], start, end, before, behind)


def _joined(text: str, quoted: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield quotations, the parts of one that is broken off as one."""
    pending: Quotation | None = None
    for each in quoted:
        if pending and each.start > pending.end and _is_attribution(pending, text[pending.end : each.start], each):
            pending = replace(pending, words=f"{pending.words} {each.words}", end=each.end, behind=each.behind)
            continue
        if pending and each.end <= pending.end:  # within it
            yield each
            continue
        if pending:
            yield pending
        pending = each
    if pending:
        yield pending


def _is_attribution(first: Quotation, between: str, second: Quotation) -> bool:
    """Whether what stands between two quotations only tells who says both in one breath."""
    told = regex.sub(rf"^{MARK.pattern}|{MARK.pattern}$", "", between.strip()).strip()
    words = regex.findall(r"[\p{L}\p{M}'’-]+", told.casefold())
    return (
        0 < len(words) <= LONGEST_ATTRIBUTION
        and (first.words.rstrip().endswith((",", "،")) or told.startswith((",", "،", "—", "–")))
        and told.endswith((",", "،", "—", "–", ":"))
        and any_of(words, "said")
        and not regex.match(r"[\s(\[]*\p{Lu}", second.words)
        and not SENTENCE.search(told)
    )


def without_asides(words: str) -> str:
    """Return quoted words without what tells within them, between dashes, who says them (Spanish: —dijo—)."""

    def kept(found: regex.Match[str]) -> str:
        inside = regex.findall(r"[\p{L}\p{M}]+", found[1].casefold())
        return " " if len(inside) <= LONGEST_ATTRIBUTION // 2 and any_of(inside, "said") else found[0]

    return regex.sub(r"[—–-]([^—–\[\]]{2,60})[—–]", kept, words)
