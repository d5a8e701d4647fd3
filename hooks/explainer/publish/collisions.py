"""Files of the editors' own that the built site would lose to one that is made of the record."""

from collections.abc import Iterator

from explainer.html import downloads
from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.words.words import Words


def written_over(contents: Contents, words: Words) -> Iterator[Problem]:
    """Yield a problem for each file of the editors' own that a download would take the place of in the built site."""
    site = contents.site
    for each in downloads.all_downloads(contents, words):
        file = site.docs / site.prefix / each.path
        if file.is_file():
            message = "the record is published under the name of this file, which would be lost"
            yield Problem(site.shown_as(file), 0, 0, message, hint="rename it, or set `downloads: no`")
