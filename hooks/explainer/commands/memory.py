"""What a check has found, kept beside the site: where nothing has changed since, the next one need not look again.

Kept is only what can be told from files whose contents are compared. Where something else may have a say in it, such as
a plugin, an extension that reads files of its own or a variable of the environment, nothing is kept; nor is an error,
which may go away with a file that is not there yet.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.brought import is_nothing_brought
from explainer.files.writing import write_whole
from explainer.problems.problem import Problem, fails

if TYPE_CHECKING:  # an unchanged site is to be told of without the time that reading one takes to import
    from explainer.site.site import Site

FOLDER = Path(".cache") / "explainer"
"""Where commands keep what they need not find out twice, from the folder of the configuration file."""

PACKAGE = Path(__file__).resolve().parents[1]

READING = frozenset({"pymdownx.snippets", "pymdownx.b64"})
"""Extensions of those known that read files of their own."""


class Memory:
    """What is kept of a site's last check."""

    def __init__(self, config_file: Path) -> None:
        """Look for what is kept.

        Args:
            config_file: The site's configuration file.
        """
        self.root = config_file.resolve().parent
        self.file = self.root / FOLDER / f"check-{config_file.name}.json"
        self._state = ""
        self._looked_at: dict[str, list[str]] = {}

    def recall(self) -> list[Problem] | None:
        """Return what the last check has found; None where something has changed, or nothing is kept."""
        try:
            kept = json.loads(self.file.read_bytes())
            if kept["state"] == self._state_of(kept["looked_at"]):
                return [Problem(**{**each, "file": Path(each["file"])}) for each in kept["problems"]]
        except (OSError, ValueError, TypeError, KeyError):
            pass  # another version has kept it, or it is no longer whole: it is found out anew
        return None

    def begin(self, site: "Site") -> None:
        """Note the state that a site is in before it is read: what changes while it is read must not be missed."""
        if not _is_told_by_files(site):
            return
        folders = [site.docs, site.data, *([site.root / site.settings.templates] if site.settings.templates else [])]
        fonts = [site.root / site.settings.card_font] if site.settings.card_font else []
        self._looked_at = {
            "files": [str(each) for each in (*site.files, *fonts)],
            "folders": [str(each) for each in folders],
            "built": [str(site.target)],
        }
        with suppress(OSError):  # then there is an error, which is not kept
            self._state = self._state_of(self._looked_at)

    def keep(self, problems: Iterable[Problem]) -> None:
        """Keep what a check has found, if that can be told again."""
        told = list(problems)
        if not self._state or fails(told):
            return
        listed = [{**asdict(each), "file": each.file.as_posix()} for each in told]
        kept = {"state": self._state, "looked_at": self._looked_at, "problems": listed}
        with suppress(OSError):  # no room, or no right to write: the next check takes its time
            write_whole(self.file, json.dumps(kept).encode())
            write_whole(self.file.with_name(".gitignore"), b"*\n")  # nobody is to commit it by accident

    def _state_of(self, looked_at: dict[str, list[str]]) -> str:
        """Return what two checks must have in common to find the same."""
        state = hashlib.sha256()
        names = (sys.version, datetime.now(UTC).date().isoformat(), *_packages(), *self._names(looked_at["built"]))
        for name in names:
            state.update(os.fsencode(name) + b"\0")
        below = (file for folder in looked_at["folders"] for file in _files(Path(folder)))
        for file in (*sorted(PACKAGE.rglob("*.py")), *map(Path, looked_at["files"]), *below):
            content = file.read_bytes()
            state.update(os.fsencode(file) + b"\0%d\0" % len(content))
            state.update(content)
        return state.hexdigest()

    def _names(self, built: list[str]) -> Iterator[str]:
        """Yield the names of the files about the site: a page, or an option, may ask whether one of them is there."""
        for folder, folders, files in os.walk(self.root):
            folders[:] = sorted(
                name
                for name in folders
                if not name.startswith(".") and name not in {"__pycache__", "node_modules"}
                if str(Path(folder, name)) not in built and not Path(folder, name, "pyvenv.cfg").exists()
            )
            yield folder
            yield from sorted(files)


def _is_told_by_files(site: "Site") -> bool:
    """Whether what is wrong with a site is told by its files alone, and by which package looks at them."""
    from explainer.hosts.reading import is_read_from_disk  # noqa: PLC0415 - see above
    from explainer.site.extensions import extensions_of  # noqa: PLC0415 - see above

    names, _ = extensions_of(site)
    return (
        is_nothing_brought()
        and is_read_from_disk(site)
        and all("!ENV" not in file.read_text("utf-8", "replace") for file in site.files)
        and all(_is_known(name) and name not in READING for name in names)
    )


def _is_known(extension: str) -> bool:
    """Whether an extension comes with Python-Markdown or PyMdown."""
    if extension.startswith(("markdown.extensions.", "pymdownx.")):
        return True
    return extension.isidentifier() and find_spec(f"markdown.extensions.{extension}") is not None


def _packages() -> Iterator[str]:
    """Yield the names of the installed packages, which say their versions."""
    for folder in sys.path:
        with suppress(OSError):
            yield from sorted(
                each.name for each in Path(folder or ".").iterdir() if each.suffix in {".dist-info", ".pth"}
            )


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder, in an order that is always the same.

    Raises:
        OSError: A link leads to another folder, which may lead back.
    """
    for place, folders, files in os.walk(folder):
        folders.sort()
        if any(Path(place, name).is_symlink() for name in folders):
            raise OSError
        yield from (Path(place, name) for name in sorted(files))
