"""What is kept of the sources is never published: it is others', and kept for checking alone."""

from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.rules.rule import Check


def _kept_apart(contents: Contents) -> Iterator[Problem]:
    site = contents.site
    if site.evidence.resolve().is_relative_to(site.docs.resolve()):
        mark = site.config.marks.get((*site.way, "evidence"))
        message = f"the folder `{site.settings.evidence}` would be published with the pages"
        yield Problem.at(site.config.file, mark, message, "keep what is kept of the sources in a folder beside them")


CHECK = Check(name="kept-apart", doc=__doc__, in_site=_kept_apart)
