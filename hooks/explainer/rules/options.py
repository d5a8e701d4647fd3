"""What the options name is there: the pages that say how the editors work, the logo, templates, the font."""

from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from explainer.files.documents import Mark, Way
from explainer.files.pictures import size_of
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.record import Record
from explainer.site.site import Site


def options_name_what_is_there(record: Record, site: Site) -> Iterator[Problem]:
    """Yield a problem for each page or file that the options name and that is not there."""
    policies, publisher = site.settings.policies, site.settings.publisher
    for name in ("principles", "corrections"):
        path = (getattr(policies, name) or "").partition("#")[0]
        if path and record.page(path) is None:
            hint = did_you_mean(path, [page.path for page in record.pages])
            yield _problem(site, ("policies", name), f"no page `{path}`", hint)
    if publisher and publisher.logo and size_of(site.docs / publisher.logo) is None:
        message = f"no picture `{publisher.logo}` in `{site.shown_as(site.docs)}`"
        yield _problem(site, ("publisher", "logo"), message)
    templates = site.settings.templates
    if templates and not (site.root / templates).is_dir():
        yield _problem(site, ("templates",), f"no folder `{templates}`", "name a folder, from the site's own")
    font = site.settings.card_font
    if font and not (site.root / font).is_file():
        yield _problem(site, ("card_font",), f"no file `{font}`", "name a font file, from the site's folder")
    elif font and not _is_font(site.root / font):
        yield _problem(site, ("card_font",), f"`{font}` is no font", "name a TrueType or OpenType file")


def _is_font(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            TTFont(opened, fontNumber=0, lazy=True)
    except (TTLibError, OSError):
        return False
    return True


def the_site_has_a_place_of_its_own(record: Record, site: Site) -> Iterator[Problem]:  # noqa: ARG001 - a check's signature
    """Yield a problem where the built site would take the place of what it is built from."""
    if message := site.loss_in(site.target):
        mark = site.config.marks.get(("site_dir",), Mark(0, 0))
        yield Problem(site.config.file, mark.line, mark.column, message, "site_dir", "name a folder of its own: `site`")


def _problem(site: Site, way: Way, message: str, hint: str = "") -> Problem:
    mark = site.config.mark((*site.way, *way))
    path = ".".join(("explainer", *map(str, way)))
    return Problem(site.config.file, mark.line, mark.column, message, path, hint)
