"""Entries of other tools to entries of the record, each with what became of it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from explainer.fields.types import suggest_id
from explainer.fields.validation import validate
from explainer.files.documents import Document
from explainer.imports.old import Old
from explainer.imports.prose import markdown_of, plain_of, safe
from explainer.imports.writing import exact
from explainer.record.kinds.event import Event
from explainer.record.kinds.registry import collections
from explainer.record.kinds.source import Source

Fields = dict[str, object]

IMPORTED = "imported, and still to be looked at"
"""The reason for which an imported entry is exempt from a check."""

QUOTED = re.compile('["“”„‟«»「」『』]|^>', re.MULTILINE)


@dataclass
class Told:
    """What became of one entry: the questions that it leaves, what was lost and what was changed."""

    place: str
    name: str
    became: str = ""
    questions: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)


@dataclass
class Conversion:
    """Entries of the record that are made of a file.

    Attributes:
        known: The ids of the entries that are there already, by their collections.
        sources: The ids of all sources, those that come among them, by their addresses.
        story: The story that the events belong to; empty where the site tells one.
        new: The entries that come, by their collections.
        told: What became of each entry of the file.
    """

    known: Mapping[str, frozenset[str]]
    sources: dict[str, str]
    story: str = ""
    new: dict[str, list[Fields]] = field(init=False)
    told: list[Told] = field(default_factory=list)
    _taken: dict[str, set[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.new = {collection: [] for collection in self.known}
        self._taken = {collection: set(ids) for collection, ids in self.known.items()}

    def add(self, old: Old) -> None:
        """Make an entry of one of the file's."""
        if old.entry:
            self._take_over(old, *old.entry)
            return
        headline = plain_of(old.headline)
        told = Told(old.place, headline or "without a headline", lost=list(old.lost))
        self.told.append(told)
        text, links, lost = (old.text.strip(), [], []) if old.is_markdown else markdown_of(old.text)
        told.lost += lost
        media, media_lost = _media(old)
        told.lost += media_lost
        if old.role == "title":
            told.questions.append(f"the title slide is for the summary of the front page: {headline}. {text}".strip())
            told.lost += [media] if media else []
            return
        if not headline or not old.when.edtf:
            told.questions.append(old.when.question or "it has no headline")
            return
        stem = suggest_id(old.id) or suggest_id(headline)[:60].strip("-") or f"event-{suggest_id(old.when.edtf)}"
        if stem in self.known["timeline"]:
            told.became = "there already"
            told.questions.append(f"event:{stem} is in the record, and stays as it is")
            return
        id_ = _free(stem, self._taken["timeline"])
        if old.when.lost:
            told.changed.append(f"`{old.when.lost}`, which the date cannot say, begins the text")
        parts = [markdown_of(old.when.lost)[0], text, media]
        event: Fields = {"id": id_, "date": old.when.edtf, "title": headline}
        if whole := "\n\n".join(filter(None, parts)):
            event["text"] = whole
        sources = list(dict.fromkeys(self._source(url, told) for url in [*links, *map(safe, old.links)]))
        more: Fields = {
            "sources": sources,
            "allow": _exemptions({**event, "sources": sources} if sources else event),
            "tags": [plain_of(tag) for tag in ([*old.tags, "era"] if old.role == "era" else old.tags)],
            "story": self.story,
        }
        event.update({name: value for name, value in more.items() if value})
        if problems := validate(Event, event, Document(Path()), (), "")[1]:
            told.questions += [problem.text for problem in problems]
            return
        if old.when.typed != old.when.edtf:
            told.changed.append(f"`{old.when.typed}` became {old.when.edtf} ({old.when.rule})")
        if id_ != stem:
            told.changed.append("another entry has the same name, so that this one has a number")
        self._taken["timeline"].add(id_)
        self.new["timeline"].append(event)
        told.became = f"event:{id_}"

    def _take_over(self, old: Old, collection: str, fields: Fields) -> None:
        """Take over an entry of another record as it is."""
        kind = collections()[collection]
        told = Told(old.place, plain_of(old.headline)[:80])
        self.told.append(told)
        if old.id in self.known[collection]:
            told.became = "there already"
            told.questions.append(f"{kind.name}:{old.id} is in the record, and stays as it is")
            return
        _, problems = validate(kind.model, fields, Document(Path()), (), "")
        if problems:
            told.questions += [problem.text for problem in problems]
            return
        self.new[collection].append(exact(fields))
        told.became = f"{kind.name}:{old.id}"

    def _source(self, url: str, told: Told) -> str:
        if url in self.sources:
            return self.sources[url]
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        id_ = _free(suggest_id(host), self._taken["sources"])
        source: Fields = {"id": id_, "publisher": host, "title": url, "url": url}
        if validate(Source, source, Document(Path()), (), "")[1]:
            source.pop("url")
            told.lost.append(f"the address {url}, which is none that a source may have: it stays as the source's title")
        self.new["sources"].append(source)
        self.sources[url] = id_
        self._taken["sources"].add(id_)
        return id_


def _exemptions(event: Fields) -> Fields:
    """Return the checks that an import cannot satisfy, with the reason; what they find is told as an exception."""
    exempt: Fields = {}
    if "sources" not in event:
        exempt["unsourced"] = IMPORTED
    if QUOTED.search(f"{event['title']}\n{event.get('text', '')}"):
        exempt["quotation"] = IMPORTED
    return exempt


def _free(stem: str, taken: Collection[str]) -> str:
    number, id_ = 2, stem
    while id_ in taken:
        id_, number = f"{stem}-{number}", number + 1
    return id_


def _media(old: Old) -> tuple[str, list[str]]:
    """Return what an entry shows as a line of Markdown, a link with its credit, and what cannot be said."""
    credit, caption = markdown_of(old.credit)[0], plain_of(old.caption)
    if re.match(r"https?://[^\s/]", old.media) and " " not in old.media.strip():
        name = re.sub(r"([\[\]\\*_`])", r"\\\1", caption or urlsplit(old.media).hostname or old.media)
        return f"[{name}]({safe(old.media)})" + (f" ({credit})" if credit else ""), []
    if "<" in old.media:
        text, _, lost = markdown_of(old.media)
        return "\n\n".join(filter(None, (text, caption, credit))), lost
    lost = [f"the file {old.media}: put it into `docs/` and name it under `image:`"] if old.media else []
    return " ".join(filter(None, (markdown_of(old.caption)[0], f"({credit})" if credit else ""))), lost


def by_address(sources: Mapping[str, Source]) -> dict[str, str]:
    """Return the ids of sources by their addresses."""
    return {source.url: id_ for id_, source in sources.items() if source.url}
