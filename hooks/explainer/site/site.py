"""A site: where its files are, the order of its pages, its language, our options."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from explainer.files.documents import Document, Way
from explainer.problems.problem import Problem
from explainer.site.settings import Settings

HIDDEN = (".*", "/templates/")
"""What MkDocs leaves out of the pages unless it is told otherwise (`exclude_docs`)."""


@dataclass(frozen=True, eq=False)
class Site:
    """A site as the record sees it.

    Attributes:
        root: The folder of the configuration file; problems name files from here.
        docs: The folder of the Markdown pages.
        target: The folder of the built site.
        settings: Our options.
        nav: The pages in the order of the navigation, from `docs`; pages that it leaves out are missing here.
        excluded: Which files of the folder of pages are no pages, in the patterns of `.gitignore`.
        language: The language of the pages, as the theme has it.
        name: The site's name.
        description: What it is about, in a sentence; empty where the configuration does not say.
        author: Who writes it; empty where the configuration does not say.
        url: Where the site is published, with a slash at its end; empty where the configuration does not say.
        directories: Whether a page becomes `page/index.html` and not `page.html` (`use_directory_urls`).
        prefix: The folder, from the site's root, of what is made of the record; with a slash at its end where there is
            one. A site in several languages has one for each.
        plugins: The names of the host's plugins.
        hooks: The files of the site's own that its host runs as a plugin.
        files: The configuration files that it was read from.
        config: The configuration file, with the places of its values.
        way: The way to our options in it.
        problems: What is wrong with the configuration as far as we read it.
    """

    root: Path
    docs: Path
    target: Path = Path("site")
    settings: Settings = field(default_factory=Settings)
    nav: tuple[str, ...] = ()
    excluded: tuple[str, ...] = HIDDEN
    language: str = "en"
    name: str = ""
    description: str = ""
    author: str = ""
    url: str = ""
    directories: bool = True
    prefix: str = ""
    plugins: tuple[str, ...] = ()
    hooks: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    config: Document = field(default_factory=lambda: Document(Path("mkdocs.yml")))
    way: Way = ()
    problems: tuple[Problem, ...] = ()

    @property
    def draws_cards(self) -> bool:
        """Whether another plugin draws the pictures of shared links: Material's social cards."""
        return any(name.rpartition("/")[2] == "social" for name in self.plugins)

    @property
    def data(self) -> Path:
        """The folder of the record."""
        return self.root / self.settings.data

    @property
    def evidence(self) -> Path:
        """The folder of what is kept of the sources."""
        return self.root / self.settings.evidence

    def loss_in(self, folder: Path) -> str:
        """Return what would be lost if the site were built in a folder, in a sentence; empty where nothing would."""
        templates = (self.root / self.settings.templates,) if self.settings.templates else ()
        sources = (self.data, self.docs, *templates, self.root)
        place = os.path.realpath(folder)  # of a link that leads to itself, too, where `resolve` gives up
        lost = next((each for each in sources if Path(os.path.realpath(each)).is_relative_to(place)), None)
        if lost is None:
            return ""
        return f"the built site would take the place of `{self.shown_as(lost)}`, which holds its sources"

    def shown_as(self, path: Path) -> Path:
        """Return how problems name a file: from the root where it lies below it."""
        return path.relative_to(self.root) if path.is_relative_to(self.root) else path
