"""The built site takes the place of nothing that it is built from."""

from collections.abc import Iterator

from explainer.files.documents import Mark
from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.rules.rule import Check


def _loss(contents: Contents) -> Iterator[Problem]:
    site = contents.site
    if message := site.loss_in(site.target):
        mark = site.config.marks.get(("site_dir",), Mark(0, 0))
        hint = "name a folder of its own: `site`"
        yield Problem(site.config.file, mark.line, mark.column, message, "site_dir", hint)


CHECK = Check(name="own-place", doc=__doc__, in_site=_loss)
