"""Where in a source some words are: an address that leads to the very place, as far as a kind of document has one."""

import re
from urllib.parse import quote, urlsplit

from explainer.record.kinds.source import Source
from explainer.record.kinds.statement import Statement
from explainer.record.verified import Result

LONGEST_WHOLE = 8
"""How many words are named whole; of more, the first and the last."""

AT_AN_END = 4
"""How many words name an end."""

AROUND = 3
"""How many words before and behind tell a place from others that are alike."""

LONGEST_UNSEEN = 60
"""How many words may be looked for that nobody has found."""

PAGE = re.compile(r"(?:^|\b)(?:pp?|pages?|S|Seiten?|págs?|s|str|стр)\.?\s*(\d+)", re.IGNORECASE)
MOMENT = re.compile(r"(?<![\d:])(?:(\d+):)?(\d{1,2}):(\d{2})(?![\d:])")

PLAYS = (".mp4", ".webm", ".mp3", ".m4a", ".ogg", ".oga", ".ogv", ".wav")

UNSURE = re.compile(r"[\[\]…]|\.{3}|\n\s*\n")
"""What a statement has where the record left something out."""


def place_of_words(source: Source, statement: Statement, result: Result | None) -> str:
    """Return the address of a statement's words in a source; empty where none can be given.

    Words that were found are named as the source prints them; others only where nothing was left out of them.
    """
    if not source.url or source.fragments == "no":
        return ""
    if result and result.result == "found":
        if _is_pdf(source.url):
            return f"{source.url.partition('#')[0]}#page={max(result.page, 1)}"
        return _to_words(source.url, result.exact, result.prefix, result.suffix)
    unseen = result is None or result.result == "unchecked"
    words = statement.words
    if unseen and not UNSURE.search(words) and len(words.split()) <= LONGEST_UNSEEN and _is_read(source):
        return _to_words(source.url, words)
    return ""


def place_of_locator(source: Source, locator: str) -> str:
    """Return the address of a page or a moment that a locator names; empty where it names none that has one."""
    if not source.url or source.fragments == "no":
        return ""
    bare = source.url.partition("#")[0]
    if _is_pdf(source.url) and (page := PAGE.search(locator)):
        return f"{bare}#page={page[1]}"
    if _plays(source) and (at := seconds_of(locator)) is not None:
        host = (urlsplit(source.url).hostname or "").removeprefix("www.").removeprefix("m.")
        if host in {"youtube.com", "youtu.be"}:
            return f"{bare}{'&' if '?' in bare else '?'}t={at}s"
        return f"{bare}#t={at}"  # Media Fragments URI 1.0, 4.2.1
    return ""


def seconds_of(text: str) -> int | None:
    """Return the moment that a text names, as `2:13` or `1:02:13`, in seconds; None where it names none."""
    moment = MOMENT.search(text)
    if moment is None:
        return None
    hours, minutes, seconds = (int(each or 0) for each in moment.groups())
    return hours * 3600 + minutes * 60 + seconds


def _to_words(url: str, exact: str, before: str = "", behind: str = "") -> str:
    """Return the address of words on a page (URL Fragment Text Directives, WICG)."""
    words = exact.split()
    ends = [words] if len(words) <= LONGEST_WHOLE else [words[:AT_AN_END], words[-AT_AN_END:]]
    parts = [_encoded(" ".join(each)) for each in ends]
    prefix, suffix = " ".join(before.split()[-AROUND:]), " ".join(behind.split()[:AROUND])
    if any(letter.isalnum() for letter in prefix):
        parts.insert(0, f"{_encoded(prefix)}-")
    if any(letter.isalnum() for letter in suffix):
        parts.append(f"-{_encoded(suffix)}")
    return f"{url}{'' if '#' in url else '#'}:~:text={','.join(parts)}"


def _encoded(text: str) -> str:
    """Return a text as a directive may hold it: a dash, a comma and an ampersand mean something there."""
    return quote(text, safe="").replace("-", "%2D")


def _is_pdf(url: str) -> bool:
    return urlsplit(url).path.lower().endswith(".pdf")


def _plays(source: Source) -> bool:
    return source.kind in {"video", "broadcast"} or urlsplit(source.url or "").path.lower().endswith(PLAYS)


def _is_read(source: Source) -> bool:
    """Whether a source is a page that a browser shows as text, at an address of the web."""
    is_web = urlsplit(source.url or "").scheme in {"http", "https"}
    return is_web and not _is_pdf(source.url or "") and not _plays(source)
