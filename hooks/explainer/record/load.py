"""Files to a Record: read each, make its models, and tell all that is wrong with any of them at once."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from explainer.characters import as_utf8, composed
from explainer.fields.types import name_of
from explainer.fields.validation import validate
from explainer.files.documents import Document, Way
from explainer.files.reading import read
from explainer.problems.problem import Problem
from explainer.record.kinds.kind import Entry
from explainer.record.kinds.refs import Kind
from explainer.record.kinds.registry import AnyKind, all_kinds, collections
from explainer.record.published import FOLDER, OLD_FILE
from explainer.record.record import Origin, Record
from explainer.record.rows import misfits, required_columns, with_lists
from explainer.record.verified import FILE
from explainer.site.site import Site

ENDINGS = (".yml", ".yaml", ".json", ".csv")

OURS = {FOLDER, OLD_FILE, FILE}
"""What stands in the folder of the record and is written by commands."""


@dataclass(frozen=True)
class Loaded:
    """A record, and what is wrong with the files it came from. What has a problem is left out of the record."""

    record: Record
    problems: tuple[Problem, ...]


@dataclass
class _Draft:
    """What is gathered while the files are read, before it becomes a Record."""

    entries: dict[Kind, dict[str, Entry]] = field(default_factory=lambda: {kind: {} for kind in all_kinds()})
    origins: dict[tuple[Kind, str], Origin] = field(default_factory=dict)
    broken: set[tuple[Kind, str]] = field(default_factory=set)
    unreadable: set[Kind] = field(default_factory=set)
    missing: set[Kind] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def record(self) -> Record:
        return Record(
            entries=MappingProxyType({kind: MappingProxyType(found) for kind, found in self.entries.items()}),
            origins=MappingProxyType(self.origins),
            broken=frozenset(self.broken),
            unreadable=frozenset(self.unreadable),
            missing=frozenset(self.missing),
        )


def load_record(site: Site) -> Loaded:
    """Read a site's record, all of it, with what is wrong with its files."""
    draft = _Draft(problems=list(site.problems))
    if site.data.is_dir():
        for kind in all_kinds().values():
            _collection(site, kind, draft)
        draft.problems.extend(_strangers(site))
    else:
        draft.unreadable.update(all_kinds())
        mark = site.config.marks.get((*site.way, "data"))
        message = f"no folder `{site.settings.data}`, which holds the record"
        draft.problems.append(Problem.at(site.config.file, mark, message))
    return Loaded(draft.record(), tuple(draft.problems))


# --- the collections ----------------------------------------------------------------------------------------------


def _collection(site: Site, kind: AnyKind, draft: _Draft) -> None:
    name = kind.collection
    files = [path for ending in ENDINGS if os.path.lexists(path := site.data / f"{name}{ending}")]
    folder = site.data / name
    parts = sorted(path for path in folder.glob("[!.]*") if path.suffix.lower() in ENDINGS)  # editors' locks are hidden
    both = [*files, *([folder] if folder.is_dir() else [])]
    if len(both) > 1:
        names = ", ".join(f"`{path.name}`" for path in both)
        message = f"the collection `{name}` stands in more than one place: {names}"
        draft.problems.append(Problem.at(site.shown_as(both[1]), None, message, "keep one file or one folder"))
    if not files and not parts:
        draft.missing.add(kind.name)
    for path in files:
        _file(_read(path, kind, site), kind, None, draft)
    for path in parts:
        _file(_read(path, kind, site), kind, composed(path.stem), draft)


def _read(path: Path, kind: AnyKind, site: Site) -> Document:
    names = ",".join(required_columns(kind.model))
    without_entries = f"has a row of names alone, such as `{names}`" if _is_csv(path) else "is written `[]`"
    return read(path, site.shown_as(path), f"a collection without entries {without_entries}")


def _is_csv(path: Path) -> bool:
    return path.suffix.lower() == ".csv"


