"""The addresses of the sources, looked up: which of them no longer lead anywhere."""

import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

import requests

from explainer.problems.problem import Problem
from explainer.record.kinds.source import Source
from explainer.record.record import Record
from explainer.version import VERSION

USER_AGENT = f"explainer/{VERSION} (looks whether the sources of an explainer are still there)"

HOSTS_AT_ONCE = 8
"""How many hosts are asked at the same time. Each is asked for one address after another."""

TIMEOUT = (10, 20)
"""How many seconds a host may take to connect, and to begin its answer."""

MOST_REDIRECTS = 10

PAUSE = 1.0
"""How many seconds lie between two addresses of one host, and between two attempts."""

MOST_SILENCES = 2
"""After how many addresses in a row that a host says nothing to, the others are not asked for."""

REFUSALS = {401, 402, 403, 407, 429, 451, 999}
"""What a server says that is there and does not serve programs, or not this one: nothing can be told of the address."""

TEMPORARY = {408, 425, 500, 502, 503, 504}
"""What may be otherwise a moment later."""

FIELDS = ("url", "archive_url")


@dataclass(frozen=True)
class Answer:
    """What asking for an address gave.

    Attributes:
        fault: What is wrong with it; empty where it is there, or where that cannot be told.
        temporary: Whether it may be otherwise a moment later.
        silent: Whether nobody answered at all.
        refused: Whether the server turned the question away.
    """

    fault: str = ""
    temporary: bool = False
    silent: bool = False
    refused: bool = False


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


def look_up(record: Record) -> LookedUp:
    """Look up every address of a record's sources.

    A dead address is a warning at its place. A server that refuses to answer a program, as those of many newspapers do,
    makes no address dead.
    """
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in addresses(record):
        by_host[urlsplit(url).netloc.lower()].append(url)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as threads:
        answers = {url: answer for found in threads.map(_ask_host, by_host.values()) for url, answer in found}
    return LookedUp(
        tuple(_problem(record, source, name, answers) for source, name, url in _found(record) if answers[url].fault),
        tuple(url for url, answer in answers.items() if answer.refused),
        len(by_host) > 1 and all(answer.silent for answer in answers.values()),
    )


def _found(record: Record) -> Iterator[tuple[Source, str, str]]:
    for source in record.sources.values():
        for name in FIELDS:
            url = getattr(source, name)
            if url and urlsplit(url).scheme in {"http", "https"}:
                yield source, name, url


def _problem(record: Record, source: Source, name: str, answers: dict[str, Answer]) -> Problem:
    origin = record.origins["source", source.id]
    mark = origin.mark(name)
    copy = answers.get(source.archive_url or "")
    if name == "archive_url":
        hint = "have another copy made"
    elif copy and not copy.fault:
        hint = "its archived copy is there; leave `url:` out, or correct it"
    else:
        hint = "correct the address, or give an archived copy of what was there"
    url = getattr(source, name)
    message = f"{answers[url].fault}: {url}"
    return Problem(origin.file, mark.line, mark.column, message, f"{source.id}: {name}", hint, "warning")


# --- asking -------------------------------------------------------------------------------------------------------


def _ask_host(urls: list[str]) -> list[tuple[str, Answer]]:
    """Ask one host for its addresses, one after another, and no longer where it says nothing."""
    answers: list[tuple[str, Answer]] = []
    with requests.Session() as session:
        session.headers["User-Agent"] = USER_AGENT
        session.max_redirects = MOST_REDIRECTS
        for url in urls:
            last = [answer for _, answer in answers[-MOST_SILENCES:]]
            if len(last) == MOST_SILENCES and all(answer.silent for answer in last):
                answers.append((url, last[-1]))
                continue
            if answers:
                time.sleep(PAUSE)
            answers.append((url, _ask(session, url)))
    return answers


def _ask(session: requests.Session, url: str) -> Answer:
    """Ask for the head of an address and, where that fails, for the address: not every server takes both alike."""
    answer = Answer()
    for attempt in range(2):
        if attempt:
            time.sleep(PAUSE)
        for method in ("HEAD", "GET"):
            answer = _request(session, method, url)
            if not answer.fault and not answer.refused:
                return answer
        if not answer.temporary:
            break
    return answer


def _request(session: requests.Session, method: str, url: str) -> Answer:
    try:
        with session.request(method, url, timeout=TIMEOUT, allow_redirects=True, stream=True) as response:
            status = response.status_code
    except requests.TooManyRedirects:
        return Answer("the address leads in a circle")
    except requests.Timeout:
        return Answer("the server does not answer", temporary=True, silent=True)
    except requests.exceptions.SSLError:
        return Answer("the server's certificate does not hold")
    except (requests.RequestException, UnicodeError):  # an impossible name of a host is a UnicodeError
        return Answer("the server cannot be reached", temporary=True, silent=True)
    except ValueError:
        return Answer("this is no address, or it leads to one that is none")
    if status in REFUSALS:
        return Answer(refused=True)
    if status < HTTPStatus.BAD_REQUEST:
        return Answer()
    return Answer(f"the server answers {_status(status)}", temporary=status in TEMPORARY)


def _status(status: int) -> str:
    """Return a status of HTTP with its name: `404 Not Found`."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
