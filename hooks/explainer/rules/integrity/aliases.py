"""A former name leads to one thing: what has it now."""

from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.rules.rule import Check, Finding


def _of_entries(contents: Contents) -> Iterator[Finding]:
    first: dict[tuple[str, str], str] = {}
    for kind, entry in contents.record:
        for n, alias in enumerate(entry.aliases):
            way = ("aliases", n)
            if contents.record.get(kind, alias):
                yield Finding(kind, entry.id, way, f"the {kind} `{alias}` is there", "an alias is a name that it had")
            elif (other := first.setdefault((kind, alias), entry.id)) != entry.id:
                yield Finding(kind, entry.id, way, f"`{alias}` is an alias of the {kind} `{other}` already")


def _of_pages(contents: Contents) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for page in contents.pages:
        for n, alias in enumerate(page.front.aliases):
            message = ""
            if contents.pages.named(alias):
                message = f"the page `{alias}` is there"
            elif (other := first.setdefault(alias, page.stem)) != page.stem:
                message = f"`{alias}` is an alias of the page `{other}` already"
            if message:
                mark = page.document.mark(("aliases", n))
                hint = "an alias is the path that the page had, without its ending"
                yield Problem(page.document.file, mark.line, mark.column, message, "aliases", hint)


CHECK = Check(name="aliases", doc=__doc__, in_record=_of_entries, in_site=_of_pages)
