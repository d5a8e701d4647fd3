"""A tiny site for the record's tests, written file by file."""

from collections.abc import Callable
from pathlib import Path

from explainer.edition import Edition, edition_from_disk
from explainer.site.config import read_site

CONFIG = "site_name: Tiny\nmarkdown_extensions:\n  - explainer:\n      checks: {unused-source: off}\n"

PEOPLE = """\
- id: ada-lovelace
  name: Ada Lovelace
- id: charles-babbage
  name: Charles Babbage
"""

SOURCES = """\
- id: notes-1843
  publisher: Taylor's Scientific Memoirs
  title: Notes by the translator
"""

Write = Callable[..., Path]


def writer(tmp_path: Path) -> Write:
    """Return a function that writes a site's files: `write(timeline="…", people="…")`, text or bytes."""

    def write(**files: str | bytes) -> Path:
        (tmp_path / "mkdocs.yml").write_text(CONFIG)
        (tmp_path / "docs").mkdir(exist_ok=True)
        (tmp_path / "data").mkdir(exist_ok=True)
        everything: dict[str, str | bytes] = {"people": PEOPLE, "sources": SOURCES, **files}
        for name, content in everything.items():
            file = tmp_path / "data" / (name.replace("__", ".") if "__" in name else f"{name}.yml")
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


def load_site(root: Path) -> Edition:
    return edition_from_disk(read_site(root / "mkdocs.yml"))


def problems_of(root: Path) -> list[str]:
    """Load a site and return its problems as they print."""
    return [str(problem) for problem in load_site(root).problems]
