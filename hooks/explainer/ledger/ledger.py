"""What was published, and what has changed since: no correction is silent.

The ledger keeps what each published thing said, in the fields that carry meaning, and what it had said before. It
changes or goes only under an update in `updates.yml` that names it; the old and the new value then join its history
under that update.
"""

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel

from explainer.fields.named import Kept, marked
from explainer.ledger.sameness import as_read, grew
from explainer.ledger.typos import no_typo
from explainer.record.contents import Contents
from explainer.record.kinds.refs import QUESTION, EntryRef
from explainer.record.kinds.update import Update
from explainer.record.published import PAGE, TEXT, History, Key, Ledger, PageSaid, Published, sorts
from explainer.record.shape import shape_of
from explainer.site.pages import stem_of

Fields = dict[str, Any]

SILENT_REWRITE = "silent-rewrite"
"""The rule on the texts of pages."""


@dataclass(frozen=True)
class Difference:
    """Something published that the site no longer says so.

    Attributes:
        key: Its name in the ledger.
        field: The field that changed; empty where readers are told nothing of it any more.
        before: What was published.
        after: What the site says; of a page's text, as of `before`, the passages that are others.
        update: The id of the update that owns up to it; empty where none does.
        refused: Why an update that calls it a typo does not own up to it; empty where none does.
        is_unshown: Whether it is in the record, and no page shows it.
    """

    key: Key
    field: str
    before: Any
    after: Any
    update: str = ""
    refused: str = ""
    is_unshown: bool = False

    @property
    def is_rewrite(self) -> bool:
        """Whether it is in the text of a page, which editors may change more freely than facts."""
        return self.key.sort == PAGE and self.field == TEXT


@dataclass
class Moved:
    """The ledger after it was moved forward, and what kept it from moving."""

    ledger: Ledger
    unowned: list[Difference] = field(default_factory=list)

    def at_least(self, old: Ledger | None) -> Ledger:
        """Return what must be written before the site is published: the text of a page may follow later.

        Args:
            old: The ledger before it was moved.
        """
        known = old.entries if old else {}
        return Ledger(
            {
                key: known[key] if key in known and _says_more_in_text(key, known[key], published) else published
                for key, published in self.ledger.entries.items()
            }
        )


def _says_more_in_text(key: Key, before: Published, after: Published) -> bool:
    """Whether nothing of a page is new but its text, which no update tells of."""
    free = {TEXT, *(name for name, kept in sorts()[key.sort].fields.items() if kept.may == "change")}
    fields = {**after.fields, **{name: before.fields[name] for name in free if name in before.fields}}
    return key.sort == PAGE and before == replace(after, fields=fields)


def snapshot(contents: Contents) -> dict[Key, Fields]:
    """Return what the site says now: for each thing that the ledger keeps, its fields that carry meaning."""
    record = contents.record
    said: dict[Key, Fields] = {}
    for name, sort in sorts().items():
        for id_, entry in record.entries.get(sort.named_by, {}).items():
            for told_by, part in sort.part.of(entry) if sort.part else [("", entry)]:
                said[Key(name, id_, told_by)] = _kept(part)
    for page in contents.pages:
        text = list(contents.texts.get(page.path, ()))
        said[Key(PAGE, page.stem)] = _kept(
            PageSaid.model_construct(**{**dict(page.front), "title": page.title, TEXT: text})
        )
    return said


def _kept(model: BaseModel) -> Fields:
    dumped = model.model_dump(mode="json", by_alias=True)
    return {name: dumped[name] for name, _ in marked(type(model), Kept)}


def differences(contents: Contents) -> Iterator[Difference]:
    """Yield where the site differs from what was published, each with the new update that owns up to it, if any."""
    ledger = contents.record.ledger
    if ledger is None:
        return
    said, owners, shown = snapshot(contents), _owners(contents, ledger), _shown(contents)
    for key, published in ledger.entries.items():
        found = owners.get(key.named_by, ())
        is_unshown = key in said and published.page is not None and (key.sort, key.id) not in shown
        if key not in said or is_unshown:
            if is_unshown:  # whoever takes back a page takes back what it shows
                found = [*found, *owners.get(EntryRef(QUESTION, stem_of(published.page or "")), ())]
            if not published.withdrawn:
                yield _owned(Difference(key, "", published.fields, None, is_unshown=is_unshown), found)
            continue
        for name, kept in sorts()[key.sort].fields.items():
            if name in published.fields and kept.may != "change":
                for each in _of_field(key, name, kept, published.fields, said[key]):
                    yield _owned(each, found)


