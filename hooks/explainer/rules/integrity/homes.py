"""The page that the options name as the home of a kind shows entries of that kind."""

from collections.abc import Iterator

from explainer.problems.problem import Problem, did_you_mean
from explainer.record.contents import Contents
from explainer.record.kinds.registry import all_kinds
from explainer.rules.rule import Check
from explainer.site.settings import home_of


def _empty_homes(contents: Contents) -> Iterator[Problem]:
    site = contents.site
    for kind in all_kinds():
        named = home_of(site.settings, kind)
        if named is None or kind not in site.settings.pages.model_fields_set:
            continue
        page = contents.page(named)
        if page is None:
            message = f"no page `{named}`"
            hint = did_you_mean(named, [page.path for page in contents.pages])
        elif contents.ids(kind) and not any(shown == kind for shown, _ in contents.shown_on(page.path)):
            message = f"the page `{named}` shows no {kind}"
            hint = "add the block that shows them, or name another page"
        else:
            continue
        mark = site.config.mark((*site.way, "pages", kind))
        follows = page is not None or not contents.pages
        path = f"explainer.pages.{kind}"
        yield Problem(site.config.file, mark.line, mark.column, message, path, hint, follows=follows)


CHECK = Check(name="homes", doc=__doc__, in_site=_empty_homes)
