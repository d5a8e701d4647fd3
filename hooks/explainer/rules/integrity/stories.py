"""Each story has feeds of its own, in files that any disk can hold."""

import re
from collections.abc import Iterator
from pathlib import Path

from explainer.files.documents import Mark
from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.rules.rule import Check

LONGEST = 200
"""How many bytes a file's name takes at most: of the 255 that disks allow, the rest is for its ending and a copy's."""


def file_name(story: str) -> str:
    """Return what the files of a story's feeds are called, without their endings."""
    return re.sub(r"[^\w.-]+", "-", story)


def _without_feeds_of_their_own(contents: Contents) -> Iterator[Problem]:
    if contents.site.settings.downloads == "no" or not contents.site.url:
        return
    named: dict[str, str] = {}
    seen: set[str] = set()
    for story, place in _stories(contents):
        if story in seen:
            continue
        seen.add(story)
        name = file_name(story)
        other = named.setdefault(name.casefold(), story)  # some disks make no difference of small and capital letters
        message, hint = "", ""
        if other != story:
            message = f"the feeds of the story `{story}` would be the same files as those of the story `{other}`"
            hint = "give one of them another name"
        elif len(name.encode()) > LONGEST:
            message, hint = "the name of the story is too long for the files of its feeds", "give it a shorter one"
        if message:
            file, mark = place
            yield Problem(file, mark.line, mark.column, message, "story", hint)


def _stories(contents: Contents) -> Iterator[tuple[str, tuple[Path, Mark]]]:
    """Yield the story of each event and page, and where it is named."""
    for event in contents.record.events.values():
        if event.story:
            origin = contents.record.origins["event", event.id]
            yield event.story, (origin.file, origin.mark("story"))
    for page in contents.pages:
        if page.front.story:
            yield page.front.story, (page.document.file, page.document.mark(("story",)))


CHECK = Check(name="stories", doc=__doc__, in_site=_without_feeds_of_their_own)
