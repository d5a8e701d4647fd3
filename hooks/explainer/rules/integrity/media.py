"""A medium says what it shows and whose it is, and its files are there."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from explainer.files.documents import Way
from explainer.files.pictures import fault_in, size_of
from explainer.problems.problem import did_you_mean
from explainer.record.contents import Contents
from explainer.record.kinds.medium import Medium, faults_in
from explainer.rules.rule import Check, Finding

HEAVIEST = 200_000_000
"""How many bytes a file may have that a site serves by itself."""


def _media(contents: Contents) -> Iterator[Finding]:
    docs = contents.site.docs
    for medium in contents.record.media.values():
        for name, message, hint in faults_in(medium):
            yield Finding("medium", medium.id, (name,), message, hint)
        files: list[tuple[Way, str | None, bool]] = [
            (("file",), medium.file, medium.kind == "picture"),
            (("poster",), medium.poster, True),
            *((("captions", language), file, False) for language, file in medium.captions.items()),
        ]
        for way, named, is_picture in files:
            if named and (told := _told(docs, named, is_picture=is_picture)):
                yield Finding("medium", medium.id, way, *told)
        yield from _subtitles(docs, medium)


def _told(docs: Path, named: str, *, is_picture: bool) -> tuple[str, str] | None:
    """Return what is wrong with a file, and what to do; None where nothing is."""
    file = (docs / named).resolve()
    if "://" in named or PurePosixPath(named).is_absolute() or not file.is_relative_to(docs.resolve()):
        return f"expected a file in `{docs.name}`, found `{named}`", "save it beside the pages"
    if not file.is_file():
        beside = file.parent.resolve()
        is_inside = beside.is_dir() and beside.is_relative_to(docs.resolve())
        near = [each.relative_to(docs.resolve()).as_posix() for each in beside.glob("*")] if is_inside else []
        return f"no file `{named}` in `{docs.name}`", did_you_mean(named, near)
    if file.stat().st_size > HEAVIEST:
        return (
            f"`{named}` has {file.stat().st_size:,} bytes",
            "let somebody serve it who is made for that, and name `url`",
        )
    if is_picture and size_of(file) is None:
        return f"`{named}` is no picture that a browser shows", "save it as JPEG, PNG, WebP, AVIF, GIF or SVG"
    if is_picture and (fault := fault_in(file)):
        return f"`{named}` cannot be shown: {fault}", "save it anew"
    return None


def _subtitles(docs: Path, medium: Medium) -> Iterator[Finding]:
    for language, named in medium.captions.items():
        file = docs / named
        if file.is_file() and not file.read_bytes().removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
            message = f"`{named}` does not begin with `WEBVTT`, so no browser shows it"
            yield Finding("medium", medium.id, ("captions", language), message, "save the subtitles as WebVTT")


CHECK = Check(name="media", doc=__doc__, in_record=_media)
