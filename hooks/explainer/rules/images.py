"""Every picture is a file of the site, and can be shown."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from explainer.fields.validation import path_text
from explainer.files.pictures import size_of
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.contents import Contents

FORMATS = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}


def images_exist(contents: Contents) -> Iterator[Problem]:
    """Yield a problem for each picture whose file is not in the folder of the pages, or has no size."""
    for event in contents.record.events.values():
        if event.image is None:
            continue
        named = event.image.file
        file = (contents.site.docs / named).resolve()
        hint = ""
        if (
            "://" in named
            or PurePosixPath(named).is_absolute()
            or not file.is_relative_to(contents.site.docs.resolve())
        ):
            message = f"expected a file in `{contents.site.shown_as(contents.site.docs)}`, found `{named}`"
            hint = "a page fetches nothing from another host: save the picture beside the pages"
        elif not file.is_file():
            message = f"no file `{named}` in `{contents.site.shown_as(contents.site.docs)}`"
            hint = did_you_mean(named, _pictures(contents))
        elif size_of(file) is None:
            message = f"`{named}` is no picture that a browser shows"
            hint = "save it as JPEG, PNG, WebP, AVIF, GIF or SVG"
        else:
            continue
        origin = contents.record.origins["event", event.id]
        mark = origin.mark("image", "file")
        yield Problem(origin.file, mark.line, mark.column, message, path_text(event.id, ("image", "file")), hint)


def _pictures(contents: Contents) -> list[str]:
    return sorted(
        file.relative_to(contents.site.docs).as_posix()
        for file in contents.site.docs.rglob("*")
        if file.suffix.lower() in FORMATS
    )
