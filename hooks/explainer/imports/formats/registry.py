"""Which forms are read: the files of this folder, and those that other packages bring (`explainer.imports`)."""

from importlib import import_module

from explainer.brought import brought
from explainer.imports.old import ForeignError, Format, Source

OURS = ("timelinejs", "record_json", "neoteroi", "calendar", "sheet")
"""The files of this folder that hold a format; the first that recognises a file reads it."""


def format_of(source: Source) -> Format:
    """Return the form of a file.

    Raises:
        ForeignError: No form is known that it has.
    """
    ours = (import_module(f"explainer.imports.formats.{name}").FORMAT for name in OURS)
    formats: list[Format] = [*brought("explainer.imports"), *ours]
    for each in formats:
        if each.recognises(source):
            return each
    raise ForeignError(f"expected one of these: {', '.join(each.name for each in formats)}")
