"""Dates in words, in the site's language, and as machines read them."""

import pytest
from babel import Locale

from explainer.edtf.dates import parse
from explainer.words.dates import date_in_words, machine_date
from explainer.words.words import words_for


def words(text: str, language: str = "en") -> str:
    return date_in_words(parse(text), Locale.parse(language), lambda message: message)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016", "2016"),
        ("2016-09", "September 2016"),
        ("2017-03-02", "2 March 2017"),
        ("2017-03-02T14:30:00Z", "2 March 2017, 14:30 (UTC)"),
        ("2017-03-02T14:30:05-05", "2 March 2017, 14:30:05 (UTC−05)"),
        ("2017-03-02T24:00:00", "2 March 2017, 24:00"),
        ("2016-05/2016-07", "May – July 2016"),
        ("2016-12/2017-01", "December 2016 – January 2017"),
        ("2016-05-01/2016-05-03", "1–3 May 2016"),
        ("2016-05-30/2016-06-02", "30 May – 2 June 2016"),
        ("2016/2017", "2016–2017"),
        ("2016/2017-05", "2016 – May 2017"),
        ("2016-09/2016-09", "September 2016"),
        ("1850~", "around 1850"),
        ("1984?", "1984 (uncertain)"),
        ("1984%", "around 1984 (uncertain)"),
        ("1984~/1986", "around 1984 – 1986"),
        ("2017-03-02/..", "since 2 March 2017"),
        ("201X/..", "since the 2010s"),
        ("2001-21/..", "since spring 2001"),
        ("2001-21~/..", "since around spring 2001"),
        ("19XX/..", "since 1900–1999"),
        ("1984%/..", "since around 1984 (uncertain)"),
        ("../201X", "until the 2010s"),
        ("../2017-03-02", "until 2 March 2017"),
        ("2017-03-02/", "from 2 March 2017, end unknown"),
        ("/2017-03-02", "to 2 March 2017, beginning unknown"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
        ("-0043-03-15", "15 March 44 BC"),
        ("-0100/-0043", "101 BC – 44 BC"),
        ("0800-05-01", "1 May 800"),
        ("201X", "2010s"),
        ("19XX", "1900–1999"),
        ("XXXX", "date unknown"),
        ("2004-XX", "2004"),
        ("1985-04-XX", "April 1985"),
        ("2001-21", "spring 2001"),
        ("2001-24", "winter 2001"),
        ("Y170000002", "170000002"),
    ],
)
def test_in_english_no_more_exact_than_it_is(text: str, expected: str) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("language", "day", "month", "months", "year_bc"),
    [
        ("en_US", "March 2, 2017", "September 2016", "May – July 2016", "44 BC"),
        ("fr", "2 mars 2017", "septembre 2016", "mai – juillet 2016", "44 av. J.-C."),
        ("de", "2. März 2017", "September 2016", "Mai–Juli 2016", "44 v. Chr."),
        ("es", "2 de marzo de 2017", "septiembre de 2016", "mayo–julio de 2016", "44 a. C."),
        ("pt", "2 de março de 2017", "setembro de 2016", "maio – julho de 2016", "44 a.C."),
        ("it", "2 marzo 2017", "settembre 2016", "maggio–luglio 2016", "44 a.C."),
        ("pl", "2 marca 2017", "wrzesień 2016", "maj–lipiec 2016", "44 p.n.e."),
        ("uk", "2 березня 2017 р.", "вересень 2016 р.", "травень – липень 2016 р.", "44 до н. е."),
        ("ru", "2 марта 2017 г.", "сентябрь 2016 г.", "май – июль 2016 г.", "44 г. до н. э."),
        ("tr", "2 Mart 2017", "Eylül 2016", "Mayıs – Temmuz 2016", "MÖ 44"),
        ("ar", "2 مارس 2017", "سبتمبر 2016", "مايو – يوليو 2016", "44 ق.م"),
        ("he", "2 במרץ 2017", "ספטמבר 2016", "מאי–יולי 2016", "44 לפנה״ס"),
        ("hi", "2 मार्च 2017", "सितंबर 2016", "मई – जुलाई 2016", "44 ईसा-पूर्व"),
        ("zh", "2017年3月2日", "2016年9月", "2016年5月至7月", "公元前44年"),
        ("ja", "2017年3月2日", "2016年9月", "2016年5月～7月", "紀元前44年"),
    ],
)
def test_in_the_sites_language(language: str, day: str, month: str, months: str, year_bc: str) -> None:
    dates = ("2017-03-02", "2016-09", "2016-05/2016-07", "-0043")
    assert [words(date, language) for date in dates] == [day, month, months, year_bc]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "2016-08-01", "1er août 2016"),
        ("fr", "2016-08-01/2016-08-08", "1er–8 août 2016"),
        ("it", "2016-08-01", "1º agosto 2016"),
        ("it", "2016-05-03/2016-05-08", "3–8 maggio 2016"),
        ("pt", "2016-08-01", "1º de agosto de 2016"),
        ("pt_PT", "2016-08-01", "1 de agosto de 2016"),
        ("es", "2016-05-03/2016-05-08", "3–8 de mayo de 2016"),
        ("es", "2016-05-30/2016-06-02", "30 de mayo – 2 de junio de 2016"),
        ("he", "2016-09-08/2017-03-02", "8 בספטמבר 2016 – 2 במרץ 2017"),
        ("de", "2016-05-03/2016-05-08", "3.–8. Mai 2016"),
        ("en_US", "2016-05-30/2016-06-02", "May 30 – June 2, 2016"),
        ("ja", "2016-05-30/2016-06-02", "2016年5月30日～6月2日"),
        ("zh", "2016/2017-05", "2016年至2017年5月"),
        ("zh_Hant", "2016/2017", "2016年至2017年"),
    ],
)
def test_days_and_spans_are_put_as_a_newspaper_of_the_language_puts_them(
    language: str, text: str, expected: str
) -> None:
    assert words(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "2017-03-02/..", "depuis le 2 mars 2017"),
        ("fr", "2016/..", "depuis 2016"),
        ("fr", "201X/..", "depuis les années 2010"),
        ("fr", "2016-22/..", "depuis l’été 2016"),
        ("fr", "../2016-08", "jusqu’en août 2016"),
        ("it", "2017-03-02/..", "dal 2 marzo 2017"),
        ("it", "2017-03-08/..", "dall’8 marzo 2017"),
        ("it", "2016-11-11/..", "dall’11 novembre 2016"),
        ("it", "../2016-08", "fino ad agosto 2016"),
        ("pl", "2016-09/..", "od września 2016"),
        ("pl", "201X/..", "od lat 2010–2019"),
        ("ru", "2016-09/..", "с сентября 2016 г."),
        ("ru", "2016/..", "с 2016 г."),
        ("ru", "2017-03-02/..", "со 2 марта 2017 г."),
        ("ru", "2017-03-22/..", "с 22 марта 2017 г."),
        ("uk", "-0043/..", "від 44 р. до н. е."),
        ("tr", "2016/..", "2016 yılından bu yana"),
        ("hi", "201X/..", "2010 के दशक से"),
        ("ja", "2016~/..", "2016年頃から"),
    ],
)
def test_the_word_before_a_date_is_the_one_that_the_date_asks_for(language: str, text: str, expected: str) -> None:
    assert words_for(language.replace("_", "-")).date(parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("190X", "1900’lü yıllar"),
        ("196X", "1960’lı yıllar"),
        ("198X", "1980’li yıllar"),
        ("200X", "2000’li yıllar"),
        ("201X", "2010’lu yıllar"),
    ],
)
def test_a_turkish_decade_has_the_vowel_of_its_number(text: str, expected: str) -> None:
    assert words_for("tr").date(parse(text)) == expected


