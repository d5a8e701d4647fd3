"""Made-up events, the same for whoever asks for as many: the town, its offices and its papers do not exist.

`bench/sites.py` writes them as a site of ours and as a page of TimelineJS.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

SEED = 20170302

OFFICES = (
    "Harbour Master",
    "Town Clerk",
    "Keeper of the Light",
    "Tide Warden",
    "Bridge Inspector",
    "Ferry Company",
    "Rope Works",
    "Salt Exchange",
    "Board of Dredging",
    "Chandlers' Union",
    "Pilot Station",
    "Dry Dock",
)
SUBJECTS = ("bridge", "ferry", "dredging", "budget", "inquiry", "storm", "election", "lighthouse")
PAPERS = ("The Tidewrack Bell", "The Lower Quay Gazette", "The Morning Foghorn", "The Breakwater Review")
DEEDS = (
    "asks for the minutes of the meeting",
    "publishes the plan of the new quay",
    "says that the survey was never finished",
    "puts off the vote until the autumn",
    "signs the contract for the second span",
    "closes the crossing after a high tide",
    "rejects the offer of the contractors",
    "opens the accounts of the past five years",
    "names a committee to look into the delay",
    "takes back what was said in the spring",
)
SENTENCES = (
    "The decision follows a hearing of two hours, at which nobody spoke against it.",
    "A copy of the letter was left at the office on the quay and was found there a week later.",
    "Two of the five members stayed away; the others say that they had not been told of the day.",
    "What it will cost is given nowhere in the papers, and the council has not been asked.",
    "The older drawings show the pier as it stood before the flood, with all of its lamps.",
    "An earlier report came to another finding, on the strength of fewer soundings.",
    "Work is to begin once the ice has gone, and to end before the herring come.",
    "The engineers call the figure an estimate, and have since put it higher by a third.",
)
STATUSES = ("confirmed", "reported", "disputed", "denied")
LAST_WORDS = "With this entry the record of Tidewrack ends."
"""What the text of the last event ends with, and no other's."""

FIRST_DAY = date(1994, 1, 1)
DAYS = 30 * 365


@dataclass(frozen=True)
class Event:
    """A made-up event, in the form that our record and TimelineJS are both written from.

    Attributes:
        id: Its id.
        begins: Its first day, with 1 to 3 numbers: year, month, day.
        ends: Its last day, in as many numbers, where it is a span.
        title: A sentence.
        text: One to four sentences.
        people: Ids of offices.
        subject: A tag.
        status: One of ours; TimelineJS knows none.
        sources: Ids of sources.
    """

    id: str
    begins: tuple[int, ...]
    ends: tuple[int, ...] | None
    title: str
    text: str
    people: Sequence[str]
    subject: str
    status: str
    sources: Sequence[str]


def people() -> Mapping[str, str]:
    """Return the names of the offices by their ids."""
    return {name.lower().replace(" ", "-").replace("'", ""): name for name in OFFICES}


def sources() -> Mapping[str, tuple[str, str]]:
    """Return the sources by their ids: who published each, and its title."""
    return {
        f"paper-{n}": (PAPERS[n % len(PAPERS)], f"Number {n + 1} of the reports on the harbour of Tidewrack")
        for n in range(40)
    }


def events(number: int) -> list[Event]:
    """Return so many events from first to last."""
    chance = random.Random(SEED)  # noqa: S311 - the same events in every run, and no secret
    days = sorted(chance.randrange(DAYS) for _ in range(number))
    return [_event(n, FIRST_DAY + timedelta(days=day), chance, last=n == number - 1) for n, day in enumerate(days)]


def _event(n: int, day: date, chance: random.Random, *, last: bool) -> Event:
    begins: tuple[int, ...] = (day.year, day.month, day.day)
    ends = None
    exact = 1 if last else chance.random()  # the last in time must be the last in every order
    if exact < 0.1:
        end = day + timedelta(days=chance.randrange(20, 200))
        ends = (end.year, end.month, end.day)
    elif exact < 0.25:
        begins = begins[:2]
    elif exact < 0.3:
        begins = begins[:1]
    offices = people()
    who = chance.sample(list(offices), chance.randint(1, 3))
    subject = chance.choice(SUBJECTS)
    told = chance.sample(SENTENCES, chance.randint(1, 4))
    if last:
        told.append(LAST_WORDS)
    return Event(
        id=f"event-{n + 1}",
        begins=begins,
        ends=ends,
        title=f"The {offices[who[0]]} {chance.choice(DEEDS)}",
        text=" ".join(told),
        people=who,
        subject=subject,
        status=chance.choices(STATUSES, (70, 20, 7, 3))[0],
        sources=chance.sample(list(sources()), chance.randint(1, 2)),
    )
