"""A small site with something of every kind, and a function that turns Markdown into the HTML of one of its pages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from tests.converting import converted

from explainer.problems.problem import Problem, in_order

RECORD = {
    "timeline": """\
- id: engine
  date: 1837
  title: The engine is drawn
  text: Drawn by [Mr Babbage](person:charles-babbage) [@memoirs, p. 7].
  people: [charles-babbage]
  status: confirmed
  story: engine
  sources: [memoirs]
  tags: [machine]
- id: note-g
  date: 1843-08
  title: Note G is <b>printed</b>
  people: [ada-lovelace]
  status: reported
  known: 1843-09
  sources: [notes, memoirs]
  tags: [text]
""",
    "people": """\
- id: ada-lovelace
  name: Ada Lovelace
  roles:
    - title: pupil
      to: 1835
    - title: translator
      from: 1842
  bio: Wrote [Note G](event:note-g).
- id: charles-babbage
  name: Charles Babbage
""",
    "statements": """\
- id: weaves
  speaker: ada-lovelace
  date: 1843
  venue: Note A
  in_reply_to: {asked_by: charles-babbage, question: "What does it do?"}
  words: "weaves algebraical patterns just as the loom weaves flowers and leaves"
  sources: [notes]
  variants:
    - words: "weaves algebraic patterns"
      sources: [memoirs]
- id: no-pretensions
  speaker: ada-lovelace
  date: 1834
  words: "no pretensions whatever to originate anything"
  sources: [notes]
""",
    "sources": """\
- id: notes
  publisher: Scientific Memoirs
  title: Notes by the translator
  date: 1843
  url: https://example.org/notes?a=1&b=2
- id: memoirs
  publisher: Royal Institution
  title: Memoirs
""",
    "disputes": """\
- id: who-wrote
  question: Who wrote the notes?
  about: [ada-lovelace]
  positions:
    - held_by: [ada-lovelace]
      view: She did.
      statements: [weaves]
      sources: [notes]
    - held_by: [charles-babbage]
      view: He helped.
      sources: [memoirs]
""",
    "updates": """\
- id: first
  date: 2020-01-01
  kind: update
  text: First published.
- id: month
  date: 2021-02
  kind: correction
  text: The month was wrong.
  entries: [event:note-g]
""",
}  # fmt: skip

PAGES = {
    "index.md": "# Home\n",
    "who.md": "---\nkicker: The engine\nanswer: She **did**.\nupdated: 2021-02-03\n---\n\n# Who wrote it?\n",
    "deep/why.md": "---\nanswer: Because.\n---\n\n# Why?\n\n/// statement | weaves\n///\n",
    "timeline.md": "# Timeline\n\n/// timeline\n///\n",
    "people.md": "# People\n\n/// people\n///\n",
    "sources.md": "# Sources\n\n/// sources\n///\n",
    "updates.md": "# Updates\n\n/// updates\n///\n",
}

MATERIAL = [
    "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "abbr", "pymdownx.details",
    "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.blocks.admonition",
]  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site's folder."""
    for name, content in RECORD.items():
        file = tmp_path / "data" / f"{name}.yml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(content)
    for name, content in PAGES.items():
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Engine\nmarkdown_extensions:\n  - explainer:\n      checks: {unarchived: off}\n"
    )
    return tmp_path


class Converted:
    """A converted page: its HTML, parsed, and its problems."""

    def __init__(self, html: str, problems: list[Problem]) -> None:
        self.html = html
        self.soup = BeautifulSoup(html, "html.parser")
        self.problems = [str(problem) for problem in in_order(problems)]

    def text(self, selector: str) -> list[str]:
        """Return the texts of the elements that a CSS selector finds, white space folded."""
        return [" ".join(found.get_text().split()) for found in self.soup.select(selector)]


Convert = Callable[..., Converted]


@pytest.fixture
def convert(root: Path) -> Convert:
    """Return a function that converts Markdown as the site's front page; `good` where it must have no problems."""

    def convert(markdown: str, *, good: bool = True, extensions: list[Any] = MATERIAL) -> Converted:
        (root / "docs" / "index.md").write_text(markdown)
        configs: dict[str, Any] = {"pymdownx.tabbed": {"alternate_style": True}}
        html, problems = converted(
            root, markdown, extensions, {name: value for name, value in configs.items() if name in extensions}
        )
        page = Converted(html, problems)
        if good:
            assert page.problems == []
            assert "///" not in page.soup.get_text()
            assert "\x02" not in page.html
        return page

    return convert
