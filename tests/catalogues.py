"""The catalogues of the languages: `python -m tests.catalogues` brings them up to date with the words in the code.

So are the tables of the guide in which they are read.
"""

import io
import subprocess
import sys
import tempfile
from copy import deepcopy
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from tests.building import BIN, REPOSITORY
from tests.word_tables import TABLES, table

from explainer.scaffold.new_site import FILES, LOCALE
from explainer.words.words import CATALOGUES

UNSTABLE = (
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Generated-By",
    "Project-Id",
    "Report-Msgid",
)
"""Lines of a catalogue's head that change with the day and the tool, and say nothing that the history does not."""

OPTIONS = ("-c", "Translators:", "-k", "ngettext_noop:1,2")
"""What marks a remark to translators; and a message, besides the functions that Babel knows, `N_` among them."""


def extracted() -> Catalog:
    """Return the messages that the code and the templates hold, as Babel extracts them."""
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder, "explainer.pot")
        command = [BIN / "pybabel", "-q", "extract", "-F", "pyproject.toml", *OPTIONS, "-o", pot, "."]
        subprocess.run(command, cwd=REPOSITORY, check=True, timeout=60)
        return read_po(io.BytesIO(pot.read_bytes()))


def extracted_from_scaffold() -> Catalog:
    """Return the messages that the files of a new site hold."""
    messages = Catalog(charset="utf-8")
    found = extract_from_dir(FILES, [("**.jinja", "jinja2")], directory_filter=lambda _: True)
    for file, line, message, remarks, _ in found:
        messages.add(message, locations=[(file, line)], auto_comments=remarks)
    return messages


def read(file: Path) -> Catalog:
    """Return a language's catalogue."""
    return read_po(io.BytesIO(file.read_bytes()), locale=file.stem)


def as_text(catalogue: Catalog) -> str:
    """Return a catalogue as its file holds it: sorted, so that a new message moves no other."""
    out = io.BytesIO()
    write_po(out, catalogue, width=120, no_location=True, sort_output=True, ignore_obsolete=True)
    lines = out.getvalue().decode("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith(tuple(f'"{each}' for each in UNSTABLE))) + "\n"


def main() -> None:
    """Write what is new into each catalogue, take out what is gone, and write its table."""
    messages = extracted()
    for file in sorted(CATALOGUES.glob("*.po")):
        _update(file, messages)
        (TABLES / f"{file.stem}.md").write_text(table(read(file), messages), "utf-8")
    messages = extracted_from_scaffold()
    for file in sorted(LOCALE.glob("*.po")):
        _update(file, messages)


def _update(file: Path, messages: Catalog) -> None:
    catalogue = read(file)
    catalogue.update(deepcopy(messages), no_fuzzy_matching=True)  # takes over what it adds
    file.write_text(as_text(catalogue), "utf-8")
    missing = [message.id for message in catalogue if message.id and not message.string]
    name = file.relative_to(REPOSITORY)
    sys.stdout.write(f"{name}: {len(catalogue)} messages, {len(missing)} to be translated\n")


if __name__ == "__main__":
    main()
