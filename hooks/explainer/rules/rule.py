"""What is looked for in a site: checks that no site may do without, and editorial rules, from which it may depart.

Each stands in a file of its own. The file's docstring begins with the reason; the guide shows it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from explainer.files.documents import Way
from explainer.problems.problem import Problem, Severity
from explainer.record.contents import Contents
from explainer.record.kinds.refs import Kind
from explainer.rules.page_tree import PageTree

Scope = Literal["record", "page", "site"]
"""Where a breach stands: in an entry, in the text of a page, or elsewhere (front matter, options, a whole file)."""


@dataclass(frozen=True)
class Finding:
    """A breach in an entry: which, the way to the value in it, what is wrong, and how to mend it.

    `typed` is the piece of a longer text that the breach is about, where it can be found by it.
    """

    kind: Kind
    id: str
    steps: Way
    message: str
    hint: str = ""
    typed: str = ""


@dataclass(frozen=True)
class PageFinding:
    """A breach in the text of a page: the piece of the text by which it is found, what is wrong, and how to mend it.

    `nth` is which of the places it is where the page says the words of `typed`, as a reader sees them, counted from 1;
    0 where `typed` stands in the file letter by letter, and each further breach is at the next place.
    """

    typed: str
    message: str
    hint: str = ""
    nth: int = 0


@dataclass(frozen=True, kw_only=True)
class Check:
    """What must hold on every site.

    It looks where it has a function to look. An entry's `allow`, and a comment on a page, exempt from what a rule finds
    in entries and on pages; there is no exemption from what is found elsewhere.

    Attributes:
        name: What it is called: its file's name, with hyphens.
        doc: The docstring of its file.
        in_record: Yields the breaches in entries.
        on_page: Yields the breaches in the text of one page, while it is converted.
        in_site: Yields the breaches elsewhere, each at a place of its own.
        follows: Whether a gap in the record, which an error tells of, would look like a breach too.
    """

    name: str
    doc: str
    in_record: Callable[[Contents], Iterator[Finding]] | None = None
    on_page: Callable[[PageTree], Iterator[PageFinding]] | None = None
    in_site: Callable[[Contents], Iterator[Problem]] | None = None
    follows: bool = False

    @property
    def scope(self) -> tuple[Scope, ...]:
        """Where it looks."""
        looks: dict[Scope, object] = {"record": self.in_record, "page": self.on_page, "site": self.in_site}
        return tuple(scope for scope, look in looks.items() if look)

    @property
    def why(self) -> str:
        """The reason for it, for the guide."""
        return " ".join(self.doc.strip().split("\n\n")[0].split())


@dataclass(frozen=True, kw_only=True)
class Rule(Check):
    """An editorial rule: a site may change how grave a breach of it is, and an entry or a page be exempt from it.

    Attributes:
        severity: How grave a breach is unless the site says otherwise.
        in_preview: How grave it is in a build that is not strict, unless the site says otherwise; None for no less.
        says: How its message begins or what it holds whatever it is about; for the guide.
    """

    severity: Severity
    in_preview: Severity | None = None
    says: str
