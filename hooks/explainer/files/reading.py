"""A file to plain values: its bytes to text, and the text by what its name ends with."""

from pathlib import Path

from explainer.files.conflicts import conflict_between_entries
from explainer.files.csv_format import read_csv
from explainer.files.documents import Document
from explainer.files.json_format import read_json
from explainer.files.yaml_format import read_yaml
from explainer.problems.problem import Mark, Problem

BY_ENDING = {".yml": read_yaml, ".yaml": read_yaml, ".json": read_json, ".csv": read_csv}
"""What reads a file of the record, by the ending of its name."""


class UnreadableError(Exception):
    """A file is not there, or is no text in UTF-8; the problem says which, and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_text(path: Path, shown_as: Path, what: str = "file") -> str:
    """Read a file of text.

    Args:
        path: The file: UTF-8, with or without a byte-order mark, with any line ends.
        shown_as: How problems name it.
        what: What an editor calls it: the file, the page.

    Returns:
        What it holds, with line feeds as line ends.

    Raises:
        UnreadableError: It cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(Problem.at(shown_as, None, f"the {what} cannot be read ({error.strerror})")) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = error.object  # the bytes without their mark
        before = _with_line_feeds(found[: error.start].decode())
        mark = Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = f"expected UTF-8, found the byte 0x{found[error.start]:02X}"
        raise UnreadableError(Problem.at(shown_as, mark, message, "save the file as UTF-8")) from None
    return _with_line_feeds(text)


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read(path: Path, shown_as: Path, if_empty: str = "") -> Document:
    """Read one file of the record, or a configuration.

    Args:
        path: The file; its ending says the format: .yml, .yaml, .json or .csv.
        shown_as: How problems name it.
        if_empty: What to write into a file that is to hold nothing.

    Returns:
        The document. Where the file cannot be read at all, `value` is None and `problems` says why.
    """
    document = Document(shown_as, if_empty=if_empty)
    try:
        document.text = read_text(path, shown_as)
    except UnreadableError as error:
        document.problems.append(error.problem)
        return document
    if not document.text.strip():
        document.problem(None, "the file is empty", if_empty)
    elif conflict := conflict_between_entries(document.text, path.suffix.lower()):
        document.problem(*conflict)
    else:
        BY_ENDING.get(path.suffix.lower(), read_yaml)(document.text, document)
    return document
