"""What has changed in a record, in words: as text for a terminal, as Markdown for a pull request."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from operator import attrgetter

from pydantic import BaseModel

from explainer.diff.changes import Change, ChangeKind, Comparison, number_of_problems
from explainer.html.corrections import value_in_words
from explainer.problems.escaping import in_markdown
from explainer.record.contents import Contents
from explainer.record.kinds.kind import PAGES, Part
from explainer.record.kinds.refs import referred
from explainer.record.kinds.registry import kind_of
from explainer.record.shape import Shape, shape_of
from explainer.site.front_matter import FrontMatter
from explainer.site.pages import Page
from explainer.words import labels
from explainer.words.words import Words

CORRECTED = {"date", "known"}
"""The dates of the story: a summary tells of another value by itself, since much hangs on them."""

LONGEST = 160
"""How many characters of a value are shown whole; of a longer one as many from what differs on."""

AROUND = 30
"""How many characters around a difference show where it is."""

MOST_ROWS = 300
"""How many rows a table has at most: GitHub shows no summary of more than a megabyte."""


@dataclass(frozen=True)
class Row:
    """One change in words.

    Attributes:
        change: Added, Changed or Withdrawn.
        kind: What kind of thing changed.
        name: What it is called.
        field: The field that changed; empty where all of it came or went.
        before: What it said; empty where it said nothing.
        after: What it says; empty where it says nothing.
    """

    change: str
    kind: str
    name: str
    field: str = ""
    before: str = ""
    after: str = ""


def as_text(compared: Comparison, words: Words) -> str:
    """Return a summary, and beneath it what was added, changed and withdrawn."""
    _ = words.gettext
    parts = [summary(compared, words), *_left_out(compared, words)]
    for change, group in groupby(rows(compared, words), key=attrgetter("change")):
        lines = [change]
        for (kind, name), fields in groupby(group, key=attrgetter("kind", "name")):
            lines.append(f"  {words.colon(kind, name)}")
            lines.extend(
                "    "
                + _("%(field)s: from %(before)s to %(after)s")
                % {"field": row.field, "before": row.before or _("nothing"), "after": row.after or _("nothing")}
                for row in fields
                if row.field
            )
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def as_markdown(compared: Comparison, words: Words) -> str:
    """Return a summary and a table, in which no word of the record can be markup."""
    _ = words.gettext
    parts = [f"**{in_markdown(summary(compared, words))}**"]
    parts.extend(in_markdown(line) for line in _left_out(compared, words))
    found = list(rows(compared, words))
    if found:
        heads = (_("Change"), _("Kind"), _("Headline"), _("Field"), _("Before"), _("After"))
        cells = [list(vars(row).values()) for row in found[:MOST_ROWS]]
        cells += [["…"] * len(heads)] if len(found) > MOST_ROWS else []
        table = [_line(heads), _line("---" for _head in heads), *(_line(map(in_markdown, row)) for row in cells)]
        parts.append("\n".join(table))
    return "\n\n".join(parts)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


FORMATS = {"text": as_text, "markdown": as_markdown}
"""The forms in which `explainer diff` prints what has changed, by the name of each."""


# --- the summary --------------------------------------------------------------------------------------------------


def summary(compared: Comparison, words: Words) -> str:
    """Return what has changed in a line, such as "1 event added, 1 date corrected, 0 problems"."""
    _ = words.gettext
    added, changed, withdrawn = Counter[ChangeKind](), Counter[ChangeKind](), Counter[ChangeKind]()
    corrected = 0
    for change in compared.changes:
        if change.before is None or change.after is None:
            (withdrawn if change.before else added)[change.kind] += 1
            continue
        dates = [field for field in change.fields if field.way[0] in CORRECTED and field.before and field.after]
        corrected += len(dates)
        changed[change.kind] += len(dates) < len(change.fields)
    parts = [
        _("%(things)s added") % {"things": things} if (things := _counted(added, words)) else "",
        _("%(things)s changed") % {"things": things} if (things := _counted(changed, words)) else "",
        words.ngettext("%(num)d date corrected", "%(num)d dates corrected", corrected) % {"num": corrected}
        if corrected
        else "",
        _("%(things)s withdrawn") % {"things": things} if (things := _counted(withdrawn, words)) else "",
    ]
    said = [part for part in parts if part] or [_("nothing changed")]
    return words.commas([*said, _problems(compared, words)])


def _counted(kinds: Counter[ChangeKind], words: Words) -> str:
    numbers = [labels.counted(kind, kinds[kind], words) for kind in (*referred(), "page") if kinds[kind]]
    return str(words.listed(numbers)) if numbers else ""


def _problems(compared: Comparison, words: Words) -> str:
    now, then = number_of_problems(compared.after), number_of_problems(compared.before)
    said = words.ngettext("%(num)d problem", "%(num)d problems", now) % {"num": now}
    return said if now == then else words.gettext("%(problems)s (before: %(num)d)") % {"problems": said, "num": then}


def _left_out(compared: Comparison, words: Words) -> Iterator[str]:
    """Yield the line that names what could not be read, before or now, and of which nothing is said."""
    named = dict.fromkeys(
        f"{labels.kind(kind, words)} {id_}" if id_ else labels.kind(kind, words) for kind, id_ in compared.left_out
    )
    if named:
        yield words.gettext("Left out, since it could not be read: %(things)s") % {"things": words.semicolons(named)}


# --- the rows -----------------------------------------------------------------------------------------------------


def rows(compared: Comparison, words: Words) -> Iterator[Row]:
    """Yield every change in words: what was added, then what changed, field by field, then what was withdrawn."""
    _ = words.gettext
    before, after = compared.before.contents, compared.after.contents
    for change in compared.changes:
        if change.after and not change.before:
            yield Row(_("Added"), labels.kind(change.kind, words), _name(change, after, words))
    for change in compared.changes:
        if change.before and change.after:
            kind, name = labels.kind(change.kind, words), _name(change, after, words)
            for field in change.fields:
                was = value_in_words(_shape(change, field.way), field.before, before, words)
                is_ = value_in_words(_shape(change, field.way), field.after, after, words)
                told = _field(change, field.way, after, words)
                yield Row(_("Changed"), kind, name, told, *_where_they_differ(was, is_))
    for change in compared.changes:
        if change.before and not change.after:
            yield Row(_("Withdrawn"), labels.kind(change.kind, words), _name(change, before, words))


def _name(change: Change, contents: Contents, words: Words) -> str:
    """Return what tells an entry from others: a statement's or an update's first words, a page's title."""
    thing = change.after or change.before
    if isinstance(thing, Page):
        return thing.title
    return labels.headline(thing, words) if thing else labels.label_of(change.kind, change.id, contents, words)


