"""A made-up newsroom: many stories told over years, as a site of ours and as the same text for plain MkDocs.

It is the same in every run. Nobody in it exists, and its sentences mean nothing. Each story has a front page with a
drawing, a timeline, and question pages with a statement, citations and links; people and sources are shared.
"""

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

SEED = 7
WORDS = (  # noqa: SIM905 - one reads them as words
    "harbour council vote bridge inquiry report minister letter meeting contract survey budget hearing river station "
    "quay board officer tide engineer answer question evidence record plan cost delay statement"
).split()
PEOPLE, SOURCES = 300, 2000
SHARED_PAGES = {"people.md": "people", "sources.md": "sources", "updates.md": "updates"}

Entry = Mapping[str, Any]


@dataclass(frozen=True)
class Size:
    """How large a newsroom is.

    Attributes:
        stories: The number of its stories.
        questions: That of the questions of each.
        events: That of the events of each.
    """

    stories: int
    questions: int
    events: int

    @property
    def pages(self) -> int:
        """The number of its pages, those that all stories share included."""
        return self.stories * (self.questions + 2) + 1 + len(SHARED_PAGES)


class Newsroom:
    """Writes both sites, from the same seeds, so that both tell the same."""

    def __init__(self, size: Size) -> None:
        """Make everything up."""
        self.size = size
        self._chance = random.Random(SEED)  # noqa: S311 - the same in every run, and no secret
        self.people = [f"person-{number}" for number in range(PEOPLE)]
        self.sources = [f"source-{number}" for number in range(SOURCES)]
        self.events = [[self._event(story, number) for number in range(size.events)] for story in range(size.stories)]
        self.statements = [
            self._statement(story, number) for story in range(size.stories) for number in range(size.questions)
        ]

    def _sentence(self, length: int = 14) -> str:
        return f"{' '.join(self._chance.choices(WORDS, k=length)).capitalize()}."

    def _paragraph(self, sentences: int = 4) -> str:
        return " ".join(self._sentence() for _ in range(sentences))

    def _event(self, story: int, number: int) -> Entry:
        day = (date(2010, 1, 1) + timedelta(days=self._chance.randrange(5000))).isoformat()
        return {
            "id": f"s{story}-e{number}",
            "date": day if self._chance.random() < 0.7 else day[:7],
            "title": self._sentence(7)[:-1],
            "text": self._paragraph(2),
            "people": self._chance.sample(self.people, 2),
            "sources": self._chance.sample(self.sources, 2),
            "tags": [f"{self._chance.choice(WORDS[:8])} {story}"],
        }

    def _statement(self, story: int, number: int) -> Entry:
        return {
            "id": f"s{story}-q{number}",
            "speaker": self._chance.choice(self.people),
            "date": (date(2023, 10, 1) + timedelta(days=number)).isoformat(),
            "venue": "Council",
            "words": self._sentence(20),
            "sources": [self._chance.choice(self.sources)],
            "tags": [f"{self._chance.choice(WORDS[:8])} {story}"],
        }

    def write(self, root: Path, *, plain: bool = False) -> None:
        """Write a site into a folder that is not there yet: ours, or with `plain` the same text without our blocks."""
        self._chance = random.Random(SEED + 1)  # noqa: S311 - as above
        docs = root / "docs"
        docs.mkdir(parents=True)
        titles = "".join(f"- [Story {story}](story-{story}/index.md)\n" for story in range(self.size.stories))
        (docs / "index.md").write_text(f"# All stories\n\n{titles}", "utf-8")
        nav: list[Any] = ["index.md"]
        for story in range(self.size.stories):
            pages = dict(self._pages(story, plain=plain))
            for name, text in pages.items():
                file = docs / f"story-{story}" / name
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, "utf-8")
            nav.append({f"Story {story}": [f"story-{story}/{name}" for name in pages]})
        if not plain:
            for name, block in SHARED_PAGES.items():
                (docs / name).write_text(f"# {block.capitalize()}\n\n/// {block}\n///\n", "utf-8")
            nav += SHARED_PAGES
            self._write_record(root / "data")
        # JSON is YAML.
        (root / "mkdocs.yml").write_text(json.dumps(_configuration(nav, plain=plain), indent=1), "utf-8")

    def _write_record(self, data: Path) -> None:
        (data / "timeline").mkdir(parents=True)
        for story, events in enumerate(self.events):
            (data / "timeline" / f"s{story}.yml").write_text(_yaml(events), "utf-8")
        people = [{"id": id_, "name": f"Person {id_[7:]}", "bio": self._sentence()} for id_ in self.people]
        sources = [
            {"id": id_, "publisher": "Paper", "title": self._sentence(6)[:-1], "date": "2024-06-01"}
            for id_ in self.sources
        ]
        for name, entries in (("people", people), ("sources", sources), ("statements", self.statements)):
            (data / f"{name}.yml").write_text(_yaml(entries), "utf-8")
        for name in ("disputes", "updates"):
            (data / f"{name}.yml").write_text("[]\n", "utf-8")

    def _pages(self, story: int, *, plain: bool) -> Iterable[tuple[str, str]]:
        front = f"---\nstory: s{story}\nsummary: {self._sentence()}\n---\n\n"
        events = self.events[story]
        opening = self._paragraph()
        glance = f"/// timeline\n    story: s{story}\n    layout: glance\n///\n"
        whole = f"/// timeline\n    story: s{story}\n    group: year\n    heading: 2\n///\n"
        shown = _as_text(events[:10]) if plain else glance
        yield "index.md", f"{front}# Story {story}\n\n{opening}\n\n{shown}"
        yield "timeline.md", f"{front}# Timeline of story {story}\n\n{_as_text(events) if plain else whole}"
        for number in range(self.size.questions):
            yield f"q{number}.md", self._question(story, number, plain=plain)

    def _question(self, story: int, number: int, *, plain: bool) -> str:
        chance, events = self._chance, self.events[story]
        named = [chance.choice(events)["id"] for _ in range(3)]
        cited = [chance.choice(self.sources) for _ in range(3)]
        person = chance.choice(self.people)
        parts = []
        for place in range(4):
            source = cited[place % 3]
            if plain:
                words = f"Then [the event](timeline.md) with [them](index.md)[^{place}].\n\n[^{place}]: {source}\n"
            else:
                words = f"Then [the event](event:{named[place % 3]}) with [them](person:{person}) [@{source}].\n"
            parts.append(f"{self._paragraph(5)} {words}")
        answer, said = self._sentence(), self._sentence(20)
        blocks = (
            f"/// statement | s{story}-q{number}\n///\n\n"
            f"/// timeline\n    story: s{story}\n    layout: brief\n    limit: 8\n///\n"
        )
        shown = f"> {said}\n\n{_as_text(events[:3])}" if plain else blocks
        front = f"---\nanswer: {answer}\nstory: s{story}\npublished: 2024-01-0{1 + number % 9}\n---\n\n"
        title = f"# What about {chance.choice(WORDS)} {number} in story {story}?\n\n"
        return f"{front}{title}{parts[0]}\n## One\n\n{parts[1]}\n{shown}\n## Two\n\n{parts[2]}\n{parts[3]}"


def _as_text(events: Sequence[Entry]) -> str:
    return "\n".join(f"### {event['title']}\n\n{event['date']}\n\n{event['text']}\n" for event in events)


def _yaml(entries: Sequence[Entry]) -> str:
    """Return entries as an editor types them: block style, with the lists of ids in one line."""
    lines = []
    for entry in entries:
        for place, (name, value) in enumerate(entry.items()):
            shown = f"[{', '.join(value)}]" if isinstance(value, list) else value
            lines.append(f"{'  ' if place else '- '}{name}: {shown}\n")
    return "".join(lines)


def _configuration(nav: Sequence[Any], *, plain: bool) -> Mapping[str, Any]:
    extensions: list[Any] = ["admonition", "attr_list", "footnotes", "tables"]
    checks = dict.fromkeys(("unarchived", "without-role", "unused-source", "known-early"), "off")
    ours = {"explainer": {"as_of": "2024-12-31", "checks": checks}}
    return {
        "site_name": "Newsroom",
        "site_url": "https://example.org/",
        "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
        "plugins": ["search"] if plain else ["search", "explainer"],
        "markdown_extensions": extensions if plain else [*extensions, ours],
        "nav": nav,
    }
