"""The page that the options name as the home of a kind shows entries of that kind."""

from collections.abc import Iterator

from explainer.characters import shown
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.contents import Contents
from explainer.record.kinds.registry import all_kinds
from explainer.rules.rule import Check


def _empty_homes(contents: Contents) -> Iterator[Problem]:
    site = contents.site
    for kind, named in site.settings.pages.items():
        page = contents.page(named)
        mark = site.config.mark((*site.way, "pages", kind))
        if kind not in all_kinds():
            message, hint = f"no kind of entry {shown(kind)}", did_you_mean(kind, list(all_kinds()))
            mark = site.config.names.get((*site.way, "pages", kind), mark)
        elif page is None:
            message = f"no page `{named}`"
            hint = did_you_mean(named, [page.path for page in contents.pages])
        elif contents.ids(kind) and not any(found == kind for found, _ in contents.shown_on(page.path)):
            message = f"the page `{named}` shows no {kind}"
            hint = "add the block that shows them, or name another page"
        else:
            continue
        follows = kind in all_kinds() and (page is not None or not contents.pages)
        path = f"explainer.pages.{kind}"
        yield Problem(site.config.file, mark.line, mark.column, message, path, hint, follows=follows)


CHECK = Check(name="homes", doc=__doc__, in_site=_empty_homes)