def _owners(contents: Contents, ledger: Ledger) -> Mapping[EntryRef, Sequence[Update]]:
    """Return the updates that were made since, by what they name, the earliest first."""
    owners: dict[EntryRef, list[Update]] = defaultdict(list)
    for update in sorted(contents.record.of(Update).values(), key=lambda update: update.date):
        if update.id not in ledger.updates:
            for ref in update.entries:
                owners[ref].append(update)
    return owners


def _shown(contents: Contents) -> set[tuple[str, str]]:
    """Return the entries that some page shows."""
    return {each for page in contents.pages for each in contents.shown_on(page.path)}


def _of_field(
    key: Key, name: str, kept: Kept, before: Fields | Mapping[str, Any], after: Fields
) -> Iterator[Difference]:
    old, new = before[name], after[name]
    if key.sort == PAGE and name == TEXT:
        if before.get("updated") == after["updated"]:
            yield from (Difference(key, name, *each) for each in _rewritten(old or [], new))
    elif not (as_read(old) == as_read(new) or (kept.may == "grow" and grew(old, new))):
        yield Difference(key, name, old, new)


def _rewritten(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[list[str] | None, list[str] | None]]:
    """Yield the passages of a text that are others, and what they are now, from its beginning to its end."""
    old, new = ([as_read(each) for each in text] for text in (before, after))
    for what, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield list(before[a:b]) or None, list(after[c:d]) or None


def _owned(difference: Difference, updates: Sequence[Update]) -> Difference:
    """Return a difference with the first update that owns up to it, or what keeps a typo from doing so."""
    refused = ""
    for update in updates:
        if update.is_told:
            return replace(difference, update=update.id)
        refused = _no_typo(difference)
        if not refused:
            return replace(difference, update=update.id)
    return replace(difference, refused=refused)


def _no_typo(difference: Difference) -> str:
    shape = shape_of(sorts()[difference.key.sort].model, difference.field)
    before, after = difference.before, difference.after
    if not difference.is_rewrite:
        return no_typo(before, after, shape)
    if len(before or ()) != len(after or ()):
        return "there are more passages, or fewer"
    return next(filter(None, (no_typo(old, new, shape) for old, new in zip(before, after, strict=True))), "")


def move(contents: Contents) -> Moved:
    """Move the ledger forward: what is new enters, and changes that an update owns up to join the history.

    Returns:
        The ledger as it should be written, and the changes that no update owns up to; with any of these, nothing must
        be written. The text of a page is among them where the site takes a silent rewrite for more than advice.
    """
    old = contents.record.ledger or Ledger()
    changed = list(differences(contents))
    changes: dict[Key, list[History]] = defaultdict(list)
    for each in changed:
        if each.update and each.field:
            changes[each.key].append(History(each.update, each.field, each.before, each.after))
    gone = {each.key: each.update for each in changed if not each.field}
    shown = _shown(contents)
    entries: dict[Key, Published] = {}
    for key, fields in snapshot(contents).items():
        known = old.entries.get(key, Published({}))
        if key in gone or (known.withdrawn and known.page and (key.sort, key.id) not in shown):
            entries[key] = replace(known, withdrawn=known.withdrawn or gone[key])
            continue
        page = contents.homes.get((key.sort, key.id)) or known.page
        returned = (History(known.withdrawn, "", None, None),) if known.withdrawn else ()
        entries[key] = Published(_moved(known.fields, fields), page, (*known.history, *returned, *changes[key]))
    for key, known in old.entries.items():
        if key not in entries:
            entries[key] = replace(known, withdrawn=known.withdrawn or gone.get(key, ""))
    graver = contents.site.settings.checks.get(SILENT_REWRITE, "advice") in {"warning", "error"}
    unowned = [each for each in changed if not each.update and (graver or not each.is_rewrite)]
    return Moved(Ledger(entries), unowned)


def _moved(known: Mapping[str, Any], fields: Fields) -> Fields:
    """Return what a thing says now, and where that is what it said, in the form in which it was published."""
    return {
        name: known[name] if name in known and _says_the_same(name, known[name], value) else value
        for name, value in fields.items()
    }


def _says_the_same(name: str, before: Any, after: Any) -> bool:
    if name == TEXT and isinstance(before, list):
        return [as_read(each) for each in before] == [as_read(each) for each in after]
    return bool(as_read(before) == as_read(after))
