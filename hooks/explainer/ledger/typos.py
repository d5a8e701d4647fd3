"""What counts as a typo: a few letters of a word or two, by which nothing is said that was not said before.

A reader who saw the old text and one who sees the new must have read the same. So a number, a name and a negation are
never a typo, nor are recorded words, which are as they were said.
"""

from typing import Any

from explainer.quotations.language import languages
from explainer.quotations.tokens import Word, words
from explainer.record.shape import Shape

MOST_WORDS = 2
"""How many words may have typos."""

MOST_LETTERS = 2
"""How many letters of a word may be wrong: missing, too many, or others."""


def no_typo(before: Any, after: Any, shape: Shape) -> str:
    """Return why a change is no typo; empty where it is one.

    Args:
        before: What was published.
        after: What it says now.
        shape: What the field may hold.
    """
    if not isinstance(before, str) or not isinstance(after, str) or not (shape.is_plain or shape.is_prose):
        return "only the editors' own text has typos"
    old, new = words(before), words(after)
    if len(old) != len(new):
        return "there are more words, or fewer"
    changed = [(here, there) for here, there in zip(old, new, strict=True) if here.text != there.text]
    if any(here.stop != there.stop and "?" in {here.stop, there.stop} for here, there in zip(old, new, strict=True)):
        return "a question is another sentence"
    if len(changed) > MOST_WORDS:
        return f"{len(changed)} words differ, and a typo is in {MOST_WORDS} at the most"
    first = {old[0], new[0]} if old else set()
    return next(filter(None, (_meant(here, there, {here, there} & first) for here, there in changed)), "")


def _meant(before: Word, after: Word, is_first: set[Word]) -> str:
    """Return why a word is another word, and not the same in other letters; empty where it is the same."""
    both = (before.text, after.text)
    if any(letter.isnumeric() for text in both for letter in text):
        return "a number is never a typo"
    if not all(letter.isalpha() or letter in "'-" for text in both for letter in text):
        return "a sign that carries meaning is never a typo"
    if any(each.turning(both, hedges=False) for each in languages()):
        return "a negation is never a typo"
    if not is_first and any(text[:1].isupper() for text in both):
        return "a name is never a typo"
    if _distance(*both) > min(MOST_LETTERS, max(1, min(map(len, both)) // 2)):
        return f"`{before.text}` and `{after.text}` are two words"
    return ""


def _distance(one: str, other: str) -> int:
    """Return how many letters have to be put in, taken out, replaced or swapped with the next (Damerau, 1964)."""
    rows = [list(range(len(other) + 1))]
    for n, here in enumerate(one, 1):
        row = [n]
        for m, there in enumerate(other, 1):
            steps = [rows[-1][m] + 1, row[m - 1] + 1, rows[-1][m - 1] + (here != there)]
            if n > 1 and m > 1 and here == other[m - 2] and one[n - 2] == there:
                steps.append(rows[-2][m - 2] + 1)
            row.append(min(steps))
        rows.append(row)
    return rows[-1][-1]