def test_the_generators_own_words_come_from_the_catalogue() -> None:
    catalogue = {"around %(date)s": "um %(date)s", "since %(month)s": "seit %(month)s"}
    german = Locale("de")
    assert date_in_words(parse("1850~"), german, lambda message: catalogue[message]) == "um 1850"
    assert date_in_words(parse("2016-09/.."), german, lambda message: catalogue[message]) == "seit September 2016"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2016", "2016"),
        ("0044", "0044"),
        ("2016-09", "2016-09"),
        ("2004-XX", "2004"),
        ("1985-04-XX", "1985-04"),
        ("2016-09-08", "2016-09-08"),
        ("2016-09-08T14:30:00", "2016-09-08T14:30:00"),
        ("2016-09-08T14:30:00Z", "2016-09-08T14:30:00Z"),
        ("2016-09-08T14:30:00+02", "2016-09-08T14:30:00+02:00"),
        ("2016-09-08T24:00:00", "2016-09-08"),
        ("Y12345", "12345"),
        # HTML has no value that says as little as these do.
        ("2016?", None),
        ("2016-05~", None),
        ("0000", None),
        ("-0043", None),
        ("2001-21", None),
        ("201X", None),
        ("XXXX", None),
        ("2016-05/2016-07", None),
        ("2016/..", None),
    ],
)
def test_the_machines_value_is_as_honest_as_the_words(text: str, value: str | None) -> None:
    assert machine_date(parse(text)) == value
