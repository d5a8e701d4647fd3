"""What became of each entry of a file: what a person must look at first, then what was lost, changed and kept."""

from collections.abc import Collection, Sequence

from explainer.imports.conversion import Conversion, Fields, Told


def report(conversion: Conversion, notes: Sequence[str]) -> str:
    """Return the report as Markdown, which reads as plain text too; its counts add up to the file's entries."""
    told = conversion.told
    made = [each for each in told if ":" in each.became]
    there = [each for each in told if each.became == "there already"]
    what = "events" if all(each.became.startswith("event:") for each in made) else "entries of the record"
    lines = [
        f"{len(told)} entries in the file: {len(made)} became {what}, {len(there)} were there already, "
        f"{len(told) - len(made) - len(there)} are left to you.",
        *(f"- {note}" for note in notes),
    ]
    for heading, found in (
        ("Look at these", [(each, line) for each in told for line in each.questions]),
        ("Lost", [(each, line) for each in told for line in each.lost]),
        ("Changed", [(each, line) for each in told for line in each.changed]),
    ):
        if found:
            lines += ["", f"## {heading}", "", *(f"- {_named(each)}: {line}" for each, line in found)]
    lines += ["", "## Kept", "", *(f"- {_named(each)}: {each.became}" for each in made)] if made else []
    for number, said in (
        (
            sum("unsourced" in _allowed(each) for each in conversion.new["timeline"]),
            "events have no source, and are exempt from the check `unsourced` until they have: take `allow` away from "
            "each when you have given it its `sources`.",
        ),
        (
            sum("quotation" in _allowed(each) for each in conversion.new["timeline"]),
            "events have words between quotation marks, and are exempt from the check `quotation`: record whose words "
            "they are, as statements, and take `allow` away.",
        ),
        (
            len(conversion.new["sources"]),
            "sources are called by their address: complete `publisher`, `title` and `date`.",
        ),
    ):
        if number:
            lines += ["", f"{number} {said}"]
    return "\n".join(lines) + "\n"


def _allowed(event: Fields) -> Collection[str]:
    found = event.get("allow", {})
    return found if isinstance(found, dict) else ()


def _named(told: Told) -> str:
    return f"{told.place}, {told.name}"
