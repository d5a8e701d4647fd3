"""A page's file ends as its host expects: another is copied to the site as it is, with all that stands in it."""

from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.rules.rule import Check
from explainer.site.pages import ENDINGS

COPIES = (".txt", ".bak", ".orig", ".old")
"""What editors, programs and operating systems put behind a name."""


def _no_pages(contents: Contents) -> Iterator[Problem]:
    site = contents.site
    for file in sorted(site.docs.rglob("*")):
        lower = file.suffix.lower()
        copied = lower in COPIES and file.stem.lower().endswith(ENDINGS)
        if not (copied or (lower in ENDINGS and file.suffix not in ENDINGS)) or file.name.startswith("."):
            continue
        meant = file.stem if copied else f"{file.stem}{lower}"
        message = "no page: the file would be published as it was typed"
        hint = f"call it `{meant}`, or keep it elsewhere"
        yield Problem(site.shown_as(file), 0, 0, message, hint=hint)


CHECK = Check(name="page-names", doc=__doc__, in_site=_no_pages)
