"""The small site of these tests, alone or with another plugin as the guide's table says it is to be written."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from tests.building import REPOSITORY

BASE = "https://example.org/mill/"

CONFIG = """\
site_name: The mill
site_url: {base}
theme: {{name: material, font: false}}
plugins:
{plugins}
markdown_extensions:
{extensions}
  - explainer:
      pages: {{event: timeline.md, person: people.md, source: sources.md}}
      checks: {{unarchived: "off"}}
validation:
  links: {{anchors: warn, not_found: warn, unrecognized_links: warn}}
{more}
"""

FILES = {
    "data/timeline.yml": """\
- id: opening
  date: 1902-05-03
  title: The mill opens
  people: [anna]
  sources: [paper]
- id: closing
  date: 1931-11
  title: The mill closes
  text: "[Anna Reuter](person:anna) is there [@paper, p. 4]."
  people: [anna]
  sources: [paper]
""",
    "data/people.yml": "- {id: anna, name: Anna Reuter, roles: [{title: Owner}], sources: [paper]}\n",
    "data/sources.yml": """\
- id: paper
  publisher: The Valley Paper
  title: The mill and its owner
  date: 1931-12-01
  url: https://example.com/mill
""",
    "data/statements.yml": """\
- id: promise
  speaker: anna
  date: 1902-05-03
  words: It will never stand still.
  sources: [paper]
""",
    "docs/index.md": """\
---
summary: A mill, and what became of it.
published: 2020-04-01
---

# The mill

It is gone [@paper].

/// questions
///
""",
    "docs/open.md": """\
---
answer: In May 1902, says [the paper](source:paper).
published: 2020-04-01
---

# When did it open?

[The opening](event:opening) was promised to be no passing thing [@paper, p. 2].

/// statement | promise
///
""",
    "docs/close.md": """\
---
answer: In November 1931, long after [the opening](event:opening).
published: 2020-04-02
---

# When did it close?

See [when it opened](open.md) and [what Anna promised](statement:promise) [@paper].
""",
    "docs/timeline.md": "# Timeline\n\n/// timeline\n///\n",
    "docs/people.md": "# People\n\n/// people\n///\n",
    "docs/sources.md": "# Sources\n\n/// sources\n///\n",
}

ANSWER = "Karmesin and nothing else"
"""The short answer of a question that is withheld: nobody may read it."""

WORDS = "Zinnober is the word"
"""What is said in the statement that a withheld question shows."""

STATEMENT = f"- {{id: secret, speaker: anna, date: 1903-02-01, words: {WORDS}., sources: [paper]}}\n"

BODY = """\
See [the opening](event:opening) [@paper].

/// statement | secret
///
"""


def question(answer: str, title: str, body: str = "", **meta: str) -> str:
    """Return a question page; further keys of the front matter may be given."""
    lines = [f"answer: {answer}", "published: 2020-05-01", *(f"{key}: {value}" for key, value in meta.items())]
    return "\n".join(["---", *lines, "---", "", f"# {title}", "", body or "Nothing more is known [@paper].", ""])


def secret(**meta: str) -> dict[str, str]:
    """Return a question that is to be withheld, under the name `page`, and the file of the statement that it shows."""
    page = question(ANSWER, "Which colour was it?", BODY, **meta)
    return {"page": page, "data/statements.yml": FILES["data/statements.yml"] + STATEMENT}


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write files, named from the site's folder."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def small_site(
    root: Path,
    *plugins: str,
    files: Mapping[str, str] | None = None,
    extensions: Iterable[str] = (),
    more: str = "",
    ours: str = "first",
) -> Path:
    """Write the small site and return its folder.

    Args:
        root: An empty folder, or one that becomes the site's.
        *plugins: Further plugins in their order, each an item of `plugins:` as YAML.
        files: Further files, or others in the place of the small site's.
        extensions: Further items of `markdown_extensions:`.
        more: Further lines of the configuration.
        ours: Where `explainer` stands: `first`, before the further plugins, or `last`.
    """
    listed = ["explainer", *plugins] if ours == "first" else [*plugins, "explainer"]
    config = CONFIG.format(
        base=BASE,
        plugins="\n".join(_item(each) for each in ["search", *listed]),
        extensions="\n".join(_item(each) for each in extensions),
        more=more,
    )
    write(root, {"mkdocs.yml": config, **FILES, **(files or {})})
    return root


def _item(text: str) -> str:
    return "  - " + text.replace("\n", "\n    ")


@cache
def table() -> dict[str, list[str]]:
    """Return the rows of the guide's table by the name of the plugin in their first cell."""
    rows = {}
    for line in (REPOSITORY / "guide" / "plugins.md").read_text("utf-8").splitlines():
        if found := re.match(r"\| `([^`]+)`", line):
            rows[found[1]] = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
    return rows


def as_written(plugin: str) -> str:
    """Return what the guide's table says is to be written for a plugin: the first code in its second cell."""
    return re.search(r"`([^`]+)`", table()[plugin][1])[1]  # type: ignore[index]
