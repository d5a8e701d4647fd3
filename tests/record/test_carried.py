"""Which source carries which value of an entry: what can be wrong with it, and what readers see."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.rules.sites import lay

from explainer.edition import edition_from_disk
from explainer.site.config import read_site

EVENT = "- id: printed\n  date: 1843-08\n  title: Printed\n  sources: [notes, diary]\n  carried_by:\n    - {fields}\n"
SOURCES = "- {id: notes, publisher: Memoirs, title: N}\n- {id: diary, publisher: Ada, title: D}\n- {id: other, publisher: O, title: O, allow: {unused-source: kept}}\n"


def site(root: Path, fields: str) -> Path:
    return lay(
        root,
        {
            "data/timeline.yml": EVENT.replace("{fields}", fields),
            "data/sources.yml": SOURCES,
            "docs/index.md": "# Home\n\n/// timeline\n///\n",
        },
    )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("{source: other, for: [date]}", "data/timeline.yml:6:16: error: printed: carried_by[0].source: the source `other` is none of the entry's sources; add it to `sources:`"),
        ("{source: notes, for: [dat]}", "data/timeline.yml:6:29: error: printed: carried_by[0].for[0]: no field `dat`; did you mean `date`?"),
        ("{source: nots, for: [date]}", "data/timeline.yml:6:16: error: printed: carried_by[0].source: no source `nots`; did you mean `notes`?"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_at_its_place(tmp_path: Path, fields: str, said: str) -> None:
    problems = [str(each) for each in edition_from_disk(read_site(site(tmp_path, fields))).problems]
    assert said in problems


def test_readers_see_it_beside_the_sources(tmp_path: Path) -> None:
    config = site(tmp_path, "{source: diary, for: [date, title], locator: p. 2}")
    edition = edition_from_disk(read_site(config))
    assert [each for each in edition.problems if not each.allowed] == []
    page = BeautifulSoup(edition.completed["index.md"].html, "html.parser")
    [carried] = page.select(".ex-carried")
    assert " ".join(carried.get_text().split()) == "Date and Headline: Ada 2"
