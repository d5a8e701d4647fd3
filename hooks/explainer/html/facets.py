"""What a timeline can be filtered by: the people, tags and statuses of its events, each with how many have it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from explainer.record.kinds.event import Event
from explainer.record.record import Record
from explainer.words import labels
from explainer.words.words import Words

FEWEST = 6
"""A list of fewer events is seen whole, and has no filters."""


@dataclass(frozen=True)
class Facet:
    """One thing to filter by.

    Attributes:
        name: How it is called in the page's address.
        label: How readers see it.
        choices: Each value, its label, and the number of events that have it; the most frequent first.
    """

    name: str
    label: str
    choices: Sequence[tuple[str, str, int]]


def facets(events: Sequence[Event], record: Record, words: Words) -> list[Facet]:
    """Return the facets of a list of events that tell some of them from others; none where the list is short."""
    if len(events) < FEWEST:
        return []
    _ = words.gettext
    people = Counter(id_ for event in events for id_ in set(event.people) if id_ in record.people)
    tags = Counter(tag for event in events for tag in set(event.tags))
    statuses: Counter[str] = Counter(event.status for event in events)
    found = [
        Facet("person", _("People"), [(id_, record.people[id_].name, n) for id_, n in _sorted(people)]),
        Facet("tag", _("Subjects"), [(tag, tag, n) for tag, n in _sorted(tags)]),
        Facet("status", _("Status"), [(each, labels.status(each, words), n) for each, n in _sorted(statuses)]),
    ]
    return [facet for facet in found if any(n < len(events) for _, _, n in facet.choices)]


def _sorted(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))
