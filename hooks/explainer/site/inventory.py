"""The pages of a site in its order, whoever provides them: the host that builds it, or the disk."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from pathspec import GitIgnoreSpec

from explainer.characters import as_utf8
from explainer.files.documents import Mark
from explainer.problems.problem import Problem
from explainer.site.addresses import page_url
from explainer.site.pages import ENDINGS, Page, read_page, stem_of
from explainer.site.site import Site


class Inventory:
    """The pages that are built, those of the navigation first and in its order. What is withheld is not here."""

    def __init__(self, pages: Iterable[Page] = ()) -> None:
        self.pages = tuple(pages)

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages)

    def __len__(self) -> int:
        return len(self.pages)

    @cached_property
    def _by_path(self) -> dict[str, Page]:
        return {page.path: page for page in self.pages}

    @cached_property
    def _questions(self) -> dict[str, Page]:
        return {page.stem: page for page in self.pages if page.is_question}

    @cached_property
    def _by_stem(self) -> dict[str, Page]:
        return {page.stem: page for page in reversed(self.pages)}

    @property
    def questions(self) -> tuple[Page, ...]:
        """The question pages."""
        return tuple(self._questions.values())

    def page(self, path: str) -> Page | None:
        """Return the page at a path from the folder of pages, or None."""
        return self._by_path.get(path)

    def named(self, stem: str) -> Page | None:
        """Return the page that an id names, which is its path without the ending, or None."""
        return self._by_stem.get(stem_of(f"{stem}.md"))

    @cached_property
    def stories(self) -> frozenset[str]:
        """The stories that pages belong to."""
        return frozenset(page.front.story for page in self.pages if page.front.story)


def from_disk(site: Site) -> tuple[Inventory, list[Problem]]:
    """Read the pages of a site from its folder, as MkDocs does where no plugin has a say.

    Returns:
        The pages, and what is wrong with their files and front matter. A page that cannot be read is left out.
    """
    problems: list[Problem] = []
    if not site.docs.is_dir():
        mark = site.config.marks.get(("docs_dir",), Mark(0, 0))
        message = f"no folder `{site.docs.name}`, which holds the pages"
        return Inventory(), [Problem(site.config.file, mark.line, mark.column, message)]
    excluded = GitIgnoreSpec.from_lines(line for lines in site.excluded for line in lines.splitlines())
    below = (path.relative_to(site.docs).as_posix() for path in site.docs.rglob("*") if path.suffix in ENDINGS)
    found = []
    for path in sorted(below):
        if (name := as_utf8(path)) != path:
            message = "the file's name is no text in UTF-8, of which an address could be made"
            problems.append(Problem(site.shown_as(site.docs / name), 0, 0, message, hint="give it another name"))
        elif not excluded.match_file(path):
            found.append(path)
    in_nav = [path for path in dict.fromkeys(site.nav) if path in found]
    pages = []
    for path in [*in_nav, *(path for path in found if path not in in_nav)]:
        text = read_text(site.docs / path, site.shown_as(site.docs / path), problems)
        if text is not None:
            url = page_url(path, directories=site.directories)
            page = read_page(path, url, site.shown_as(site.docs / path), text)
            problems.extend(page.document.problems)
            pages.append(page)
    return Inventory(pages), problems


def read_text(file: Path, shown_as: Path, problems: list[Problem]) -> str | None:
    """Read the text of a page's file.

    Args:
        file: The file.
        shown_as: How problems name it.
        problems: Takes what is wrong with it.

    Returns:
        The text, with line feeds as line ends; None where the file cannot be read.
    """
    try:
        data = file.read_bytes()
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        problems.append(Problem(shown_as, 0, 0, f"the page cannot be read ({error.strerror})"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(Problem(shown_as, line, 0, "expected UTF-8", hint="save the file as UTF-8"))
    return None
