"""The text of a document, whatever it is: a page of the web, a PDF, plain text.

Paragraphs are parted by an empty line, pages of a PDF by a form feed. The text is in the one form that Unicode has for
each letter, without what nobody sees, so that its places stay what they are when words are looked for in it.
"""

import io
import re

from explainer.quotations.reading import read_html
from explainer.quotations.tokens import settled

PAGE_END = "\f"

ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt"}
"""The kinds of documents whose text can be read, and what their files end in."""

HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[a-zß-ÿ])")
"""Where a line of print breaks a word."""


class UnreadableError(ValueError):
    """A document has no text that could be read."""


def media_type_of(body: bytes, said: str = "") -> str:
    """Return what a document is, by what its server says and how it begins: servers err."""
    if body.lstrip()[:5] == b"%PDF-":
        return "application/pdf"
    said = said.partition(";")[0].strip().lower()
    if said in ENDINGS:
        return said
    beginning = body[:2000].lower()
    if b"<html" in beginning or b"<!doctype html" in beginning:
        return "text/html"
    return said or "text/plain"


def text_of(body: bytes, media_type: str, charset: str = "") -> str:
    """Return the text of a document.

    Args:
        body: The document.
        media_type: What it is.
        charset: How its letters are encoded, where its server says so.

    Raises:
        UnreadableError: It is nothing whose text can be read, or it has none.
    """
    if media_type == "application/pdf":
        text = _of_pdf(body)
    elif media_type in ENDINGS:
        decoded = _decoded(body, charset)
        text = decoded if media_type == "text/plain" else _of_html(decoded)
    else:
        message = f"the text of a document of the type `{media_type}` cannot be read"
        raise UnreadableError(message)
    if not text.strip():
        message = "the document has no text; a picture of one says nothing to a program"
        raise UnreadableError(message)
    return settled(text.replace("\r\n", "\n"))


def whole_text_of(body: bytes, charset: str = "") -> str:
    """Return all that a reader sees of a page of the web, what stands around its article too."""
    return settled("\n\n".join(passage.text for passage in read_html(_decoded(body, charset))))


def _of_html(decoded: str) -> str:
    """Return a page's article below its title; where no article is found, all of its text."""
    import trafilatura  # noqa: PLC0415 - takes long to import

    article = trafilatura.extract(decoded, include_comments=False, include_tables=True, favor_recall=True)
    if not article:
        return "\n\n".join(passage.text for passage in read_html(decoded))
    found = trafilatura.extract_metadata(decoded)
    title = (found.title if found else "") or ""
    return "\n\n".join([*([title] if title and title not in article else []), re.sub(r"\n+", "\n\n", article)])


def _of_pdf(body: bytes) -> str:
    import pypdf  # noqa: PLC0415 - takes long to import

    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages]
    except Exception as error:  # noqa: BLE001 - a broken file breaks the parser in many ways
        message = f"the PDF cannot be read ({error})"
        raise UnreadableError(message) from None
    return PAGE_END.join(HYPHEN.sub("", page).strip() for page in pages)


def _decoded(body: bytes, charset: str) -> str:
    """Return the letters of a document: as its server says, as it says itself, or as they are most likely meant."""
    from trafilatura.utils import decode_file  # noqa: PLC0415 - takes long to import

    declared = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", body[:4000], re.IGNORECASE)
    for name in (charset, declared[1].decode("ascii") if declared else "", "utf-8"):
        try:
            if name:
                return body.decode(name).removeprefix("\ufeff")
        except (LookupError, UnicodeDecodeError):
            continue
    return str(decode_file(body))
