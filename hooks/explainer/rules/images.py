"""Every picture is a file of the site, and can be shown."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from explainer.fields.validation import path_text
from explainer.files.pictures import size_of
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.record import Record
from explainer.site.site import Site

FORMATS = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}


def images_exist(record: Record, site: Site) -> Iterator[Problem]:
    """Yield a problem for each picture whose file is not in the folder of the pages, or has no size."""
    for event in record.events.values():
        if event.image is None:
            continue
        named = event.image.file
        file = (site.docs / named).resolve()
        hint = ""
        if "://" in named or PurePosixPath(named).is_absolute() or not file.is_relative_to(site.docs.resolve()):
            message = f"expected a file in `{site.shown_as(site.docs)}`, found `{named}`"
            hint = "a page fetches nothing from another host: save the picture beside the pages"
        elif not file.is_file():
            message = f"no file `{named}` in `{site.shown_as(site.docs)}`"
            hint = did_you_mean(named, _pictures(site))
        elif size_of(file) is None:
            message = f"`{named}` is no picture that a browser shows"
            hint = "save it as JPEG, PNG, WebP, AVIF, GIF or SVG"
        else:
            continue
        origin = record.origins["event", event.id]
        mark = origin.mark("image", "file")
        yield Problem(origin.file, mark.line, mark.column, message, path_text(event.id, ("image", "file")), hint)


def _pictures(site: Site) -> list[str]:
    return sorted(
        file.relative_to(site.docs).as_posix() for file in site.docs.rglob("*") if file.suffix.lower() in FORMATS
    )
