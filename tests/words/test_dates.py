"""Dates in words, in the site's language, and as machines read them."""

import pytest
from babel import Locale

from explainer.edtf.dates import parse
from explainer.words.dates import date_in_words, machine_date


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


def test_the_generators_own_words_come_from_the_catalogue() -> None:
    catalogue = {"around %(date)s": "um %(date)s", "since %(date)s": "seit %(date)s"}
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
