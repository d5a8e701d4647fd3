"""Files of the editors' own that the built site would lose to one that is made of the record."""

from collections.abc import Iterator

from explainer.html.press import Press
from explainer.problems.problem import Problem


def written_over(press: Press) -> Iterator[Problem]:
    """Yield a problem for each file of the editors' own that a download would take the place of in the built site."""
    site = press.site
    for product, each in press.downloads:
        file = site.docs / site.prefix / each.path
        if file.is_file():
            message = "the record is published under the name of this file, which would be lost"
            yield Problem.at(site.shown_as(file), None, message, f"rename it, or set `{product.option}: no`")