def _field(change: Change, way: tuple[str, ...], contents: Contents, words: Words) -> str:
    """Return a field in words; that of one of several parts is told by what tells it from the others.

    What a part mostly is goes by the name of the part: a position's view is the position.
    """
    if change.kind in PAGES and way == ("text",):
        return words.gettext("Text")
    model, part = _model_of(change), _part_of(change, way)
    shape = shape_of(model, way[0])
    name = outer = labels.field_name(model, way[0], words)
    rest = way[1:]
    if part and part.told_by and rest:
        ids = [id_ for id_ in rest[0].split("+") if id_]
        name = words.aside(name, value_in_words(shape_of(shape.group, part.told_by), ids, contents, words))
        rest = rest[1:]
    inner = (labels.field_name(shape.group, each, words) for each in rest)
    return reduce(words.colon, (each for each in inner if each != outer), name)


def _shape(change: Change, way: tuple[str, ...]) -> Shape:
    """Return what the field may hold to which a way leads."""
    part = _part_of(change, way)
    shape = shape_of(_model_of(change), way[0])
    for step in way[2 if part and part.told_by else 1 :]:
        shape = shape_of(shape.group, step)
    return shape


def _model_of(change: Change) -> type[BaseModel]:
    thing = change.after or change.before
    return FrontMatter if thing is None or isinstance(thing, Page) else type(thing)


def _part_of(change: Change, way: tuple[str, ...]) -> Part | None:
    """Return the sort of part to which a way leads, if it leads to one."""
    thing = change.after or change.before
    if thing is None or isinstance(thing, Page):
        return None
    return next((part for part in kind_of(type(thing)).parts if part.field == way[0]), None)


def _where_they_differ(before: str, after: str) -> tuple[str, str]:
    """Return two texts; of long ones only what differs: other paragraphs, and in these from the first difference on."""
    if max(len(before), len(after)) > LONGEST and before and after:
        old, new = ([_one_line(paragraph) for paragraph in text.split("\n\n")] for text in (before, after))
        only_old, only_new = (
            [each for each in these if each not in those] for these, those in ((old, new), (new, old))
        )
        # The same paragraphs in another order are told from where that begins.
        before, after = ("\n\n".join(each) for each in ((only_old, only_new) if only_old or only_new else (old, new)))
    before, after = _one_line(before), _one_line(after)
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    first = _alike(before, after)
    last = _alike(before[first:][::-1], after[first:][::-1])
    return _excerpt(before, first, last), _excerpt(after, first, last)


def _alike(one: str, other: str) -> int:
    """Return with how many same characters two texts begin."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _excerpt(text: str, first: int, last: int) -> str:
    """Return what of a text lies between its first and last characters that are no news, with whole words around it.

    Not counted in words: Chinese and Japanese put no spaces between them.
    """
    start = max(0, first - AROUND)
    if start:
        start = text.find(" ", start, first) + 1 or start
    end = min(len(text) - last + AROUND, start + LONGEST)
    if end < len(text):
        space = text.rfind(" ", end - AROUND, end)
        end = space if space >= 0 else end
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
