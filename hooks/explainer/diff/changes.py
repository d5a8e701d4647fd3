"""What has changed between two states of a record: entries and pages added, withdrawn and changed, field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Literal

from explainer.edition import Edition
from explainer.problems.problem import in_order
from explainer.record.kinds.kind import Entry
from explainer.record.kinds.refs import Kind
from explainer.record.kinds.registry import all_kinds, kind_of
from explainer.site.pages import Page, first_heading, split_front_matter

ChangeKind = Kind | Literal["page"]
"""A kind of entry; `question` for a page that asks one, `page` for any other."""


@dataclass(frozen=True)
class FieldChange:
    """A value that is another now.

    Attributes:
        way: The field, from the outside in: `("date",)`, `("verdict", "by")`, `("positions", "white-house", "view")`,
            where a position goes by those who hold it, as in the ledger.
        before: The value as JSON has it; None where there was none.
        after: What it is now, likewise.
    """

    way: tuple[str, ...]
    before: Any
    after: Any


@dataclass(frozen=True)
class Change:
    """An entry or a page that was added (`before` is None), withdrawn (`after` is None) or changed in some fields."""

    kind: ChangeKind
    id: str
    before: Entry | Page | None
    after: Entry | Page | None
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """Two states of a record and what lies between them.

    Attributes:
        before: The site as it was.
        after: The site as it is.
        changes: What changed: by kind, and within a kind in the order of the record.
        left_out: What one of the states could not be read of, by kind and id: nothing is said of it. An empty id
            stands for all of a kind.
    """

    before: Edition
    after: Edition
    changes: tuple[Change, ...]
    left_out: tuple[tuple[ChangeKind, str], ...]


def number_of_problems(edition: Edition) -> int:
    """Return how many problems a record has, as `explainer check` tells them, without the allowed exceptions."""
    return sum(not problem.allowed for problem in in_order(edition.problems))


def compare(before: Edition, after: Edition) -> Comparison:
    """Compare two states of a record.

    White space is not compared: a paragraph whose lines are broken elsewhere says what it said.
    """
    changes: list[Change] = []
    left_out: list[tuple[ChangeKind, str]] = []
    unreadable = before.record.unreadable | after.record.unreadable
    broken = before.record.broken | after.record.broken
    for kind in all_kinds():
        if kind in unreadable:
            left_out.append((kind, ""))
            continue
        old, new = before.record.entries.get(kind, {}), after.record.entries.get(kind, {})
        left_out.extend((kind, id_) for broken_kind, id_ in sorted(broken) if broken_kind == kind)
        changes.extend(each for each in _changes(kind, old, new) if (kind, each.id) not in broken)
    unread = _unread_pages(before) | _unread_pages(after)
    old_pages, new_pages = ({page.path: page for page in edition.contents.pages} for edition in (before, after))
    for change in _changes("page", old_pages, new_pages):
        file = (change.after or change.before).document.file  # type: ignore[union-attr] # of a page, and never both
        if file in unread:
            left_out.append((change.kind, change.id))
        else:
            changes.append(change)
    return Comparison(before, after, tuple(changes), tuple(left_out))


def _unread_pages(edition: Edition) -> set[Any]:
    """Return the files that problems name and that became no page, or one without what its front matter says."""
    sound = {page.document.file for page in edition.contents.pages if not page.document.problems}
    return {problem.file for problem in edition.problems} - sound


def _changes(kind: ChangeKind, old: Mapping[str, Entry | Page], new: Mapping[str, Entry | Page]) -> Iterator[Change]:
    for name in dict.fromkeys([*new, *old]):
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        found = tuple(_differences(_said(before), _said(after), _parts_of(after))) if before and after else ()
        if found or not (before and after):
            page = after or before
            is_question = isinstance(page, Page) and page.is_question
            yield Change("question" if is_question else kind, name.removesuffix(".md"), before, after, found)


# --- the fields ---------------------------------------------------------------------------------------------------


def _said(thing: Entry | Page) -> dict[str, Any]:
    """Return what an entry or a page says, as JSON has it."""
    if isinstance(thing, Page):
        return {**thing.front.model_dump(mode="json"), "title": thing.title, "text": _text_of(thing)}
    said = thing.model_dump(mode="json", by_alias=True, exclude={"id"})
    for part in kind_of(type(thing)).parts:
        if part.told_by:
            said[part.field] = {
                told_by: each.model_dump(mode="json", by_alias=True, exclude={part.told_by})
                for told_by, each in part.of(thing)
            }
    return said


def _parts_of(thing: Entry | Page) -> frozenset[str]:
    """Return the fields whose parts are compared one by one: each is something that readers were told by itself."""
    return frozenset() if isinstance(thing, Page) else frozenset(part.field for part in kind_of(type(thing)).parts)


def _text_of(page: Page) -> str:
    """Return the text of a page without the heading that is its title."""
    body = split_front_matter(page.document.text)[1]
    heading, lines = first_heading(body)
    return "\n".join(
        line for number, line in enumerate(body.split("\n")) if heading != page.title or number not in lines
    )


def _differences(
    before: Mapping[str, Any], after: Mapping[str, Any], parted: frozenset[str], way: tuple[str, ...] = ()
) -> Iterator[FieldChange]:
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name) or None, after.get(name) or None
        if _read(old) == _read(new):
            continue
        here = (*way, name)
        if isinstance(old, dict) and isinstance(new, dict) and here[0] in parted:
            yield from _differences(old, new, parted, here)
        elif any(isinstance(each, dict) for each in [*_listed(old), *_listed(new)]):
            yield from (FieldChange(here, *pair) for pair in _pairs(_listed(old), _listed(new)))
        else:
            yield FieldChange(here, old, new)


def _read(value: Any) -> Any:
    """Return a value as it is read: white space is one space, and nothing is nothing in any form."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_read(each) for each in value]
    if isinstance(value, dict):
        return {name: _read(each) for name, each in value.items() if each}
    return value


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _pairs(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Iterator[tuple[Any, Any]]:
    """Pair the items that changed: those of one name (a role's title, a wording's words), then the others in turn."""
    gone = [item for item in old if item not in new]
    come = [item for item in new if item not in old]
    if not gone and not come:  # only the order is another
        yield old, new
    for item in list(gone):
        namesakes = (n for n, each in enumerate(come) if next(iter(each.values())) == next(iter(item.values())))
        if (n := next(namesakes, None)) is not None:
            gone.remove(item)
            yield item, come.pop(n)
    yield from zip_longest(gone, come)
