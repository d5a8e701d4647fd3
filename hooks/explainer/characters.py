"""Characters that look like others or like nothing: how an editor is told of them, and what was meant.

No-break spaces, soft hyphens, dashes and full-width digits come along with what is copied. Prose has its use for each
of them; in an id, a date or an address they make two things of what looks like one. Nothing here changes what was
typed: it names, compares and proposes. Knows the standard library alone.
"""

import re
import unicodedata

DASHES = re.compile("[\u2010-\u2015\u2212]")
"""What an editor may take for the hyphen of a keyboard."""

ACCENTS = re.compile("[\u0300-\u036f]")
"""The marks that stand on letters, where they are typed apart from them."""

LONGEST = 100
"""How many characters of a text are shown of it where it is not what was expected."""


def composed(text: str) -> str:
    """Return a text in which each letter with its marks is one character where Unicode has it so (NFC).

    Keyboards type `é` as one character, and some disks store it as two; to a reader they are the same.
    """
    return unicodedata.normalize("NFC", text)


def visible(text: str) -> str:
    """Return a text without the characters that nobody sees: soft hyphens, joiners, marks of direction."""
    return text if text.isascii() else "".join(each for each in text if unicodedata.category(each) != "Cf")


def as_utf8(name: str) -> str:
    """Return a file's name as it can be told: where it is no text in UTF-8, a sign stands for what is none."""
    return name if name.isascii() else name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def plain(text: str, *, dashes: bool = True) -> str:
    """Return a text as it would be typed: what is seen of it, in the digits, letters, spaces and hyphens of a keyboard.

    Args:
        text: The text.
        dashes: Whether dashes become hyphens.
    """
    if text.isascii():
        return text
    typed = unicodedata.normalize("NFKC", visible(text))
    typed = "".join(str(unicodedata.decimal(each, each)) for each in re.sub(r"[^\S\n]", " ", typed))
    return DASHES.sub("-", typed) if dashes else typed


def shown(text: str) -> str:
    """Return a text as a message shows it: as it was typed, with the names of what deceives the eye in it."""
    quoted = f"`{text[:LONGEST]}…`" if len(text) > LONGEST else f"`{text}`"
    deceptive = list(dict.fromkeys(each for each in text if _deceives(each)))
    if not deceptive:
        return quoted
    named = [_name(each) for each in deceptive[:3]]
    return f"{quoted} with {' and '.join(filter(None, [', '.join(named[:-1]), named[-1]]))}"


def _deceives(character: str) -> bool:
    if character.isascii():
        return False
    category = unicodedata.category(character)
    return (
        category in {"Cf", "Zs", "Zl", "Zp", "Nd"}
        or bool(DASHES.match(character) or ACCENTS.match(character))
        or "\uff01" <= character <= "\uff5e"  # the full-width forms of what keyboards have
    )


def _name(character: str) -> str:
    name = "byte-order mark" if character == "\ufeff" else unicodedata.name(character, "character").lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name} (U+{ord(character):04X})"
