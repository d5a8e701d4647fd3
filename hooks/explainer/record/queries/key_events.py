"""The events that a story turns on: those that its editors say, else those that bear most on it."""

from collections.abc import Sequence

from explainer.record.contents import Contents
from explainer.record.kinds.event import Event

MOST = 7
"""How many are chosen where nobody has said which."""


def key_events(events: Sequence[Event], contents: Contents) -> list[str]:
    """Return the ids of the key events among some, the most important first.

    Where none is marked (`key: yes`), those come first that a short answer links to, then those that are contested,
    then those with most people.
    """
    marked = [event.id for event in events if event.key == "yes"]
    if marked:
        return marked
    cited = contents.cited_in_answers
    weighed = sorted(
        events,
        key=lambda event: (("event", event.id) in cited, event.status in {"disputed", "denied"}, len(event.people)),
        reverse=True,
    )
    return [event.id for event in weighed[:MOST]]
