"""What readers have been told changes only in the open.

A published value that changed or went is told of until an update names it and the ledger has it. A build that is not
strict only warns, so that an editor can see a change before it is owned up to.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from explainer.files.documents import Mark
from explainer.ledger.ledger import Difference, differences
from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.kinds.refs import QUESTION
from explainer.record.kinds.registry import kind_of
from explainer.record.kinds.update import Update
from explainer.record.published import FILE, sorts
from explainer.rules.rule import Rule


def _silent(contents: Contents) -> Iterator[Problem]:
    kept = {sort.named_by for sort in sorts().values()} - {QUESTION}
    if not contents.record.has_all(*kept, kind_of(Update).name):
        return
    for difference in differences(contents):
        mark, file = _place(difference, contents)
        message, hint = describe(difference)
        yield Problem(file, mark.line, mark.column, message, hint=hint)


def _place(difference: Difference, contents: Contents) -> tuple[Mark, Path]:
    named = difference.key.named_by
    page = contents.question(named.id) if named.kind == QUESTION else None
    if page:
        return page.document.mark((difference.field,)), page.document.file
    origin = contents.record.origins.get((named.kind, named.id))
    if origin is None:
        return Mark(0, 0), contents.site.shown_as(contents.site.data / FILE)
    part = sorts()[difference.key.sort].part
    return origin.mark(part.field if part else difference.field), origin.file


def describe(difference: Difference) -> tuple[str, str]:
    """Put a difference from what was published in words: the message, and the lines that mend it."""
    what = f"`{difference.field}` of {difference.key}" if difference.field else difference.key
    if difference.field:
        message = f"{what} was published as {_shown(difference.before)} and is now {_shown(difference.after)}"
    else:
        message = f"{what} was published and is gone"
    if difference.update:
        return f"{message}; the update `{difference.update}` owns up to it", "run `explainer publish-record`"
    if difference.refused:
        return f"{message}, which is no typo: {difference.refused}", "call the update a correction"
    lines = f"- {{id: …, date: …, kind: correction, text: …, entries: [{difference.key.named_by}]}}"
    return f"{message}, and no new update names it", f"add to updates.yml: {lines}"


def _shown(value: Any) -> str:
    return (
        "nothing"
        if value is None
        else f"`{value}`"
        if isinstance(value, str)
        else json.dumps(value, ensure_ascii=False)
    )


RULE = Rule(
    name="silent-correction",
    doc=__doc__,
    severity="error",
    in_preview="warning",
    says="was published",
    in_site=_silent,
    follows=True,
)
