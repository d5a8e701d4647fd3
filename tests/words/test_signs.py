"""Commas, colons, brackets and quotation marks as a language has them, and names that run the other way."""

import pytest
from markupsafe import Markup

from explainer.words.words import words_for


@pytest.mark.parametrize(
    ("language", "line", "label", "values", "remark"),
    [
        ("en", "CNN, Mr A", "Role: Pupil", "one; two", "Pupil (1850)"),
        ("fr", "CNN, Mr A", "Role\u00a0: Pupil", "one\u202f; two", "Pupil (1850)"),
        ("ar", "\u2068CNN\u2069، \u2068Mr A\u2069", "Role: Pupil", "\u2068one\u2069؛ \u2068two\u2069", "Pupil (1850)"),
        ("ja", "CNN、Mr A", "Role：Pupil", "one；two", "Pupil（1850）"),
        ("zh", "CNN，Mr A", "Role：Pupil", "one；two", "Pupil（1850）"),
    ],
)
def test_each_language_has_its_signs(language: str, line: str, label: str, values: str, remark: str) -> None:
    words = words_for(language)
    assert words.commas(["CNN", "", "Mr A"]) == line
    assert words.colon("Role", "Pupil") == label
    assert words.semicolons(["one", "two"]) == values
    assert words.aside("Pupil", "1850") == remark


def test_nothing_is_put_together_of_nothing() -> None:
    assert words_for("en").commas([]) == ""
    assert words_for("en").semicolons(["", ""]) == ""


def test_text_beside_markup_is_escaped_and_text_alone_stays_text() -> None:
    words = words_for("en")
    assert words.commas(["<b>", Markup("<i>x</i>")]) == Markup("&lt;b&gt;, <i>x</i>")
    assert words.colon("<b>", Markup("<i>x</i>")) == Markup("&lt;b&gt;: <i>x</i>")
    assert words.colon(Markup("<i>x</i>"), "<b>") == Markup("<i>x</i>: &lt;b&gt;")
    assert words.aside(Markup("<i>x</i>"), "<b>") == Markup("<i>x</i> (&lt;b&gt;)")
    assert words.commas(["<b>", "a"]) == "<b>, a"
    assert not isinstance(words.commas(["<b>", "a"]), Markup)


@pytest.mark.parametrize(
    ("language", "sentences", "said"),
    [
        ("ru", ["3 события, май 2017 г..", "Ещё одно."], "3 события, май 2017 г. Ещё одно."),
        ("de", ["44 v. Chr..", "Und so weiter..."], "44 v. Chr. Und so weiter..."),
        ("ja", ["出来事3件。", "以上です。"], "出来事3件。以上です。"),
    ],
)
def test_a_sentence_that_ends_in_an_abbreviation_has_one_full_stop(
    language: str, sentences: list[str], said: str
) -> None:
    assert words_for(language).sentences(sentences) == said


def test_a_name_that_runs_the_other_way_is_isolated_from_its_neighbours() -> None:
    hebrew, english = words_for("he"), words_for("en")
    assert hebrew.listed(["The Times", "הארץ", "CNN"]) == "<bdi>The Times</bdi>, הארץ ו־<bdi>CNN</bdi>"
    assert hebrew.commas([Markup("<i>CNN</i>"), "2016"]) == Markup("<bdi><i>CNN</i></bdi>, 2016")
    assert hebrew.commas(["CNN", "2016"]) == "\u2068CNN\u2069, 2016"
    assert hebrew.isolated("2016") == "2016"
    assert english.listed(["The Times", "הארץ"]) == "The Times and <bdi>הארץ</bdi>"
    assert english.commas(["The Times", "2016"]) == "The Times, 2016"


@pytest.mark.parametrize(
    ("language", "items", "said"),
    [
        ("es", ["Ana", "Irene"], "Ana e Irene"),
        ("es", ["Ana", "Luis", "Íñigo"], "Ana, Luis e Íñigo"),
        ("es", ["Ana", Markup("<a>Hilario</a>")], "Ana e <a>Hilario</a>"),
        ("es", ["Ana", "Hielo"], "Ana y Hielo"),
        ("es", ["Irene", "Ana"], "Irene y Ana"),
        ("es", ["Irene"], "Irene"),
        ("he", ["דנה", "יעל"], "דנה ויעל"),
        ("fr", ["Ana", "Irène"], "Ana et Irène"),
    ],
)
def test_the_word_before_the_last_of_a_list_is_the_one_that_its_sound_asks_for(
    language: str, items: list[str], said: str
) -> None:
    assert words_for(language).listed(items) == said
