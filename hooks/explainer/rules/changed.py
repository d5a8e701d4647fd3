"""Differences from what was published, in words and at their places: what the rules on silent changes share."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from explainer.files.documents import Mark
from explainer.ledger.files import place_of
from explainer.ledger.ledger import Difference
from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.kinds.refs import QUESTION
from explainer.record.kinds.registry import kind_of
from explainer.record.kinds.update import Update
from explainer.record.published import FOLDER, sorts
from explainer.record.record import Origin
from explainer.site.pages import Page

LONGEST = 200
"""How many characters of a passage are told."""

WORDS_TO_FIND = 4
"""By how many of its first words a passage is looked for in its file."""


def can_tell(contents: Contents) -> bool:
    """Whether the record is whole: of what could not be read nobody knows whether it changed.

    A site in several languages has one ledger, and what changed is told once: by the edition in its own language.
    """
    if contents.site.prefix:
        return False
    kept = {sort.named_by for sort in sorts().values()} - {QUESTION}
    return contents.record.has_all(*kept, kind_of(Update).name)


def problem(difference: Difference, contents: Contents) -> Problem:
    """Return a difference as a problem at its place: in the file that changed, or in the ledger where that is gone."""
    mark, file = _place(difference, contents)
    message, hint = describe(difference)
    return Problem(file, mark.line, mark.column, message, hint=hint)


def describe(difference: Difference) -> tuple[str, str]:
    """Put a difference from what was published in words: the message, and the lines that mend it."""
    message = _message(difference)
    if difference.update:
        return f"{message}; the update `{difference.update}` owns up to it", "run `explainer publish-record`"
    if difference.refused:
        return f"{message}, which is no typo: {difference.refused}", "call the update a correction"
    lines = f"- {{id: …, date: …, kind: correction, text: …, entries: [{difference.key.named_by}]}}"
    if difference.is_rewrite:
        return (
            f"{message}, and neither `updated` nor a new update says so",
            f"put today's date under `updated`, or add to updates.yml: {lines}",
        )
    return f"{message}, and no new update names it", f"add to updates.yml: {lines}"


def _message(difference: Difference) -> str:
    key, before, after = difference.key, _shown(difference.before), _shown(difference.after)
    if difference.is_rewrite:
        return f"the text of the page has changed: {_passages(difference.before)} is now {_passages(difference.after)}"
    if difference.field:
        return f"`{difference.field}` of {key} was published as {before} and is now {after}"
    return (
        f"{key} was published, and no page shows it any more"
        if difference.is_unshown
        else f"{key} was published and is gone"
    )


def _shown(value: Any) -> str:
    if value in (None, "", []):
        return "nothing"
    return f"`{value}`" if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _passages(passages: Sequence[str] | None) -> str:
    text = " ".join(passages or ())
    return (
        "nothing" if not text else f"`{text}`" if len(text) <= LONGEST else f"`{text[:LONGEST].rpartition(' ')[0]} …`"
    )


def _place(difference: Difference, contents: Contents) -> tuple[Mark, Path]:
    named, key = difference.key.named_by, difference.key
    page = contents.question(named.id) if named.kind == QUESTION else None
    if page:
        return _place_on(page, difference), page.document.file
    origin = contents.record.origins.get((named.kind, named.id))
    if origin is None:
        return Mark(0, 0), contents.site.shown_as(contents.site.data / FOLDER / place_of(key))
    part = sorts()[key.sort].part
    return origin.mark(*[part.field if part else difference.field] if difference.field else []), origin.file


def _place_on(page: Page, difference: Difference) -> Mark:
    """Return where on a page something changed: at a field of the front matter, or at the passage."""
    if not difference.is_rewrite or not difference.after:
        return page.document.mark((difference.field,))
    words = difference.after[0].split()[:WORDS_TO_FIND]
    return next(
        (
            found
            for n in range(len(words), 0, -1)
            if (found := Origin(page.document, ()).find((), " ".join(words[:n]))) != page.document.mark(())
        ),
        page.document.mark(()),
    )
