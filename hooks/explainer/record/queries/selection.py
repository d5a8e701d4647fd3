"""Which events of the record a list shows: by date, person, tag, story and status, in an order, up to a number."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from explainer.characters import shown
from explainer.fields.model import Model
from explainer.fields.types import EdtfDate, Name
from explainer.files.documents import Document
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.kinds.event import Event, Status
from explainer.record.kinds.refs import PersonRef
from explainer.record.queries.by_then import known_by
from explainer.record.record import Record


def _listed(value: object) -> object:
    """Let an option of one word stand for a list of one: `status: disputed`."""
    return [value] if isinstance(value, str) else value


OneOrMore = BeforeValidator(_listed)


class Selection(Model):
    """The options that say which events are shown. Each narrows the choice; none shows every event."""

    from_: EdtfDate | None = Field(default=None, alias="from")
    """The first date: events that may have happened on or after it (EDTF)."""
    to: EdtfDate | None = None
    """The last date: events that may have happened on or before it (EDTF)."""
    people: Annotated[list[PersonRef], OneOrMore] = []
    """Events with one of these people: an id, or a list of ids."""
    tags: Annotated[list[Name], OneOrMore] = []
    """Events with one of these tags: a word, or a list of words."""
    story: Name | None = None
    """Events of this story."""
    status: Annotated[list[Status], OneOrMore] = []
    """Events of this status: confirmed, reported, disputed or denied, or a list of them."""
    as_known: EdtfDate | None = None
    """The timeline as it was known on a date: without what became public later (EDTF)."""
    order: Literal["oldest", "newest"] = "oldest"
    """Which comes first: oldest or newest."""
    limit: Annotated[int, Field(ge=1)] | None = None
    """How many at the most, after ordering."""


def unknown_names(selection: Selection, record: Record, document: Document) -> Iterator[Problem]:
    """Yield a problem for each tag and each story of a selection that no event has."""
    if not record.has_all("event"):
        return
    asked = [("tags", "tag", tag, record.event_tags) for tag in selection.tags]
    asked += [("story", "story", selection.story, record.events_by_story.keys())] if selection.story else []
    for option, what, value, known in asked:
        if value not in known:
            message, hint = f"no event has the {what} {shown(value)}", did_you_mean(value, sorted(known))
            yield Problem.at(document.file, document.mark((option,)), message, hint, path=option)


def select(record: Record, selection: Selection) -> list[Event]:
    """Return the events of a record that a selection lets through, in its order.

    An event passes `from` and `to` where the days it *may* have happened on overlap them: leaving out a meeting "in
    September" from a list that begins on 15 September would claim to know that it was earlier.
    """
    events = record.events_by_story.get(selection.story, ()) if selection.story else record.events.values()
    chosen = sorted(
        (event for event in events if _passes(event, selection)),
        key=lambda event: event.date.sort_key,
        reverse=selection.order == "newest",
    )
    return chosen[: selection.limit]


def _passes(event: Event, selection: Selection) -> bool:
    return (
        (selection.from_ is None or not event.date.certainly_before(selection.from_))
        and (selection.to is None or not selection.to.certainly_before(event.date))
        and (not selection.people or not set(selection.people).isdisjoint(event.people))
        and (not selection.tags or not set(selection.tags).isdisjoint(event.tags))
        and (selection.as_known is None or known_by(event, selection.as_known))
        and (not selection.status or event.status in selection.status)
    )
