"""What came of looking for recorded words in the kept texts of their sources: `data/verified.json`.

The file holds digests and the quoted words, and no more of others' texts: whoever has no evidence, such as a server
that builds the site, knows from it what was found.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import TypeAdapter, ValidationError

from explainer.edtf.dates import Date, parse
from explainer.files import conflicts
from explainer.files.documents import Mark
from explainer.record.claims import Claim

FILE = "verified.json"
"""The file, in the folder of the record."""

VERSION = 1

Found = Literal["found", "differs", "not there", "unchecked"]
"""What came of it. `unchecked`: nothing of the source is kept."""


@dataclass(frozen=True)
class Result:
    """What came of looking for words in a source.

    Attributes:
        of: The entry whose they are: `statement:no-communications`.
        digest: What the words are recognised by.
        source: The id of the source.
        result: What came of it.
        checked: On which day, as EDTF has it; empty where it could not be.
        evidence: The digest of the document in which they were looked for.
        page: On which page they stand, from 1; 0 where it has no pages.
        paragraph: In which paragraph of the text, from 1.
        offset: How many characters of the text stand before them.
        exact: The words as the source prints them: the `exact`, `prefix` and `suffix` of a TextQuoteSelector (Web
            Annotation Data Model, 4.2.4).
        prefix: What stands before them.
        suffix: What stands behind them.
        shown: In what they differ, word by word.
    """

    of: str
    digest: str
    source: str
    result: Found
    checked: str = ""
    evidence: str = ""
    page: int = 0
    paragraph: int = 0
    offset: int = 0
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: str = ""

    @property
    def day(self) -> Date | None:
        """The day on which it was checked."""
        return parse(self.checked) if self.checked else None


Key = tuple[str, str, str]
"""What a result is found by: the entry, the words' digest, the source."""


@dataclass(frozen=True, eq=False)
class Verified:
    """All results.

    Attributes:
        results: The results.
    """

    results: Mapping[Key, Result] = field(default_factory=dict)

    def of(self, claim: Claim) -> Result | None:
        """Return what came of a claim; None where nobody has looked, or the words were others then."""
        return self.results.get(key_of(claim))


class VerifiedError(ValueError):
    """The file does not hold results.

    Attributes:
        mark: Where that shows; None where no line is known.
    """

    def __init__(self, message: str, mark: Mark | None = None) -> None:
        super().__init__(message)
        self.mark = mark


def key_of(claim: Claim) -> Key:
    """Return what the result of a claim is found by."""
    return f"{claim.kind}:{claim.id}", claim.digest, claim.source


def read_verified(data: Path) -> Verified | None:
    """Read what came of looking for words; None where nobody has looked.

    Raises:
        VerifiedError: The file does not hold that.
        OSError: It cannot be read.
    """
    file = data / FILE
    if not file.is_file():
        return None
    try:
        text = file.read_bytes().decode("utf-8-sig")
        if mark := conflicts.conflict_in(enumerate(text.split("\n"))):
            raise VerifiedError(conflicts.MESSAGE, mark)
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise VerifiedError(error.msg, Mark(error.lineno, error.colno)) from None
    except (UnicodeDecodeError, RecursionError) as error:
        raise VerifiedError(str(error)) from None
    if not isinstance(content, dict) or content.get("version") != VERSION:
        message = f"expected results of version {VERSION}"
        raise VerifiedError(message)
    try:
        listed = TypeAdapter(list[Result]).validate_python(content.get("results"))
        for each in listed:
            if each.checked:
                parse(each.checked)
    except ValidationError as error:
        first = error.errors()[0]
        message = f"{' › '.join(map(str, ('results', *first['loc'])))}: {first['msg']}"
        raise VerifiedError(message) from None
    except ValueError as error:
        raise VerifiedError(str(error)) from None
    return Verified({(each.of, each.digest, each.source): each for each in listed})


def as_text(results: Iterable[Result]) -> str:
    """Return results as their file holds them: a line each, sorted, so that two branches meet in few places."""
    lines = [
        json.dumps(_bare(asdict(each)), ensure_ascii=False)
        for each in sorted(results, key=lambda each: (each.of, each.source, each.digest))
    ]
    listed = ",\n  ".join(lines)
    return (
        f'{{\n "version": {VERSION},\n "results": [\n  {listed}\n ]\n}}\n'
        if lines
        else (f'{{\n "version": {VERSION},\n "results": []\n}}\n')
    )


def _bare(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


RESULTS = get_args(Found)
"""All that can come of it."""
