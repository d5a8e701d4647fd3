"""The tables of the guide, made from the models: `python -m tests.guide_tables` writes them, a test compares them.

Each stands in the guide between two comments with its name.
"""

import re
from collections.abc import Callable, Iterator
from typing import get_args

from pydantic import BaseModel
from tests.building import REPOSITORY

from explainer.blocks.heading import HeadingOption
from explainer.blocks.people import PeopleOptions
from explainer.blocks.sources import SourcesOptions
from explainer.blocks.statement import StatementOptions
from explainer.blocks.timeline import TimelineOptions
from explainer.blocks.updates import UpdatesOptions
from explainer.publish.exports import ExportedRecord, TimelineEvent
from explainer.record.kinds.registry import collections
from explainer.rules.registry import all_rules
from explainer.rules.rule import Rule, Scope
from explainer.site.front_matter import FrontMatter
from explainer.site.settings import Settings

GUIDE = REPOSITORY / "guide"


def table(model: type[BaseModel], column: str = "field") -> str:
    """Return a table of a model's fields: name, bold where it must be filled; default; meaning."""
    rows = [f"| {column} | default | meaning |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        label = field.alias or name
        shown = f"**`{label}`**" if field.is_required() else f"`{label}`"
        default = field.default if isinstance(field.default, str | int) else ""
        rows.append(f"| {shown} | {f'`{default}`' if default else ''} | {field.description} |")
    return "\n".join(rows)


def models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield the models that a model's fields hold, from the outside in."""
    for field in model.model_fields.values():
        pending = [field.annotation]
        while pending:
            part = pending.pop(0)
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield part
                yield from models_in(part)
            pending.extend(get_args(part))


def fields() -> str:
    """Return a chapter for each kind of entry and for each group of fields in it."""
    parts = []
    for collection, kind in collections().items():
        model = kind.model
        parts.append(f"### {model.__name__} (`{collection}`)\n\n{model.__doc__}\n\n{table(model)}")
        parts.extend(
            f"#### {inner.__name__} (in {model.__name__.lower()})\n\n{inner.__doc__}\n\n{table(inner)}"
            for inner in models_in(model)
        )
    return "\n\n".join(parts)


def homes() -> str:
    """Return the home of each kind of entry."""
    rows = ["| kind | default | meaning |", "|---|---|---|"]
    for kind in collections().values():
        _, many = kind.called.counted
        where = f"Where {many.removeprefix('%(num)d ')} are shown"
        else_ = "" if kind.home else "; left out, each is at home on the first page that shows it"
        rows.append(f"| `{kind.name}` | {f'`{kind.home}`' if kind.home else ''} | {where}{else_}. |")
    return "\n".join(rows)


def checks() -> str:
    """Return the editorial checks: name, how grave a breach is, where it looks, what the message holds, why."""
    rows = [
        f"| `{rule.name}` | {rule.severity} | {looks_at(rule)} | … {rule.says} … | {rule.why} |" for rule in all_rules()
    ]
    return "\n".join(["| check | a breach is | looks at | the message | why |", "|---|---|---|---|---|", *rows])


PLACES: dict[Scope, str] = {"record": "entries", "page": "pages", "site": "the site"}


def looks_at(rule: Rule) -> str:
    """Return where a rule looks, in words."""
    return ", ".join(PLACES[scope] for scope in rule.scope)


TABLES: dict[str, dict[str, Callable[[], str]]] = {
    "record.md": {
        "fields": fields,
        "front-matter": lambda: table(FrontMatter, "key"),
        "options": lambda: table(Settings, "option"),
        "homes": homes,
    },
    "data.md": {
        "record": lambda: table(ExportedRecord),
        "timeline": lambda: table(TimelineEvent),
    },
    "checks.md": {"checks": checks},
    "blocks.md": {
        "timeline": lambda: table(TimelineOptions, "option"),
        "event": lambda: table(HeadingOption, "option"),
        "statement": lambda: table(StatementOptions, "option"),
        "dispute": lambda: table(HeadingOption, "option"),
        "people": lambda: table(PeopleOptions, "option"),
        "person": lambda: table(HeadingOption, "option"),
        "sources": lambda: table(SourcesOptions, "option"),
        "updates": lambda: table(UpdatesOptions, "option"),
    },
}


def with_tables(page: str, text: str) -> str:
    """Return a page of the guide with its tables as the models have them."""
    for name, make in TABLES[page].items():
        pattern = re.compile(rf"(<!-- {name}\b[^>]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text, count = pattern.subn(lambda found, make=make: f"{found[1]}\n{make()}\n\n{found[2]}", text)  # type: ignore[misc]
        assert count == 1, f"{page}: the place of the table `{name}` is marked {count} times"
    return text


if __name__ == "__main__":
    for page in TABLES:
        file = GUIDE / page
        file.write_text(with_tables(page, file.read_text("utf-8")), "utf-8")
