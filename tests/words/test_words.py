"""The catalogues: whole, sure, and true to the messages in the code; and what the languages make of them."""

import re
from collections import defaultdict
from gettext import c2py  # type: ignore[attr-defined] # not in the stubs
from pathlib import Path

import pytest
from babel.core import Locale
from babel.messages.catalog import Catalog, Message
from tests.building import REPOSITORY
from tests.catalogues import as_text, extracted, read
from tests.word_tables import TABLES, table

from explainer.edtf.dates import parse
from explainer.words.words import CATALOGUES, words_for

CATEGORIES = ["zero", "one", "two", "few", "many", "other"]
"""CLDR's names for the forms that a number may ask for, in the order in which catalogues have them."""

LANGUAGES = ["fr", "de", "es", "pt", "pt_PT", "it", "pl", "uk", "ru", "tr", "ar", "he", "hi", "zh", "zh_Hant", "ja"]


@pytest.fixture(scope="module")
def messages() -> Catalog:
    return extracted()


def catalogue(language: str) -> Catalog:
    return read(CATALOGUES / f"{language}.po")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.slow
def test_a_catalogue_is_as_make_catalogues_writes_it(language: str, messages: Catalog) -> None:
    updated = catalogue(language)
    updated.update(messages, no_fuzzy_matching=True)
    assert (CATALOGUES / f"{language}.po").read_text("utf-8") == as_text(updated), "run `make catalogues`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_in_which_its_readers_read_it_is_as_make_catalogues_writes_it(
    language: str, messages: Catalog
) -> None:
    written = (TABLES / f"{language}.md").read_text("utf-8")
    assert written == table(catalogue(language), messages), "run `make catalogues`"
    assert written.count(f"/{language}.po#L") == len(messages)


def test_a_table_leads_to_the_line_of_each_word_and_says_where_it_stands() -> None:
    rows = (TABLES / "de.md").read_text("utf-8").splitlines()
    [row] = [row for row in rows if row.startswith("| Denied |")]
    line = re.search(r"de\.po#L(\d+)\)", row)
    assert line
    lines = (CATALOGUES / "de.po").read_text("utf-8").splitlines()
    assert lines[int(line[1]) - 1 : int(line[1]) + 1] == ['msgid "Denied"', 'msgstr "Dementiert"']
    assert row.endswith("| A status in words |")


def test_there_is_a_catalogue_for_each_language_that_the_guide_names() -> None:
    assert sorted(file.stem for file in CATALOGUES.iterdir()) == sorted(LANGUAGES)
    guide = (REPOSITORY / "guide" / "languages.md").read_text("utf-8")
    codes = [code.replace("-", "_") for code in re.findall(r"\| `([a-z]{2}(?:-[A-Za-z]+)?)` \|", guide)]
    assert sorted(codes) == sorted(["en", *LANGUAGES])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_message_and_no_other(language: str, messages: Catalog) -> None:
    assert len(messages) > 100
    assert {message.id for message in catalogue(language)} == {message.id for message in messages}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_missing_or_unsure_and_each_has_its_names_and_plural_forms(language: str) -> None:
    translated = catalogue(language)
    for message in translated:
        if not message.id:
            continue
        assert not message.fuzzy, message.id
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms), message.id
        assert not list(message.check(translated)), message.id
        if message.pluralizable:
            assert len(forms) == translated.num_plurals, message.id
        ours = names(message.id[-1] if isinstance(message.id, tuple) else message.id)
        for form in forms:
            assert names(form) <= ours, message.id
            assert names(form) >= ours - {"num"}, message.id


def names(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)[sd]", text))


