"""The addresses of the sources, looked up: which of them no longer lead anywhere."""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from importlib.metadata import version
from urllib.parse import urlsplit

import requests

from explainer.record.models import Source
from explainer.record.problems import Problem
from explainer.record.record import Record

USER_AGENT = f"explainer/{version('explainer')} (looks whether the sources of an explainer are still there)"

HOSTS_AT_ONCE = 8
"""How many hosts are asked at the same time. Each is asked for one address after another."""

TIMEOUT = (10, 20)
"""How many seconds a host may take to connect, and to begin its answer."""

MOST_REDIRECTS = 10

PAUSE = 2.0
"""How many seconds lie between two attempts."""

REFUSALS = {401, 402, 403, 407, 429, 451, 999}
"""What a server says that is there and does not serve programs, or not this one: nothing can be told of the address."""

TEMPORARY = {408, 425, 500, 502, 503, 504}
"""What may be otherwise a moment later."""

FIELDS = ("url", "archive_url")


def look_up(record: Record) -> list[Problem]:
    """Look up every http and https address of a record's sources.

    Args:
        record: The record; each address in it is asked for once, however many sources have it.

    Returns:
        A warning for each dead address, at its place. A server that refuses to answer a program, as those of many
        newspapers do, makes no address dead.
    """
    found = list(_addresses(record.sources.values()))
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(url for _, _, url in found):
        by_host[urlsplit(url).netloc.lower()].append(url)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as threads:
        faults = {url: fault for answers in threads.map(_ask_host, by_host.values()) for url, fault in answers}
    return [_problem(record, source, name, faults) for source, name, url in found if faults[url]]


def _addresses(sources: Iterable[Source]) -> Iterator[tuple[Source, str, str]]:
    for source in sources:
        for name in FIELDS:
            url = getattr(source, name)
            if url and urlsplit(url).scheme in {"http", "https"}:
                yield source, name, url


def _problem(record: Record, source: Source, name: str, faults: dict[str, str]) -> Problem:
    origin = record.origins["source", source.id]
    mark = origin.mark(name)
    if name == "archive_url":
        hint = "have another copy made"
    elif source.archive_url and not faults.get(source.archive_url):
        hint = "its archived copy is there; leave `url:` out, or correct it"
    else:
        hint = "correct the address, or give an archived copy of what was there"
    message = f"{faults[getattr(source, name)]}: {getattr(source, name)}"
    return Problem(origin.file, mark.line, mark.column, message, f"{source.id}: {name}", hint, "warning")


# --- asking -------------------------------------------------------------------------------------------------------


def _ask_host(urls: list[str]) -> list[tuple[str, str]]:
    """Ask one host for its addresses, and say of each what is wrong with it; nothing where it is there."""
    with requests.Session() as session:
        session.headers["User-Agent"] = USER_AGENT
        session.max_redirects = MOST_REDIRECTS
        return [(url, _fault(session, url)) for url in urls]


def _fault(session: requests.Session, url: str) -> str:
    fault, temporary = _attempt(session, url)
    if temporary:
        time.sleep(PAUSE)
        fault, _ = _attempt(session, url)
    return fault


def _attempt(session: requests.Session, url: str) -> tuple[str, bool]:
    """Ask for the head of an address and, where that fails, for the address: not every server knows the difference.

    Returns:
        What is wrong, and whether it may pass.
    """
    fault, temporary = "", False
    for method in ("HEAD", "GET"):
        try:
            with session.request(method, url, timeout=TIMEOUT, allow_redirects=True, stream=True) as answer:
                status = answer.status_code
        except requests.TooManyRedirects:
            fault, temporary = "the address leads in a circle", False
        except requests.Timeout:
            fault, temporary = "the server does not answer", True
        except requests.exceptions.SSLError:
            fault, temporary = "the server's certificate does not hold", False
        except (requests.RequestException, UnicodeError):  # an impossible name of a host is a UnicodeError
            fault, temporary = "the server cannot be reached", True
        else:
            if status < HTTPStatus.BAD_REQUEST or status in REFUSALS:
                return "", False
            fault, temporary = f"the server answers {_status(status)}", status in TEMPORARY
    return fault, temporary


def _status(status: int) -> str:
    """Return a status of HTTP with its name: `404 Not Found`."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
