"""What the options name is there: the pages that say how the editors work, the publisher's logo, the font."""

from collections.abc import Iterator

from explainer.record.documents import Way
from explainer.record.images import size_of
from explainer.record.problems import Problem, did_you_mean
from explainer.record.record import Record
from explainer.record.site import Site


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
    font = site.settings.card_font
    if font and not (site.root / font).is_file():
        yield _problem(site, ("card_font",), f"no file `{font}`", "name a font file, from the site's folder")


def _problem(site: Site, way: Way, message: str, hint: str = "") -> Problem:
    mark = site.config.mark((*site.way, *way))
    path = ".".join(("explainer", *map(str, way)))
    return Problem(site.config.file, mark.line, mark.column, message, path, hint)
