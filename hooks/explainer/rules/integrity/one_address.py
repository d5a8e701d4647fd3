"""An address has one page: of two, the host publishes one, and readers never see the other."""

from collections.abc import Iterator
from urllib.parse import unquote

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.rules.rule import Check
from explainer.site.addresses import file_of


def _shared(contents: Contents) -> Iterator[Problem]:
    docs = contents.site.docs
    first: dict[str, str] = {}
    for page in contents.pages:
        address = unquote(page.url)
        other = first.setdefault(address, page.path)
        file = file_of(address)
        if other == page.path and (docs / file).is_file():
            other = file
        if other != page.path:
            message = f"the page would be published at the address of `{other}`"
            yield Problem(page.document.file, 0, 0, message, hint="give one of them another name")


CHECK = Check(name="one-address", doc=__doc__, in_site=_shared)
