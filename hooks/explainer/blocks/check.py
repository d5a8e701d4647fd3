"""The pages' problems without a site: each page is converted, and what comes of it is thrown away."""

from markdown import Markdown

from explainer.blocks.anchors import dead_anchors
from explainer.blocks.extension import ExplainerExtension
from explainer.blocks.host import HostPage
from explainer.edition import load
from explainer.problems.problem import Problem
from explainer.site.pages import split_front_matter
from explainer.site.site import Site


def check_pages(site: Site) -> list[Problem]:
    """Convert every page of a site and return what is wrong with any of them.

    The conversion uses the site's own Markdown extensions, since these say what is code and what is not; without their
    options, which say how things look.
    """
    problems: list[Problem] = []
    extension = ExplainerExtension(problems=problems)
    # Links to headings need their ids, which every host gives them.
    md = Markdown(extensions=[*dict.fromkeys(["toc", *_available(site.extensions)]), extension])
    for page in load(site).record.pages:
        text = (site.docs / page.path).read_text("utf-8-sig")
        extension.host = HostPage(page.path, site.root / site.config.file, directories=True)
        md.reset().convert(split_front_matter(text)[1])
    return [*problems, *dead_anchors(extension.pages.values())]


def _available(names: tuple[str, ...]) -> list[str]:
    """Return the extensions that can be loaded; a host will tell of the others in its own words."""
    available = []
    for name in names:
        try:
            Markdown(extensions=[name])
        except (ImportError, AttributeError, TypeError):
            continue
        available.append(name)
    return available
