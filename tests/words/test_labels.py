"""What stands over a group of a list, and what entries are called where they are only named."""

from pathlib import Path

import pytest

from explainer.edtf.dates import parse
from explainer.record.contents import Contents
from explainer.record.kinds.source import Source
from explainer.record.published import Key, Ledger, Published
from explainer.record.record import Record
from explainer.site.site import Site
from explainer.words.labels import group_of, label_of
from explainer.words.words import words_for


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("2016-09-08T14:30:00", "2016", "September 2016"),
        ("2016-09-08", "2016", "September 2016"),
        ("2016-09~", "2016", "September 2016"),
        ("2016-24", "2016", "winter 2016"),
        ("2016?", "2016", "2016"),
        ("201X", "2010s", "2010s"),
        ("201X~", "2010s", "2010s"),
        ("20XX", "2000–2099", "2000–2099"),
        ("-0043-03-15", "44 BC", "March 44 BC"),
        ("Y12000", "12000", "12000"),
        ("2016-09-08/2018", "2016", "September 2016"),
        ("201X/2030", "2010s", "2010s"),
        ("2010/..", "2010", "2010"),
        ("/2018-12-01", "2018", "December 2018"),
        ("../2018-12-01", "until 1 December 2018", "until 1 December 2018"),
        ("XXXX", "date unknown", "date unknown"),
        ("../..", "date unknown", "date unknown"),
    ],
)
def test_a_heading_is_no_more_exact_than_what_stands_beneath_it(date: str, year: str, month: str) -> None:
    assert group_of(parse(date), "year", words_for("en")) == year
    assert group_of(parse(date), "month", words_for("en")) == month


def test_a_source_is_called_the_same_before_and_after_it_was_withdrawn() -> None:
    blog = {"publisher": "A blog", "title": "A post"}
    there = Record(entries={"source": {"blog": Source.model_validate({"id": "blog", **blog})}})
    gone = Record(ledger=Ledger({Key("source", "blog"): Published(blog)}))
    untitled = Record(ledger=Ledger({Key("source", "blog"): Published({})}))
    records = (there, gone, untitled, Record())
    assert [label_of("source", "blog", Contents(Site(Path(), Path()), record), words_for("en")) for record in records] == [
        "A blog: A post", "A blog: A post", "blog", "blog",
    ]  # fmt: skip
