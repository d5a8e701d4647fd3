"""Where each entry is shown: the page a link to it leads to."""

from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from explainer.fields.validation import validate
from explainer.files.documents import Document
from explainer.record.queries.selection import Selection, select
from explainer.record.record import Record
from explainer.record.refs import Kind
from explainer.site.pages import BlockHeader, Page
from explainer.site.settings import home_of
from explainer.site.site import Site

SINGLE: dict[str, Kind] = {
    "event": "event",
    "person": "person",
    "statement": "statement",
    "dispute": "dispute",
}
"""The blocks that show one entry, and the kind of that entry."""


def anchor(kind: Kind, id_: str) -> str:
    """Return the fragment of an entry's permalink.

    The kind is part of it because an id is unique in its collection alone, and a page may show several kinds.
    """
    return f"{kind}-{id_}"


@lru_cache(maxsize=8)
def homes(record: Record, site: Site) -> dict[tuple[Kind, str], str]:
    """Return the page where each entry is at home, for the entries that some page shows.

    That is the page the options name for its kind, if it shows the entry; else the first page, in the site's order,
    that does.
    """
    at_home: dict[tuple[Kind, str], str] = {}
    for page in record.pages:
        for kind, id_ in shown_on(page, record):
            if home_of(site.settings, kind) == page.path:
                at_home[kind, id_] = page.path
            else:
                at_home.setdefault((kind, id_), page.path)
    if record.ledger:  # what was withdrawn keeps its address
        for key, published in record.ledger.entries.items():
            kind_text, _, id_ = key.partition(":")
            if published.page:
                at_home.setdefault((cast("Kind", kind_text), id_), published.page)
    return at_home


def shown_on(page: Page, record: Record) -> Iterator[tuple[Kind, str]]:
    """Yield the entries that a page's blocks show in full, so that a link to them is answered there."""
    for block in page.blocks:
        for kind, id_ in _shown_by(block, record):
            if record.get(kind, id_) is not None:
                yield kind, id_


def _shown_by(block: BlockHeader, record: Record) -> Iterator[tuple[Kind, str]]:
    options = block.options.value if isinstance(block.options.value, dict) else {}
    if options.get("layout") in {"brief", "glance", "row"}:
        return  # a short form names entries and links to their home; it is none itself
    if block.name in SINGLE:
        yield SINGLE[block.name], block.argument
    if block.name == "timeline":
        yield from (("event", event.id) for event in select(record.events.values(), selection_of(block)))
    elif block.name == "dispute" and block.argument in record.disputes:
        for position in record.disputes[block.argument].positions:
            yield from (("statement", id_) for id_ in position.statements)
    elif block.name == "people":
        chosen = options.get("people")
        yield from (("person", id_) for id_ in record.people if not chosen or id_ in chosen)
    elif block.name == "sources" and options.get("cited") != "yes":
        yield from (("source", id_) for id_ in record.sources)
    elif block.name == "updates":
        limit = str(options.get("limit", ""))
        newest = record.newest_updates()
        yield from (("update", update.id) for update in (newest[: int(limit)] if limit.isdigit() else newest))


def selection_of(block: BlockHeader) -> Selection:
    """Return what a timeline's options select; options that are wrong are the block's to report, not ours."""
    options = block.options.value if isinstance(block.options.value, dict) else {}
    names = {field.alias or name for name, field in Selection.model_fields.items()}
    known = {name: value for name, value in options.items() if name in names}
    return validate(Selection, known, Document(block.options.file)) or Selection()
