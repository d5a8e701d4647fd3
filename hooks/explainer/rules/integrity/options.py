"""What the options name is there: the pages that say how the editors work, the logo, templates, the font."""

from collections.abc import Iterator

from explainer.files.documents import Way
from explainer.files.fonts import is_font
from explainer.files.pictures import size_of
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.contents import Contents
from explainer.rules.rule import Check


def _missing(contents: Contents) -> Iterator[Problem]:
    site = contents.site
    policies, publisher = site.settings.policies, site.settings.publisher
    for name in ("principles", "corrections"):
        path = (getattr(policies, name) or "").partition("#")[0]
        if path and contents.page(path) is None:
            hint = did_you_mean(path, [page.path for page in contents.pages])
            yield _problem(contents, ("policies", name), f"no page `{path}`", hint)
    if publisher and publisher.logo and size_of(site.docs / publisher.logo) is None:
        message = f"no picture `{publisher.logo}` in `{site.shown_as(site.docs)}`"
        yield _problem(contents, ("publisher", "logo"), message)
    templates = site.settings.templates
    if templates and not (site.root / templates).is_dir():
        yield _problem(contents, ("templates",), f"no folder `{templates}`", "name a folder, from the site's own")
    font = site.settings.card_font
    if font and not (site.root / font).is_file():
        yield _problem(contents, ("card_font",), f"no file `{font}`", "name a font file, from the site's folder")
    elif font and not is_font(site.root / font):
        yield _problem(contents, ("card_font",), f"`{font}` is no font", "name a TrueType or OpenType file")


def _problem(contents: Contents, way: Way, message: str, hint: str = "") -> Problem:
    config = contents.site.config
    mark = config.mark((*contents.site.way, *way))
    path = ".".join(("explainer", *map(str, way)))
    return Problem(config.file, mark.line, mark.column, message, path, hint)


CHECK = Check(name="options", doc=__doc__, in_site=_missing)
