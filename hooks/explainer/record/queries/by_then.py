"""What had happened when somebody spoke, and what of it was public: the ground on which their words can be judged."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.edtf.dates import Date
from explainer.record.kinds.event import Event
from explainer.record.kinds.statement import Statement


@dataclass(frozen=True)
class ByThen:
    """The events that bear on a statement and had happened when it was made, in order.

    Attributes:
        public: Those that were public by then.
        hidden: Those that had happened and became public only later.
    """

    public: tuple[Event, ...]
    hidden: tuple[Event, ...]


def by_then(statement: Statement, events: Iterable[Event]) -> ByThen:
    """Return the events that had happened by the time of a statement and share a person or a tag with it.

    An event counts where it had certainly begun before the day of the statement: of what happened the same day nobody
    can say from the dates whether it came first. One that the editors have found not to bear on it is left out.
    """
    people = {statement.speaker, *statement.people}
    bearing = sorted(
        (
            event
            for event in events
            if event.id not in statement.unrelated
            and begun_before(event.date, statement.date)
            and not (people.isdisjoint(event.people) and set(statement.tags).isdisjoint(event.tags))
        ),
        key=lambda event: event.date.sort_key,
    )
    hidden = tuple(event for event in bearing if event.known and statement.date.certainly_before(event.known))
    return ByThen(tuple(event for event in bearing if event not in hidden), hidden)


def begun_before(date: Date, other: Date) -> bool:
    """Whether a date, or the beginning of a span, certainly lies before another."""
    first = date.start if isinstance(date.start, Date) else date
    return first.certainly_before(other)


def known_by(event: Event, date: Date) -> bool:
    """Whether an event may have been public on a date: nothing is public before it happens."""
    first = event.known or (event.date.start if isinstance(event.date.start, Date) else event.date)
    return not date.certainly_before(first)
