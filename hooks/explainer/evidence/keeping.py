"""The evidence: documents as they were fetched, with their texts, in a folder that is kept for checking.

It is never published. Each source has a folder of its own, named by its id: `document.html` as it came, `text.txt`, and
`about.json`, which says where it came from and when.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from explainer.evidence.documents import ENDINGS, text_of, whole_text_of
from explainer.files.writing import write_whole

ABOUT, TEXT = "about.json", "text.txt"

KEPT_HEADERS = ("content-type", "date", "etag", "last-modified", "content-language")
"""The headers of an answer that say something about the document."""


@dataclass(frozen=True)
class About:
    """What is known of a kept document.

    Attributes:
        url: Where it came from; empty for one that an editor has saved without saying so.
        fetched: When, in UTC (RFC 3339).
        by: Whether the generator fetched it, or an editor saved it.
        media_type: What it is (RFC 6838).
        charset: How its letters are encoded, where its server said so.
        sha256: The digest of the document.
        headers: What its server said about it.
    """

    url: str
    fetched: str
    by: str
    media_type: str
    sha256: str
    charset: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """A kept document.

    Attributes:
        about: What is known of it.
        text: Its text; see `documents`.
        folder: Where it is kept.
    """

    about: About
    text: str
    folder: Path

    def whole_text(self) -> str:
        """Return all that a reader saw of it; nothing where the text is that already."""
        if ENDINGS.get(self.about.media_type) != ".html":
            return ""
        return whole_text_of((self.folder / "document.html").read_bytes(), self.about.charset)


class EvidenceError(ValueError):
    """What is kept of a source is not what was kept."""


def keep(folder: Path, about: About, body: bytes) -> Kept:
    """Keep a document of a source.

    Args:
        folder: The folder of the source.
        about: What is known of it.
        body: The document.

    Raises:
        UnreadableError: It has no text that can be read; nothing is kept.
        OSError: It cannot be written.
    """
    text = text_of(body, about.media_type, about.charset)
    write_whole(folder / f"document{ENDINGS[about.media_type]}", body)
    write_whole(folder / TEXT, text.encode())
    write_whole(folder / ABOUT, (json.dumps(asdict(about), indent=1, ensure_ascii=False) + "\n").encode())
    return Kept(about, text, folder)


def kept(folder: Path) -> Kept | None:
    """Return what is kept of a source; None where nothing is.

    Raises:
        EvidenceError: The document is another than the one that was kept, or some of it is missing.
    """
    if not (folder / ABOUT).is_file():
        return None
    try:
        about = TypeAdapter(About).validate_json((folder / ABOUT).read_bytes())
        body = (folder / f"document{ENDINGS[about.media_type]}").read_bytes()
        text = (folder / TEXT).read_bytes().decode()
    except (OSError, ValidationError, KeyError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it does not say what it should"
        message = f"what is kept in `{folder.name}` cannot be read ({reason})"
        raise EvidenceError(message) from None
    if digest(body) != about.sha256:
        message = f"the document in `{folder.name}` is another than the one that was kept"
        raise EvidenceError(message)
    return Kept(about, text, folder)


def digest(body: bytes) -> str:
    """Return the digest of a document: SHA-256."""
    return hashlib.sha256(body).hexdigest()
