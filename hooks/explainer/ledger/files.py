"""The ledger's files: one for each thing that it keeps, so that two branches that both publish merge by themselves.

`data/published/event/private-meeting.json` holds what was published of that event. No file is everybody's to rewrite.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from explainer.files import conflicts
from explainer.files.documents import Mark
from explainer.ledger.version_1 import from_version_1
from explainer.problems.problem import did_you_mean
from explainer.record.published import FOLDER, OLD_FILE, UPDATE, History, Key, Ledger, Published, sorts

VERSION = 2
VERSION_FILE = "version.json"

LONGEST_NAME = 100
"""How many characters of a part's name stand in the name of its file, which no disk lets be of any length."""


class LedgerError(ValueError):
    """A file of the ledger is none.

    Attributes:
        file: The file.
        mark: Where that shows; None where no line is known.
        hint: What to do.
    """

    def __init__(
        self, file: Path, message: str, mark: Mark | None = None, hint: str = "bring it back from git"
    ) -> None:
        super().__init__(message)
        self.file = file
        self.mark = mark
        self.hint = hint


@dataclass(frozen=True)
class _File:
    """A file of the ledger."""

    of: str
    fields: dict[str, Any]
    page: str | None = None
    history: tuple[History, ...] = ()
    withdrawn: str = ""


_FILE = TypeAdapter(_File)


def place_of(key: Key) -> str:
    """Return the file in which something is kept, from the folder of the ledger."""
    part = key.part
    if len(part) > LONGEST_NAME:
        part = f"{part[:LONGEST_NAME]}~{hashlib.sha256(part.encode()).hexdigest()[:12]}"
    return f"{key.sort}/{key.id}/{part}.json" if part else f"{key.sort}/{key.id}.json"


def read_ledger(data: Path) -> tuple[Ledger | None, list[LedgerError]]:
    """Read the ledger of a site.

    Args:
        data: The folder of the record.

    Returns:
        The ledger; None where the site keeps none, or where some of it cannot be read. And what cannot be.
    """
    folder, old = data / FOLDER, data / OLD_FILE
    entries: dict[Key, Published] = {}
    faults: list[LedgerError] = []
    files = [old] if old.is_file() else []
    files += sorted(path for path in folder.rglob("*.json") if path.is_file())
    if not files:
        return None, []
    for path in files:
        try:
            content = _json(path)
            if path == old:
                entries.update(_from_version_1(path, content))
            elif path == folder / VERSION_FILE:
                _expect_version(path, content, VERSION)
            else:
                key, published = _entry(path, content)
                _expect_place(path, folder, key)
                entries[key] = published
        except LedgerError as error:
            faults.append(error)
        except OSError as error:
            faults.append(LedgerError(path, error.strerror or str(error), hint=""))
    return (None if faults else Ledger(entries)), faults


def _json(path: Path) -> Any:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        if mark := conflicts.conflict_in(enumerate(text.split("\n"))):
            hint = "take the file of one side, and run `explainer publish-record`"
            raise LedgerError(path, conflicts.MESSAGE, mark, hint)
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise LedgerError(path, error.msg, Mark(error.lineno, error.colno)) from None
    except UnicodeDecodeError as error:
        raise LedgerError(path, str(error)) from None
    except RecursionError:
        message = "it is nested too deeply"
        raise LedgerError(path, message) from None


def _expect_version(path: Path, content: Any, version: int) -> None:
    if not isinstance(content, dict) or content.get("version") != version:
        message = f"expected a ledger of version {version}"
        raise LedgerError(path, message)


def _from_version_1(path: Path, content: Any) -> Mapping[Key, Published]:
    _expect_version(path, content, 1)
    found: dict[Key, Published] = {}
    try:
        for key, kept in from_version_1(content):
            _, found[key] = _entry(path, {**kept, "of": str(key)})
    except (AttributeError, TypeError):
        message = "expected the names of what was published, and what it said"
        raise LedgerError(path, message) from None
    return found


def _entry(path: Path, content: Any) -> tuple[Key, Published]:
    try:
        file = _FILE.validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        message = f"{' › '.join(map(str, first['loc']))}: {first['msg']}"
        raise LedgerError(path, message.removeprefix(": ")) from None
    key = Key.parse(file.of)
    sort = sorts().get(key.sort)
    if sort is None or not key.id:
        message = f"{file.of}: expected one of {', '.join(sorts())}, a colon and an id"
        raise LedgerError(path, message)
    known = list(sort.fields)
    for change in file.history:
        if change.field and change.field not in known:
            message = f"{key} › history: no field `{change.field}`; {did_you_mean(change.field, known)}"
            raise LedgerError(path, message)
    return key, Published(file.fields, file.page, file.history, file.withdrawn)


def _expect_place(path: Path, folder: Path, key: Key) -> None:
    if path.relative_to(folder).as_posix() != place_of(key):
        message = f"it holds {key}, whose place is `{place_of(key)}`"
        raise LedgerError(path, message)


# --- writing ------------------------------------------------------------------------------------------------------


def as_files(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Yield the files of a ledger, from its folder, with their texts: a value a line, so that a change reads well.

    The updates come last: where the writing of them breaks off, what they own up to is owned up to when it is repeated.
    """
    yield VERSION_FILE, _as_text({"version": VERSION})
    for key in sorted(ledger.entries, key=lambda key: (key.sort == UPDATE, str(key))):
        published = ledger.entries[key]
        entry: dict[str, Any] = {"of": str(key)}
        if published.page:
            entry["page"] = published.page
        entry["fields"] = dict(published.fields)
        if published.history:
            entry["history"] = [vars(change) for change in published.history]
        if published.withdrawn:
            entry["withdrawn"] = published.withdrawn
        yield place_of(key), _as_text(entry)


def _as_text(content: Any) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def to_write(data: Path, ledger: Ledger) -> dict[Path, bytes | None]:
    """Return what has to be written so that the disk holds a ledger, in this order.

    Args:
        data: The folder of the record.
        ledger: The ledger.

    Returns:
        The files that hold something else, each with what it should hold; None for one that should not be there.
    """
    folder = data / FOLDER
    wanted = {folder / name: text.encode() for name, text in as_files(ledger)}
    files: dict[Path, bytes | None] = {
        path: content for path, content in wanted.items() if not path.is_file() or _bare(path.read_bytes()) != content
    }
    there = [data / OLD_FILE, *sorted(folder.rglob("*.json"))]
    return {**files, **{path: None for path in there if path not in wanted and path.is_file()}}


def _bare(content: bytes) -> bytes:
    """Return a file as we write it: another system may have put its line ends and mark of the encoding into it."""
    return content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
