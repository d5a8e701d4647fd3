"""Whether a value says what it said: what nobody reads otherwise is no change.

White space and line breaks, the form of apostrophes and of quotation marks, the form in which a letter is encoded and
the order of a list tell a reader nothing.
"""

import json
import unicodedata
from collections import Counter
from typing import Any

TYPEWRITTEN = str.maketrans(dict.fromkeys("’‘ʼ＇", "'") | dict.fromkeys("“”„‟", '"'))


def as_read(value: Any) -> Any:
    """Return a value, as JSON has it, in the form in which two that say the same are equal; None where it says nothing.

    A list becomes a sorted one, of texts in JSON.
    """
    if isinstance(value, str):
        return unicodedata.normalize("NFC", " ".join(value.split())).translate(TYPEWRITTEN) or None
    if isinstance(value, list):
        return sorted(_text(each) for each in value) or None
    if isinstance(value, dict):
        return {name: read for name, each in value.items() if (read := as_read(each)) is not None} or None
    return value


def grew(before: Any, after: Any) -> bool:
    """Whether a list holds all that it held, and perhaps more."""
    old, new = (Counter(as_read(value) or ()) for value in (before, after))
    return old <= new


def _text(value: Any) -> str:
    return json.dumps(as_read(value), ensure_ascii=False, sort_keys=True)
