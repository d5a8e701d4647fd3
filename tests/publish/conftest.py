"""A small made-up site with something of everything that is published: two stories, corrections, a verdict, odd dates."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from explainer.edition import edition_from_disk
from explainer.html.press import Press
from explainer.publish.products.registry import all_products
from explainer.record.record import Record
from explainer.site.config import read_site
from explainer.site.site import Site

DATA = {
    "timeline/bridge.yml": """\
- id: opened
  date: 1931-05-04
  title: The bridge is opened & “blessed”
  text: |
    By [the mayor](person:mayor), who spoke of *iron* [@gazette, p. 3].

    - It rained.
  people: [mayor]
  sources: [gazette]
  tags: [bridge, =cmd]
- id: closed
  date: 1950-02
  title: It closes for repairs
  status: reported
  sources: [gazette]
- id: repairs
  date: 1950-02-10/1951-03-02
  title: Repairs
  sources: [gazette]
- id: since
  date: 1951-03/..
  title: Open ever since
  sources: [gazette]
- id: about
  date: 1952-06-01~
  title: A crack is seen about then
  sources: [gazette]
- id: some-day
  date: XXXX
  title: Nobody knows when
  sources: [gazette]
""",
    "timeline/ferry.yml": """\
- id: moment
  date: 2001-10-28T23:30:00+02:00
  title: The ferry leaves
  sources: [gazette]
  added: 2020-05-01
- id: midnight
  date: 2001-10-29T24:00:00
  title: It is back
  sources: [gazette]
- id: spring
  date: 2002-21
  title: A spring of delays
  sources: [gazette]
""",
    "people.yml": """\
- id: mayor
  name: Ada Brook
  roles: [{title: Mayor, from: 1930}]
  bio: She opened [the bridge](event:opened) [@gazette].
- id: council
  name: The council
  kind: organisation
""",
    "statements.yml": """\
- id: iron
  speaker: mayor
  date: 1931-05-04
  words: It will stand <for ever>
  sources: [gazette]
""",
    "sources.yml": """\
- id: gazette
  publisher: The Gazette
  title: The bridge
  author: Jo Reed
  date: 2019-05-05
  url: https://example.org/bridge?a=1&b=2
""",
    "disputes.yml": """\
- id: stood
  question: Did it stand?
  about: [mayor]
  positions:
    - {held_by: [mayor], view: It did., statements: [iron], sources: [gazette]}
    - {held_by: [council], view: It did not., sources: [gazette]}
  verdict:
    text: It closed in [1950](event:closed).
    by: The desk
    date: 2020-04-02
    claim: iron
    rating: Not borne out
    sources: [gazette]
""",
    "updates.yml": """\
- {id: first, date: 2020-04-01, kind: update, text: First published.}
- {id: month, date: 2020-06-03, kind: correction, text: "The month was *wrong* [@gazette].", entries: [event:closed, question:stand]}
- {id: clearer, date: 2020-07, kind: clarification, text: Put more clearly., entries: [event:moment]}
""",
}  # fmt: skip

PAGES = {
    "index.md": "---\nsummary: Bridge and ferry.\npublished: 2020-04-01\n---\n\n# The crossing\n\nOne [@gazette].\n",
    "stand.md": (
        "---\nkicker: The bridge\nanswer: It did **not** [@gazette].\nstory: bridge\nauthor: Sam Hale\n"
        "published: 2020-04-01\nupdated: 2020-05-02\n---\n\n# Did the *bridge* stand?\n\n/// dispute | stood\n///\n"
    ),
    "late.md": "---\nanswer: Often.\nstory: ferry\nupdated: 2020-05\n---\n\n# Was the ferry late?\n\nYes [@gazette].\n",
    "timeline.md": "# Timeline\n\n/// timeline\n///\n",
    "people.md": "# People\n\n/// people\n///\n",
    "sources.md": "# Sources\n\n/// sources\n///\n",
    "updates.md": "# Updates\n\n/// updates\n///\n",
    "about.md": "# How we work\n\n## Mistakes\n\nWe say so.\n",
}

CONFIG = """\
site_name: The crossing
site_description: A bridge, and a ferry.
site_author: The desk
site_url: https://example.org/crossing
theme: {name: material, language: en, font: false}
plugins: [search, explainer]
markdown_extensions:
  - explainer:
      licence: CC-BY-4.0
      publisher: {name: The Evening Paper, url: "https://example.org/paper"}
      policies: {principles: about.md, corrections: "about.md#mistakes"}
      checks: {unarchived: off}
nav: [index.md, stand.md, late.md, timeline.md, people.md, sources.md, updates.md, about.md]
"""


def make(root: Path, config: str = CONFIG) -> Path:
    """Write the site into a folder and return it."""
    for folder, files in (("data", DATA), ("docs", PAGES)):
        for name, text in files.items():
            file = root / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    (root / "mkdocs.yml").write_text(config, "utf-8")
    return root


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """The site with all that it tells."""
    edition = edition_from_disk(read_site(make(tmp_path_factory.mktemp("crossing")) / "mkdocs.yml"))
    assert [str(problem) for problem in edition.problems] == []
    return edition.press


@pytest.fixture(scope="session")
def site(press: Press) -> Site:
    """The site."""
    return press.site


@pytest.fixture(scope="session")
def record(press: Press) -> Record:
    """What is known on it."""
    return press.record


def changed(press: Press, **site: Any) -> Press:
    """Return the same contents on a site that is another in some ways."""
    return Press(replace(press.contents, site=replace(press.site, **site)), all_products())
