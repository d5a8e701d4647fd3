"""The picture of an event is a file of the site, and can be shown."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from explainer.files.pictures import size_of
from explainer.problems.problem import did_you_mean
from explainer.record.contents import Contents
from explainer.rules.rule import Check, Finding

FORMATS = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}


def _missing(contents: Contents) -> Iterator[Finding]:
    docs = contents.site.docs
    for event in contents.record.events.values():
        if event.image is None:
            continue
        named, hint = event.image.file, ""
        file = (docs / named).resolve()
        outside = "://" in named or PurePosixPath(named).is_absolute() or not file.is_relative_to(docs.resolve())
        if outside:
            message = f"expected a file in `{contents.site.shown_as(docs)}`, found `{named}`"
            hint = "a page fetches nothing from another host: save the picture beside the pages"
        elif not file.is_file():
            message = f"no file `{named}` in `{contents.site.shown_as(docs)}`"
            hint = did_you_mean(named, _pictures(contents))
        elif size_of(file) is None:
            message = f"`{named}` is no picture that a browser shows"
            hint = "save it as JPEG, PNG, WebP, AVIF, GIF or SVG"
        else:
            continue
        yield Finding("event", event.id, ("image", "file"), message, hint)


def _pictures(contents: Contents) -> list[str]:
    docs = contents.site.docs
    return sorted(file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.suffix.lower() in FORMATS)


CHECK = Check(name="images", doc=__doc__, in_record=_missing)
