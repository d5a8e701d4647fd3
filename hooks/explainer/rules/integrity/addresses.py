"""A link in a field of the record leads to a web address or to an entry, and to nothing that a browser would run."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.record.marks import unsafe_addresses
from explainer.rules.rule import Check, Finding


def _unsafe(contents: Contents) -> Iterator[Finding]:
    for kind, id_, way, text in contents.prose:
        for address in unsafe_addresses(text):
            message = f"expected a link to https://, http://, mailto: or an entry, found `{address}`"
            yield Finding(kind, id_, way, message, typed=address)


CHECK = Check(name="addresses", doc=__doc__, in_record=_unsafe)
