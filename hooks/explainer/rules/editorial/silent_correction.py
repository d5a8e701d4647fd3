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
from explainer.record.published import FILE, named_by
from explainer.rules.rule import Rule


def _silent(contents: Contents) -> Iterator[Problem]:
    if not contents.record.has_all("event", "statement", "source", "dispute", "update"):
        return
    for difference in differences(contents):
        mark, file = _place(difference, contents)
        message, hint = describe(difference)
        yield Problem(file, mark.line, mark.column, message, hint=hint)


def _place(difference: Difference, contents: Contents) -> tuple[Mark, Path]:
    kind, _, id_ = difference.key.partition(":")
    page = contents.question(id_) if kind == "answer" else None
    if page:
        return page.document.mark(("answer",)), page.document.file
    in_dispute = kind in {"position", "verdict"}
    origin = contents.record.origins.get(("dispute" if in_dispute else kind, id_.partition("/")[0]))
    if origin is None:
        return Mark(0, 0), contents.site.shown_as(contents.site.data / FILE)
    return origin.mark(kind + "s" if kind == "position" else kind if in_dispute else difference.field), origin.file


def describe(difference: Difference) -> tuple[str, str]:
    """Put a difference from what was published in words: the message, and the lines that mend it."""
    what = f"`{difference.field}` of {difference.key}" if difference.field else difference.key
    if difference.field:
        message = f"{what} was published as {_shown(difference.before)} and is now {_shown(difference.after)}"
    else:
        message = f"{what} was published and is gone"
    if difference.update:
        return f"{message}; the update `{difference.update}` owns up to it", "run `explainer publish-record`"
    lines = f"- {{id: …, date: …, kind: correction, text: …, entries: [{named_by(difference.key)}]}}"
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
