"""How long a page takes to read."""

import re

WORDS_A_MINUTE = 230
"""Brysbaert 2019, "How many words do we read per minute?": 238 for silent reading of English non-fiction."""
SIGNS_A_MINUTE = 500
"""The same for Chinese and Japanese, which do not part words by spaces."""

TWICE = re.compile(r'<ol class="ex-glance__upright.*?</ol>|<text class="ex-glance__name".*?</text>', re.DOTALL)
"""What a drawing says a second time: of its names and its list, a reader sees one or the other."""

TAG = re.compile(r"<[^>]*>")
SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


def reading_minutes(html: str) -> int:
    """Return how many minutes a page takes to read, one at the least."""
    text = TAG.sub(" ", TWICE.sub(" ", html))
    signs = len(SIGN.findall(text))
    words = len(WORD.findall(SIGN.sub(" ", text)))
    return max(1, round(words / WORDS_A_MINUTE + signs / SIGNS_A_MINUTE))