def _strangers(site: Site) -> Iterator[Problem]:
    """Yield what in the data folder no collection reads: a misspelt name would lose it in silence."""
    for path in sorted(site.data.iterdir()):
        if (name := as_utf8(path.name)) != path.name:
            message = "the file's name is no text in UTF-8"
            yield Problem.at(site.shown_as(site.data / name), None, message, "give it another name")
            continue
        read_here = path.is_dir() or path.suffix.lower() in ENDINGS
        if (
            read_here
            and path.stem not in collections()
            and path.name not in OURS
            and not path.name.startswith((".", "_"))
        ):
            names = ", ".join(f"`{name}`" for name in collections())
            message, hint = f"no collection `{path.stem}`", f"the collections are {names}"
            yield Problem.at(site.shown_as(path), None, message, hint)
        elif not path.name.startswith((".", "_")):
            yield from _unread(site, path)
    for name in collections():
        for path in sorted((site.data / name).glob("[!._]*")):
            if path.is_dir():
                message = "files in a folder of a folder are not read"
                yield Problem.at(site.shown_as(path), None, message, f"put them into `{name}` itself")
            elif path.suffix.lower() not in ENDINGS:
                yield from _unread(site, path)


SHEETS = {".xlsx", ".xls", ".ods", ".tsv", ".numbers"}


def _unread(site: Site, path: Path) -> Iterator[Problem]:
    """Yield a problem for a file of the record that ends in something that is not read: what is in it would be lost."""
    suffix, inner = path.suffix.lower(), Path(path.stem).suffix.lower()
    if path.is_dir() or path.name in OURS or suffix in ENDINGS:
        return
    if suffix in SHEETS:
        hint = f"`explainer import {site.shown_as(path).as_posix()}` reads it, or save it as CSV"
        yield Problem.at(site.shown_as(path), None, "a spreadsheet is not read as a part of the record", hint)
    elif inner in ENDINGS or path.stem in collections():
        message = f"the file ends in `{path.suffix}`, and is not read"
        meant = path.stem if inner in ENDINGS else f"{path.stem}.yml"
        yield Problem.at(site.shown_as(path), None, message, f"call it `{meant}`, or keep it elsewhere")


def _file(document: Document, kind: AnyKind, story: str | None, draft: _Draft) -> None:
    value = document.value
    if _is_timelinejs(document):
        draft.unreadable.add(kind.name)
        hint = f"move it elsewhere, and `explainer import` reads it: `explainer import {document.file.name}`"
        draft.problems.append(Problem.at(document.file, None, "this is a file of TimelineJS, and no collection", hint))
        return
    draft.problems.extend(document.problems)
    if value and _is_csv(document.file) and (columns := list(misfits(document, kind.model))):
        draft.unreadable.add(kind.name)
        draft.problems.extend(columns)
        return
    if isinstance(value, list):
        for n, each in enumerate(value):
            _entry(document, kind, each, (n,), story, draft)
        return
    draft.unreadable.add(kind.name)
    if value is not None:
        message = f"expected a list of entries, found {name_of(value)}"
        draft.problems.append(Problem.at(document.file, document.mark(()), message, "begin each entry with `- id: …`"))


def _is_timelinejs(document: Document) -> bool:
    """Whether a file is another tool's: as a collection it would be wrong in every cell."""
    value = document.value
    if isinstance(value, dict):
        timeline = value.get("timeline")
        return isinstance(value.get("events"), list) or (isinstance(timeline, dict) and "date" in timeline)
    names = {str(way[0]).strip().casefold() for way in document.names if len(way) == 1}
    return {"headline", "year"} <= names or {"headline", "start date"} <= names


def _entry(document: Document, kind: AnyKind, value: Any, way: Way, story: str | None, draft: _Draft) -> None:
    model: type[Entry] = kind.model
    id_ = value.get("id", "") if isinstance(value, dict) else ""
    label = id_ if isinstance(id_, str) else ""
    if _is_csv(document.file):
        value = with_lists(value, model)
    entry, problems = validate(model, value, document, way, label)
    draft.problems.extend(problems)
    if first := draft.origins.get((kind.name, label)):
        place = f"{first.file.as_posix()}:{first.mark('id').line}"
        mark, message = document.mark((*way, "id")), f"the id `{label}` stands twice"
        draft.problems.append(Problem.at(document.file, mark, message, f"it stands first in {place}"))
        return
    if entry is None:
        draft.broken.add((kind.name, label))
        if label:
            draft.origins[kind.name, label] = Origin(document, way)
        return
    if story is not None and getattr(entry, "story", "") is None:
        entry = entry.model_copy(update={"story": story})
    draft.entries[kind.name][entry.id] = entry
    draft.origins[kind.name, entry.id] = Origin(document, way)
