"""An editorial rule: its name, how grave a breach is, why it is there, and the function that finds breaches."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from explainer.files.documents import Way
from explainer.problems.problem import Severity
from explainer.record.contents import Contents
from explainer.record.refs import Kind


@dataclass(frozen=True)
class Finding:
    """A breach of a rule: the entry, the way to the value in it, what is wrong, and how to mend it.

    `typed` is the piece of a longer text that the breach is about, where it can be found by it.
    """

    kind: Kind
    id: str
    steps: Way
    message: str
    hint: str = ""
    typed: str = ""


@dataclass(frozen=True)
class Rule:
    """An editorial rule.

    Attributes:
        name: What a site's options and an entry's `allow` call it.
        severity: How grave a breach is unless the site says otherwise.
        says: How its message begins or what it holds whatever it is about; for the guide.
        why: The reason, for the guide.
        find: Yields the breaches in a record.
        follows: Whether a gap in the record, which an error tells of, would look like a breach too.
    """

    name: str
    severity: Severity
    says: str
    why: str
    find: Callable[[Contents], Iterator[Finding]]
    follows: bool = False
