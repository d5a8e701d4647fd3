"""What the options name is there: the pages that say how the editors work, the logo, templates, the font."""

from collections.abc import Iterator

from explainer.files.documents import Mark, Way
from explainer.files.fonts import is_font
from explainer.files.pictures import size_of
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.contents import Contents


def options_name_what_is_there(contents: Contents) -> Iterator[Problem]:
    """Yield a problem for each page or file that the options name and that is not there."""
    policies, publisher = contents.site.settings.policies, contents.site.settings.publisher
    for name in ("principles", "corrections"):
        path = (getattr(policies, name) or "").partition("#")[0]
        if path and contents.page(path) is None:
            hint = did_you_mean(path, [page.path for page in contents.pages])
            yield _problem(contents, ("policies", name), f"no page `{path}`", hint)
    if publisher and publisher.logo and size_of(contents.site.docs / publisher.logo) is None:
        message = f"no picture `{publisher.logo}` in `{contents.site.shown_as(contents.site.docs)}`"
        yield _problem(contents, ("publisher", "logo"), message)
    templates = contents.site.settings.templates
    if templates and not (contents.site.root / templates).is_dir():
        yield _problem(contents, ("templates",), f"no folder `{templates}`", "name a folder, from the site's own")
    font = contents.site.settings.card_font
    if font and not (contents.site.root / font).is_file():
        yield _problem(contents, ("card_font",), f"no file `{font}`", "name a font file, from the site's folder")
    elif font and not is_font(contents.site.root / font):
        yield _problem(contents, ("card_font",), f"`{font}` is no font", "name a TrueType or OpenType file")


def the_site_has_a_place_of_its_own(contents: Contents) -> Iterator[Problem]:
    """Yield a problem where the built site would take the place of what it is built from."""
    if message := contents.site.loss_in(contents.site.target):
        mark = contents.site.config.marks.get(("site_dir",), Mark(0, 0))
        yield Problem(
            contents.site.config.file, mark.line, mark.column, message, "site_dir", "name a folder of its own: `site`"
        )


def _problem(contents: Contents, way: Way, message: str, hint: str = "") -> Problem:
    mark = contents.site.config.mark((*contents.site.way, *way))
    path = ".".join(("explainer", *map(str, way)))
    return Problem(contents.site.config.file, mark.line, mark.column, message, path, hint)
