"""The addresses of the sources, looked up: which of them no longer lead anywhere."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType
from urllib.parse import urlsplit

import requests

from explainer.evidence import asking
from explainer.evidence.asking import NoAnswer, new_session
from explainer.problems.problem import Problem, Severity
from explainer.record.kinds.source import Source
from explainer.record.record import Record
from explainer.version import VERSION

USER_AGENT = f"explainer/{VERSION} (looks whether the sources of an explainer are still there)"

HOSTS_AT_ONCE = 8
"""How many hosts are asked at the same time. Each is asked for one address after another."""

PAUSE = 1.0
"""How many seconds lie between two addresses of one host, and between two attempts."""

MOST_SILENCES = 2
"""After how many addresses in a row that a host says nothing to, the others are not asked for."""

REFUSALS = {401, 402, 403, 407, 429, 451, 999}
"""What a server says that is there and does not serve programs, or not this one: nothing can be told of the address."""

TEMPORARY = {408, 425, 500, 502, 503, 504}
"""What may be otherwise a moment later."""

FIELDS = ("url", "archive_url")

LARGEST = 20_000_000
"""How many bytes of a document are read, to look through it for words."""


@dataclass(frozen=True)
class Answer:
    """What asking for an address gave.

    Attributes:
        fault: What is wrong with it; empty where it is there, or where that cannot be told.
        temporary: Whether it may be otherwise a moment later.
        silent: Whether nobody answered at all.
        refused: Whether the server turned the question away.
        moved_to: The address that it has for good now; empty where it is where it was.
        lost: Which of the words that it had it has no more.
    """

    fault: str = ""
    temporary: bool = False
    silent: bool = False
    refused: bool = False
    moved_to: str = ""
    lost: tuple[str, ...] = ()


@dataclass(frozen=True)
class LookedUp:
    """What looking up the addresses gave.

    Attributes:
        problems: What is wrong with them, at their places.
        refused: Those of which nothing can be told, since the server turns programs away.
        nobody_answered: Whether several hosts were asked and none said a word: then it is this machine that is cut off.
    """

    problems: tuple[Problem, ...]
    refused: tuple[str, ...]
    nobody_answered: bool = False


def addresses(record: Record) -> list[str]:
    """Return every http and https address of a record's sources, each once."""
    return list(dict.fromkeys(url for _, _, url in _found(record)))


Lost = Callable[[asking.Answer], tuple[str, ...]]
"""Returns which of the words that a document had it has no more."""


def look_up(record: Record, words_on: Mapping[str, Lost] = MappingProxyType({})) -> LookedUp:
    """Look up every address of a record's sources.

    A dead address is a warning at its place. A server that refuses to answer a program, as those of many newspapers do,
    makes no address dead.

    Args:
        record: What is known.
        words_on: The addresses whose documents are looked through for words that they had.
    """
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in addresses(record):
        by_host[urlsplit(url).netloc.lower()].append(url)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as threads:
        asked = threads.map(lambda urls: _ask_host(urls, words_on), by_host.values())
        answers = {url: answer for found in asked for url, answer in found}
    return LookedUp(
        tuple(
            problem for source, name, url in _found(record) for problem in _problems(record, source, name, answers, url)
        ),
        tuple(url for url, answer in answers.items() if answer.refused),
        len(by_host) > 1 and all(answer.silent for answer in answers.values()),
    )


def _found(record: Record) -> Iterator[tuple[Source, str, str]]:
    for source in record.sources.values():
        for name in FIELDS:
            url = getattr(source, name)
            if url and urlsplit(url).scheme in {"http", "https"}:
                yield source, name, url


def _problems(record: Record, source: Source, name: str, answers: Mapping[str, Answer], url: str) -> Iterator[Problem]:
    answer = answers[url]
    if answer.fault:
        yield _problem(record, source, name, f"{answer.fault}: {url}", _hint(source, name, answers), "warning")
    if answer.moved_to:
        hint = f"write `{answer.moved_to}`"
        yield _problem(record, source, name, f"the page has moved for good: {url}", hint, "advice")
    for words in answer.lost:
        hint = "look at what changed there; the kept text and the archived copy have what it said"
        yield _problem(record, source, name, f"the page no longer has the words of {words}: {url}", hint, "warning")


def _hint(source: Source, name: str, answers: Mapping[str, Answer]) -> str:
    if name == "archive_url":
        return "have another copy made"
    copy = answers.get(source.archive_url or "")
    if copy and not copy.fault:
        return "its archived copy is there; leave `url:` out, or correct it"
    return "correct the address, or give an archived copy of what was there"


def _problem(record: Record, source: Source, name: str, message: str, hint: str, severity: Severity) -> Problem:
    origin = record.origins["source", source.id]
    return Problem.at(origin.file, origin.mark(name), message, hint, path=f"{source.id}: {name}", severity=severity)


# --- asking -------------------------------------------------------------------------------------------------------


def _ask_host(urls: Sequence[str], words_on: Mapping[str, Lost]) -> list[tuple[str, Answer]]:
    """Ask one host for its addresses, one after another, and no longer where it says nothing."""
    answers: list[tuple[str, Answer]] = []
    with new_session(USER_AGENT) as session:
        for url in urls:
            last = [answer for _, answer in answers[-MOST_SILENCES:]]
            if len(last) == MOST_SILENCES and all(answer.silent for answer in last):
                answers.append((url, last[-1]))
                continue
            if answers:
                time.sleep(PAUSE)
            answers.append((url, _ask(session, url, words_on.get(url))))
    return answers


def _ask(session: requests.Session, url: str, lost: Lost | None) -> Answer:
    """Ask for the head of an address and, where that fails, for the address: not every server takes both alike."""
    answer = Answer()
    for attempt in range(2):
        if attempt:
            time.sleep(PAUSE)
        for method in ("GET",) if lost else ("HEAD", "GET"):
            answer = _request(session, method, url, lost)
            if not answer.fault and not answer.refused:
                return answer
        if not answer.temporary:
            break
    return answer


def _request(session: requests.Session, method: str, url: str, lost: Lost | None) -> Answer:
    try:
        answer = asking.ask(session, method, url, largest=LARGEST if lost else 0)
    except NoAnswer as none:
        return Answer(str(none), temporary=none.temporary, silent=none.silent)
    if answer.status in REFUSALS:
        return Answer(refused=True)
    if answer.status < HTTPStatus.BAD_REQUEST:
        return Answer(moved_to=answer.moved_to, lost=lost(answer) if lost else ())
    return Answer(f"the server answers {_status(answer.status)}", temporary=answer.status in TEMPORARY)


def _status(status: int) -> str:
    """Return a status of HTTP with its name: `404 Not Found`."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
