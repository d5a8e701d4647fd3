"""The letters of the pictures: which font has all that a text needs, and where its lines break."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import fontpkg
from fontTools.ttLib import TTFont
from PIL import ImageFont, features

FAMILIES = ("Source Serif 4", "Amiri", "Frank Ruhl Libre", "Noto Sans Devanagari")
"""The fonts that come with the generator, in the order in which they are tried: Latin, Greek and Cyrillic; Arabic;
Hebrew; Devanagari. Those of the last three have Latin letters too. Chinese and Japanese need a font of the site's own:
one of theirs is larger than the generator."""

REGULAR, BOLD = 400, 700
PLAIN_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "CJK", "HIRAGANA", "KATAKANA", "HANGUL")
"""The scripts whose letters stand side by side as they are; any other's join, turn or run from right to left."""


@dataclass(frozen=True)
class Typeface:
    """A font in its weights.

    Attributes:
        regular: The file for plain text.
        bold: The file for headlines; the same one where it holds all weights.
        needs_shaping: Whether letters join or run from right to left, so that a shaping engine must place them.
        language: The language (BCP 47): some letters have another shape in another language.
    """

    regular: Path
    bold: Path
    needs_shaping: bool
    language: str

    @property
    def identity(self) -> str:
        """What tells this typeface from any other on any machine."""
        return f"{self.regular.name} {self.regular.stat().st_size} {self.needs_shaping}"

    def font(self, size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
        """Return the font at a size in pixels."""
        return _font(self.bold if bold else self.regular, size, BOLD if bold else REGULAR)

    def shaping(self, *, mirrored: bool) -> dict[str, Any]:
        """Return how the shaping engine is to place a line; nothing for the engine that places letters side by side."""
        if not _has_shaping():
            return {}
        return {"direction": "rtl" if mirrored else "ltr", "language": self.language}

    def wrapped(self, text: str, size: int, width: float, *, bold: bool = False) -> list[str]:
        """Break a text into lines that are no wider than `width` pixels."""
        font = self.font(size, bold=bold)
        lines: list[str] = []
        line = ""
        for piece in _pieces(text):
            longer = line + piece
            if not line or font.getlength(longer.rstrip()) <= width:
                line = longer
            else:
                lines.append(line.rstrip())
                line = piece
            while font.getlength(line.rstrip()) > width and len(line) > 1:  # a word as long as a line
                fits = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or font.getlength(line[:n]) <= width)
                lines.append(line[:fits])
                line = line[fits:]
        return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterator[str]:
    """Yield the pieces between which a line may break.

    These are words with the space behind them, and the signs of Chinese and Japanese, each with the punctuation that
    must not begin a line.
    """
    piece = ""
    for letter in text:
        breaks = piece and (piece[-1].isspace() or (_is_wide(letter) and _is_wide(piece[-1])))
        if breaks and unicodedata.category(letter) not in {"Pe", "Pf", "Po"}:
            yield piece
            piece = ""
        piece += letter
    if piece:
        yield piece


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in {"W", "F"}


@lru_cache(maxsize=256)
def typeface_for(text: str, own: str, language: str) -> Typeface | None:
    """Return the first typeface that has every letter of a text.

    Args:
        text: The text.
        own: The site's own font file, tried first; empty where it names none.
        language: The language of the text (BCP 47).

    Returns:
        The typeface; None where none has all letters, or where they must be shaped and no shaping engine is there.
    """
    letters = {letter for letter in text if not letter.isspace() and unicodedata.category(letter) not in {"Cf", "Cc"}}
    shaped = any(_needs_shaping(letter) for letter in letters)
    if shaped and not _has_shaping():
        return None
    for regular, bold in _files(own):
        if all(ord(letter) in _letters(regular) for letter in letters):
            return Typeface(regular, bold, shaped, language)
    return None


def _needs_shaping(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LM" and not unicodedata.name(letter, "").startswith(
        (*PLAIN_SCRIPTS, "COMBINING", "MODIFIER", "FULLWIDTH", "HALFWIDTH", "FEMININE", "MASCULINE")
    )


@cache
def _has_shaping() -> bool:
    """Whether Pillow can shape text and order what runs from right to left: it looks for the system's FriBiDi."""
    return bool(features.check("raqm") and features.check("fribidi"))


def _files(own: str) -> Iterator[tuple[Path, Path]]:
    if own and Path(own).is_file():
        yield Path(own), Path(own)
    for family in FAMILIES:
        yield fontpkg.path(family, REGULAR), fontpkg.path(family, BOLD)


@cache
def _letters(file: Path) -> frozenset[int]:
    with TTFont(file, fontNumber=0, lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=128)
def _font(file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    layout = ImageFont.Layout.RAQM if _has_shaping() else ImageFont.Layout.BASIC
    font = ImageFont.truetype(str(file), size, layout_engine=layout)
    try:
        axes = font.get_variation_axes()
    except OSError:  # a font of one weight
        return font
    font.set_variation_by_axes([_setting(axis, size, weight) for axis in axes])
    return font


def _setting(axis: Any, size: int, weight: int) -> float:
    """Return where a variable font's axis is set, as near to what is wanted as the font goes."""
    wanted = {b"Weight": weight, b"Optical Size": size}.get(axis["name"], axis["default"])
    return float(min(max(wanted, axis["minimum"]), axis["maximum"]))
