"""Fetches the document of a source, to keep it as evidence."""

from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

import requests

from explainer.evidence.addresses import LARGEST, REFUSALS
from explainer.evidence.asking import NoAnswer, ask
from explainer.evidence.documents import UnreadableError, media_type_of
from explainer.evidence.keeping import KEPT_HEADERS, About, Kept, digest, keep

TYPES = {".pdf": "application/pdf", ".txt": "text/plain", ".htm": "text/html", ".html": "text/html"}
"""What a saved file is, by its ending."""


class NotKeptError(Exception):
    """A document could not be kept. The message says why."""


def fetch(session: requests.Session, url: str, folder: Path) -> Kept:
    """Fetch a document, and keep it.

    Args:
        session: The session.
        url: Where it is.
        folder: The folder of the source.

    Raises:
        NotKeptError: It cannot be had, or has no text.
    """
    try:
        answer = ask(session, "GET", url, largest=LARGEST)
    except NoAnswer as none:
        raise NotKeptError(str(none)) from None
    if answer.status in REFUSALS:
        message = "the server turns programs away; save the page in a browser, and name the file with `--file`"
        raise NotKeptError(message)
    if answer.status >= HTTPStatus.BAD_REQUEST:
        message = f"the server answers {answer.status}"
        raise NotKeptError(message)
    said = answer.headers.get("content-type", "")
    charset = said.partition("charset=")[2].split(";")[0].strip("\"' ")
    headers = {name: answer.headers[name] for name in KEPT_HEADERS if name in answer.headers}
    about = _about(answer.body, answer.url, "explainer", said)
    return _keep(folder, replace(about, charset=charset, headers=headers), answer.body)


def take(file: Path, url: str, folder: Path) -> Kept:
    """Keep a document that an editor has saved.

    Args:
        file: The file.
        url: The address of the source; empty where it has none.
        folder: The folder of the source.

    Raises:
        NotKeptError: It has no text.
        OSError: It cannot be read.
    """
    body = file.read_bytes()
    return _keep(folder, _about(body, url, "an editor", TYPES.get(file.suffix.lower(), "")), body)


def _about(body: bytes, url: str, by: str, said: str) -> About:
    now = datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    return About(url, now, by, media_type_of(body, said), digest(body))


def _keep(folder: Path, about: About, body: bytes) -> Kept:
    try:
        return keep(folder, about, body)
    except UnreadableError as error:
        raise NotKeptError(str(error)) from None
