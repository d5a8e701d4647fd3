"""What was published: the ledger that makes a silent correction impossible.

`data/published.json` keeps what each published entry said, in the fields that carry meaning, and what it had said
before. A published entry changes or goes only under an update in `updates.yml` that names it; the old and the new value
then join its history under that update.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from explainer.fields.named import Kept, marked
from explainer.files import conflicts
from explainer.files.documents import Mark
from explainer.ledger.typos import no_typo
from explainer.problems.problem import did_you_mean
from explainer.record.contents import Contents
from explainer.record.kinds.refs import EntryRef
from explainer.record.kinds.update import Update
from explainer.record.published import ANSWER, History, Key, Ledger, Published, sorts
from explainer.record.shape import shape_of

VERSION = 1

Fields = dict[str, Any]


@dataclass(frozen=True)
class Difference:
    """Something published that the record no longer says so.

    Attributes:
        key: The entry's name in the ledger.
        field: The field that changed; empty where the entry is gone.
        before: What was published.
        after: What the record says.
        update: The id of the update that owns up to it; empty where none does.
        refused: Why an update that calls it a typo does not own up to it; empty where none does.
    """

    key: Key
    field: str
    before: Any
    after: Any
    update: str = ""
    refused: str = ""


@dataclass
class Moved:
    """The ledger after it was moved forward, and what kept it from moving."""

    ledger: Ledger
    unowned: list[Difference] = field(default_factory=list)


def snapshot(contents: Contents) -> dict[Key, Fields]:
    """Return what the record says now: for each thing that the ledger keeps, its fields that carry meaning."""
    record = contents.record
    said: dict[Key, Fields] = {}
    for name, sort in sorts().items():
        for id_, entry in record.entries.get(sort.named_by, {}).items():
            for told_by, part in sort.part.of(entry) if sort.part else [("", entry)]:
                said[Key(name, id_, told_by)] = _kept(part)
    for page in contents.pages.questions:
        said[Key(ANSWER, page.stem)] = _kept(page.front)
    return said


def _kept(model: BaseModel) -> Fields:
    dumped = model.model_dump(mode="json", by_alias=True)
    return {
        name: dumped[name]
        for name, kept in marked(type(model), Kept)
        if kept.when_empty or dumped[name] not in (None, [], "")
    }


def differences(contents: Contents) -> Iterator[Difference]:
    """Yield where the record differs from what was published, each with the new update that owns up to it, if any."""
    record = contents.record
    ledger = record.ledger
    if ledger is None:
        return
    said = snapshot(contents)
    owners: dict[EntryRef, list[Update]] = defaultdict(list)
    for update in sorted(record.of(Update).values(), key=lambda update: update.date):
        if update.id not in ledger.updates:
            for ref in update.entries:
                owners[ref].append(update)
    for key, published in ledger.entries.items():
        if published.withdrawn:
            continue
        found = owners.get(key.named_by, ())
        if key not in said:
            yield _owned(Difference(key, "", published.fields, None), found)
            continue
        for name in sorted({*published.fields, *said[key]}):
            before, after = published.fields.get(name), said[key].get(name)
            if before != after:
                yield _owned(Difference(key, name, before, after), found)


def _owned(difference: Difference, updates: Sequence[Update]) -> Difference:
    """Return a difference with the first update that owns up to it, or what keeps a typo from doing so."""
    refused = ""
    for update in updates:
        if update.is_told:
            return replace(difference, update=update.id)
        shape = shape_of(sorts()[difference.key.sort].model, difference.field)
        refused = no_typo(difference.before, difference.after, shape)
        if not refused:
            return replace(difference, update=update.id)
    return replace(difference, refused=refused)


def move(contents: Contents) -> Moved:
    """Move the ledger forward: new entries enter, and changes that an update owns up to join the history.

    Returns:
        The ledger as it should be written, and the changes that no update owns up to; with any of these, nothing must
        be written.
    """
    record = contents.record
    old = record.ledger or Ledger()
    changed = list(differences(contents))
    changes: dict[Key, list[History]] = defaultdict(list)
    for each in changed:
        changes[each.key].append(History(each.update, each.field, each.before, each.after))
    entries: dict[Key, Published] = {}
    for key, said in snapshot(contents).items():
        known = old.entries.get(key, Published({}))
        page = contents.homes.get((key.sort, key.id)) or known.page
        entries[key] = Published(said, page, (*known.history, *changes[key]))
    gone = {each.key: each.update for each in changed if not each.field}
    for key, known in old.entries.items():
        if key not in entries:
            entries[key] = Published(known.fields, known.page, known.history, known.withdrawn or gone.get(key, ""))
    updates = sorted({*old.updates, *record.of(Update)})
    return Moved(Ledger(entries, tuple(updates)), [each for each in changed if not each.update])


# --- the file -----------------------------------------------------------------------------------------------------


class LedgerError(ValueError):
    """A file is not a ledger.

    Attributes:
        mark: Where that shows; None where no line is known.
        hint: What to do.
    """

    def __init__(self, message: str, mark: Mark | None = None, hint: str = "bring it back from git") -> None:
        super().__init__(message)
        self.mark = mark
        self.hint = hint


@dataclass(frozen=True)
class _File:
    """A ledger as its file holds it."""

    entries: dict[str, Published] = field(default_factory=dict)
    updates: tuple[str, ...] = ()


def read_ledger(path: Path) -> Ledger | None:
    """Read the ledger; None where the site keeps none.

    Raises:
        LedgerError: The file is not a ledger.
        OSError: It cannot be read.
    """
    if not path.is_file():
        return None
    try:
        text = path.read_text("utf-8-sig")
        if mark := conflicts.conflict_in(enumerate(text.split("\n"))):
            hint = "take the file of one side, and run `explainer publish-record`"
            raise LedgerError(conflicts.MESSAGE, mark, hint)
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise LedgerError(error.msg, Mark(error.lineno, error.colno)) from None
    except UnicodeDecodeError as error:
        raise LedgerError(str(error)) from None
    if not isinstance(content, dict) or content.get("version") != VERSION:
        message = f"expected a ledger of version {VERSION}"
        raise LedgerError(message)
    try:
        file = TypeAdapter(_File).validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        message = f"{' › '.join(map(str, first['loc']))}: {first['msg']}"
        raise LedgerError(message) from None
    entries: dict[Key, Published] = {}
    for name, published in file.entries.items():
        key = Key.parse(name)
        sort = sorts().get(key.sort)
        if sort is None or not key.id:
            message = f"entries › {name}: expected one of {', '.join(sorts())}, a colon and an id"
            raise LedgerError(message)
        known = list(sort.fields)
        for change in published.history:
            if change.field and change.field not in known:
                message = f"entries › {key} › history: no field `{change.field}`; {did_you_mean(change.field, known)}"
                raise LedgerError(message)
        entries[key] = published
    return Ledger(entries, file.updates)


def as_text(ledger: Ledger) -> str:
    """Return the ledger as its file holds it: sorted, a value a line, so that a change of it reads well as a diff."""
    entries: dict[str, Any] = {}
    for key, published in sorted((str(key), published) for key, published in ledger.entries.items()):
        entry: dict[str, Any] = {"fields": published.fields}
        if published.page:
            entry["page"] = published.page
        if published.history:
            entry["history"] = [vars(change) for change in published.history]
        if published.withdrawn:
            entry["withdrawn"] = published.withdrawn
        entries[key] = entry
    content = {"version": VERSION, "updates": list(ledger.updates), "entries": entries}
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"