def test_a_catalogue_that_lacks_a_message_or_is_unsure_of_one_is_found_out() -> None:
    """The two tests above can fail."""
    unsure = Message("Notes", "Anmerkungen", flags={"fuzzy"})
    assert unsure.fuzzy
    broken = Message("%(date)s, %(time)s", "%(datum)s", flags={"python-format"})
    assert list(broken.check(Catalog(locale="de")))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("pl", {1: "1 minuta czytania", 3: "3 minuty czytania", 5: "5 minut czytania", 22: "22 minuty czytania"}),
        ("ru", {1: "1 минута чтения", 4: "4 минуты чтения", 11: "11 минут чтения", 21: "21 минута чтения"}),
        (
            "ar",
            {
                1: "مدة القراءة: دقيقة واحدة",
                2: "مدة القراءة: دقيقتان",
                4: "مدة القراءة: 4 دقائق",
                11: "مدة القراءة: 11 دقيقة",
            },
        ),
        ("fr", {1: "Lecture\u00a0: 1 minute", 5: "Lecture\u00a0: 5 minutes"}),
        ("he", {1: "זמן קריאה: דקה אחת", 2: "זמן קריאה: שתי דקות", 5: "זמן קריאה: 5 דקות"}),
        ("ja", {1: "読了時間：約1分", 5: "読了時間：約5分"}),
        ("en", {1: "1-minute read", 5: "5-minute read"}),
    ],
)
def test_plural_forms_are_the_languages_own(language: str, expected: dict[int, str]) -> None:
    words = words_for(language)
    said = {n: words.ngettext("%(num)d-minute read", "%(num)d-minute read", n) % {"num": n} for n in expected}
    assert said == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_that_a_language_puts_alike_have_one_form(language: str) -> None:
    """By the Unicode consortium's rules (CLDR), which Babel has; its own heads of catalogues differ from them."""
    category = Locale.parse(language).plural_form
    form_of = catalogue(language).plural_expr
    forms: dict[str, set[int]] = defaultdict(set)
    for n in [*range(301), 1000, 1011, 1100]:
        forms[category(n)].add(c2py(form_of)(n))  # type: ignore[no-untyped-call]
    assert {name: found for name, found in forms.items() if len(found) > 1} == {}
    in_order = [form for name in CATEGORIES if name in forms for form in forms[name]]
    assert in_order == sorted(in_order)
    assert set(in_order) == set(range(catalogue(language).num_plurals))


def test_arabic_counts_in_its_own_way() -> None:
    words = words_for("ar")
    said = [words.ngettext("%(num)d event", "%(num)d events", n) % {"num": n} for n in (2, 3, 18, 100, 111)]
    assert said == ["حدثان", "3 أحداث", "18 حدثًا", "100 حدث", "111 حدثًا"]


def test_dates_and_lists_are_the_languages_own() -> None:
    assert words_for("pl").date(parse("2017-03-02")) == "2 marca 2017"
    assert words_for("ar").listed(["أ", "ب", "ج"]) == "أ وب وج"
    assert words_for("zh").listed(["甲", "乙", "丙"]) == "甲、乙和丙"
    assert words_for("en").listed(["a", "b", "<c>"]) == "a, b and &lt;c&gt;"
    assert words_for("en-US").listed(["a", "b", "c"]) == "a, b, and c"


@pytest.mark.parametrize(
    ("language", "message", "date", "said"),
    [
        ("de", "around %(date)s", "2017-03-02", "etwa 2. März 2017"),
        ("de", "the statement of %(date)s", "2017", "die Aussage (2017)"),
        ("fr", "around %(date)s", "2017-03-02", "2 mars 2017 environ"),
        ("fr", "As of %(date)s", "2017-03", "Situation à cette date\u00a0: mars 2017"),
        ("fr", "Updated %(date)s", "2017-03", "Mis à jour\u00a0: mars 2017"),
        ("fr", "the statement of %(date)s", "2017-03", "la déclaration (mars 2017)"),
        ("es", "the update of %(date)s", "2017-03", "la actualización (marzo de 2017)"),
        ("it", "As of %(date)s", "2017-03-08", "Situazione alla data: 8 marzo 2017"),
        ("it", "the statement of %(date)s", "2017-03-08", "la dichiarazione (8 marzo 2017)"),
    ],
)
def test_no_word_stands_before_a_date_that_would_change_with_it(
    language: str, message: str, date: str, said: str
) -> None:
    """Such as an article, which a day has and a year has not, or a preposition that melts into it."""
    words = words_for(language)
    assert words.gettext(message) % {"date": words.date(parse(date))} == said


def test_the_language_follows_the_theme_and_falls_back_where_it_must() -> None:
    assert words_for("pt-BR").gettext("Notes") == "Notas"
    assert words_for("zh-Hant").gettext("Notes") == "註釋"
    assert words_for("zh-TW").gettext("Notes") == "註釋"
    assert words_for("zh-HK").gettext("Notes") == "註釋"
    assert words_for("zh-Hans").gettext("Notes") == "注释"
    portuguese = {code: words_for(code).gettext("Link to this event") for code in ("pt", "pt-BR", "pt-PT", "pt-AO")}
    brazilian, european = "Link para este acontecimento", "Ligação para este acontecimento"
    assert portuguese == {"pt": brazilian, "pt-BR": brazilian, "pt-PT": european, "pt-AO": european}
    assert words_for("sw").gettext("Notes") == "Notes"
    assert words_for("no such language").gettext("Notes") == "Notes"
    assert [words_for(code).runs_from_the_right for code in ("ar", "he", "en", "ja")] == [True, True, False, False]


def test_catalogues_name_no_person_and_no_date() -> None:
    for file in Path(CATALOGUES).iterdir():
        assert "Last-Translator" not in file.read_text("utf-8"), file
