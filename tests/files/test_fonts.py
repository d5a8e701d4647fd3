"""What is a font and what is none, beside the library that reads them whole."""

import io
import struct
from pathlib import Path

import fontpkg
import pytest
from fontTools.ttLib import TTCollection, TTFont

from explainer.files.fonts import is_font

FAMILIES = ("Source Serif 4", "Amiri", "Frank Ruhl Libre", "Noto Sans Devanagari")


@pytest.fixture(scope="module")
def font() -> bytes:
    data: bytes = fontpkg.path("Frank Ruhl Libre", 400).read_bytes()
    return data


@pytest.mark.parametrize("family", FAMILIES)
def test_the_fonts_of_the_generator_are_fonts(family: str) -> None:
    assert is_font(fontpkg.path(family, 400))


@pytest.mark.parametrize("flavour", ["a collection", "woff"])
def test_other_forms_that_the_drawing_reads_are_fonts(tmp_path: Path, font: bytes, flavour: str) -> None:
    file, whole = tmp_path / "font", TTFont(io.BytesIO(font))
    if flavour == "woff":
        whole.flavor = "woff"
        whole.save(file)
    else:
        collection = TTCollection()
        collection.fonts = [whole]
        collection.save(file)
    assert is_font(file)


@pytest.mark.parametrize(
    "broken",
    [
        lambda _: b"",
        lambda _: b"site_name: Tiny\n" * 100,
        lambda font: b"\x89PNG\r\n\x1a\n" + font,
        lambda font: font[:8],
        lambda font: font[:100],
        lambda font: font[: len(font) // 2],
        lambda font: font[:4] + struct.pack(">H", 0) + font[6:],
        lambda font: b"ttcf" + font[4:],
        lambda _: b"ttcf",
        lambda font: b"wOFF" + font[4:],
    ],
)  # fmt: skip
def test_what_is_broken_off_or_something_else_is_no_font(tmp_path: Path, font: bytes, broken) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "font"
    file.write_bytes(broken(font))
    assert not is_font(file)


def test_what_is_not_there_and_a_folder_are_no_fonts(tmp_path: Path) -> None:
    assert not is_font(tmp_path / "nothing")
    assert not is_font(tmp_path)
