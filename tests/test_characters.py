"""Characters that deceive the eye: what is said of them, and what they were meant for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.characters import LONGEST, composed, plain, shown, visible


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ada", "`ada`"),
        ("Ада, 阿達, ’tis é…", "`Ада, 阿達, ’tis é…`"),
        ("a\u00a0b", "`a\u00a0b` with a no-break space (U+00A0)"),
        ("a\u200bb", "`a\u200bb` with a zero width space (U+200B)"),
        ("\ufeffa", "`\ufeffa` with a byte-order mark (U+FEFF)"),
        ("a\u00adb", "`a\u00adb` with a soft hyphen (U+00AD)"),
        ("2016–17", "`2016–17` with an en dash (U+2013)"),
        ("−0043", "`−0043` with a minus sign (U+2212)"),
        ("\u0662", "`\u0662` with an arabic-indic digit two (U+0662)"),
        ("cafe\u0301", "`cafe\u0301` with a combining acute accent (U+0301)"),
        ("a–b–c\u00a0d", "`a–b–c\u00a0d` with an en dash (U+2013) and a no-break space (U+00A0)"),
        (
            "２０１６",
            "`２０１６` with a fullwidth digit two (U+FF12), a fullwidth digit zero (U+FF10) and a fullwidth digit one (U+FF11)",
        ),
        ("x" * (LONGEST + 1), f"`{'x' * LONGEST}…`"),
    ],
)
def test_what_deceives_the_eye_is_named_and_nothing_else(text: str, said: str) -> None:
    assert shown(text) == said


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("ada-lovelace\u200b", "ada-lovelace"),
        ("ada\u00adlovelace", "adalovelace"),
        ("ada‑lovelace", "ada-lovelace"),
        ("２０１６－０９", "2016-09"),
        ("\u0662\u0660\u0661\u0666", "2016"),
        ("a\u00a0\u2009b", "a  b"),
        ("cafe\u0301", "café"),
        ("Ада", "Ада"),
    ],
)
def test_what_was_meant_is_what_a_keyboard_types(text: str, typed: str) -> None:
    assert plain(text) == typed


def test_a_dash_may_be_meant() -> None:
    assert plain("2016–2017\u00a0", dashes=False) == "2016–2017 "


def test_letters_are_the_same_however_they_were_typed() -> None:
    assert composed("cafe\u0301") == composed("café") == "café"
    assert visible("Donau\u00addampf\u200b\u2060\ufeff") == "Donaudampf"


@given(st.text())
def test_any_text_can_be_told_of(text: str) -> None:
    assert shown(text).startswith("`")
    assert plain(plain(text)) == plain(text)
    assert not any(character in plain(text) for character in "\u00a0\u200b\u00ad\u2013\ufeff")
