"""The words for the record's fixed choices, and the short names of entries."""

import re
from contextlib import suppress

from explainer.edtf.dates import Date, DateError, End, Precision, parse
from explainer.record.contents import Contents
from explainer.record.kinds.dispute import Dispute
from explainer.record.kinds.event import Event
from explainer.record.kinds.kind import Entry
from explainer.record.kinds.person import Person, Role
from explainer.record.kinds.source import Source
from explainer.record.kinds.statement import Statement
from explainer.record.kinds.update import Update
from explainer.words.words import Words

MONTHS_IN_YEAR = 12

TO_THE_MONTH = {Precision.TIME, Precision.DAY, Precision.MONTH}
EXACT_ENOUGH = {"month": TO_THE_MONTH, "year": {*TO_THE_MONTH, Precision.SEASON, Precision.YEAR}}
"""How exact a date must be to stand under a month or a year."""


def status(value: str, words: Words) -> str:
    """Return a status in words."""
    _ = words.gettext
    return {
        "confirmed": _("Confirmed"),
        "reported": _("Reported"),
        "disputed": _("Disputed"),
        "denied": _("Denied"),
    }[value]


def update_kind(value: str, words: Words) -> str:
    """Return the kind of an update in words."""
    _ = words.gettext
    return {
        "correction": _("Correction"),
        "clarification": _("Clarification"),
        "update": _("Update"),
    }[value]


def choice(value: str, words: Words) -> str:
    """Return in words what a field with fixed choices says: the kind of an entry, a reply; what is none, as it is."""
    _ = words.gettext
    return {
        "person": _("person"),
        "organisation": _("organisation"),
        "article": _("article"),
        "broadcast": _("broadcast"),
        "document": _("document"),
        "report": _("report"),
        "transcript": _("transcript"),
        "video": _("video"),
        "correction": _("correction"),
        "clarification": _("clarification"),
        "update": _("update"),
        # Translators: what came of asking somebody for a reply.
        "sought": _("sought"),
        # Translators: what came of asking somebody for a reply.
        "declined": _("declined"),
        # Translators: what came of asking somebody for a reply.
        "none": _("none"),
    }.get(value, value)


def field_name(name: str, words: Words) -> str:
    """Return what a field is called where readers are told that it changed."""
    _ = words.gettext
    return {
        "date": _("Date"),
        "title": _("Headline"),
        "text": _("Text"),
        "people": _("People"),
        "status": _("Status"),
        "known": _("Became public"),
        "speaker": _("Speaker"),
        "venue": _("Occasion"),
        "in_reply_to": _("The question"),
        "words": _("Words"),
        "variants": _("Other wordings"),
        "publisher": _("Publisher"),
        "author": _("Author"),
        "url": _("Address"),
        "view": _("Position"),
        "statements": _("Statements"),
        "by": _("Signed by"),
        "claim": _("Claim"),
        "rating": _("Rating"),
        "answer": _("The short answer"),
        "": _("Withdrawn"),
        "sources": _("Sources"),
        "image": _("Picture"),
        "tags": _("Subjects"),
        "story": _("Story"),
        "allow": _("Exemptions"),
        "unrelated": _("Exemptions"),
        "name": _("Name"),
        "kind": _("Kind"),
        "roles": _("Role"),
        "bio": _("Text"),
        "archive_url": _("Archived copy"),
        "archived": _("Archived"),
        "locator": _("Where in the source"),
        "quotes": _("Quoted words"),
        "question": _("The question"),
        "about": _("About"),
        "reply": _("Reply"),
        "positions": _("Position"),
        "verdict": _("Our finding"),
        "entries": _("Entries"),
        "kicker": _("Kicker"),
        "summary": _("Summary"),
        "added": _("Added"),
        "published": _("Published"),
        "updated": _("Updated"),
        "reviewed": _("Reviewed"),
        "review_by": _("To be reviewed by"),
        "as_of": _("As of"),
    }[name]


def kind(value: str, words: Words) -> str:
    """Return what a kind of entry, or of page, is called."""
    _ = words.gettext
    return {
        "event": _("Event"),
        "person": _("Person"),
        "statement": _("Statement"),
        "source": _("Source"),
        "dispute": _("Dispute"),
        "update": _("Update"),
        "question": _("Question"),
        "page": _("Page"),
    }[value]


def entry_label(entry: Entry, words: Words) -> str:
    """Return what an entry is called where it is only named."""
    match entry:
        case Event(title=label) | Person(name=label) | Dispute(question=label):
            return label
        case Source():
            return words.colon(entry.publisher, entry.title)
        case Statement():
            return _statement_label(entry.date, words)
        case Update():
            return words.gettext("the update of %(date)s") % {"date": words.date(entry.date)}
    return entry.id


def label_of(kind: str, id_: str, contents: Contents, words: Words) -> str:
    """Return what an entry of a record or a question page is called, or was; its id where nothing else is known."""
    if kind == "question" and (page := contents.question(id_)):
        return page.title
    entry = contents.record.entries.get(kind, {}).get(id_)
    if entry is not None:
        return entry_label(entry, words)
    withdrawn = contents.withdrawn(kind, id_)
    if withdrawn is None:
        return id_
    if kind == "statement":
        with suppress(DateError):  # written by hand
            return _statement_label(parse(str(withdrawn.fields.get("date"))), words)
    publisher, title = (str(withdrawn.fields.get(field) or "") for field in ("publisher", "title"))
    return words.colon(publisher, title) if publisher and title else publisher or title or id_


def _statement_label(date: Date, words: Words) -> str:
    return words.gettext("the statement of %(date)s") % {"date": words.date(date)}


def term(role: Role, words: Words) -> str:
    """Return the time for which a role was held, in words such as "since February 2017"; empty where it is unknown."""
    if role.from_ is None and role.to is None:
        return ""
    return words.span(role.from_ or End.OPEN, role.to or End.OPEN)


def public_since(known: Date) -> Date | None:
    """Return the date since which something is public; None where it can only be told when it became so.

    Of a span without an end, "public since" already says that it lasts.
    """
    if known.end is End.OPEN and isinstance(known.start, Date):
        return known.start
    lasts = all(isinstance(end, Date) for end in (known.start, known.end)) if known.is_interval else known.is_placed
    return known if lasts else None


def group_of(date: Date, group: str, words: Words) -> str:
    """Return the heading under which a date stands in a list that is grouped by `year` or `month`.

    A span stands under its beginning, or under its end where that alone is known. What is open at its beginning stands
    under itself, and so does a date less exact than the group.
    """
    if date.start is End.OPEN:
        return words.date(date)
    at = next((each for each in (date.start, date.end) if isinstance(each, Date)), date)
    if at.lower is None or at.precision not in EXACT_ENOUGH[group]:
        return words.date(parse(at.text.rstrip("?~%")))
    year, month, _ = at.lower
    text = f"{year:0{5 if year < 0 else 4}d}" if abs(year) < 10_000 else f"Y{year}"
    return words.date(parse(f"{text}-{month:02d}" if group == "month" else text))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a plain text, between which its lines are empty."""
    return re.split(r"\n\s*\n", text)


LONGEST_LABEL = 80
"""How many characters of a statement name it in a list."""


def shortened(words: str) -> str:
    """Return the beginning of a text, cut between two words where it is long."""
    if len(words) <= LONGEST_LABEL:
        return words
    beginning, space, _ = words[:LONGEST_LABEL].rpartition(" ")
    return f"{beginning} …" if space else f"{words[:LONGEST_LABEL]}…"
