"""The editorial rules that span entries: one function each, listed here and nowhere else."""

from collections.abc import Callable, Iterator

from explainer.record.checks.homes import homes_show_their_kind
from explainer.record.checks.missing import missing_collections
from explainer.record.checks.prose import addresses_are_safe, prose_mentions_exist
from explainer.record.checks.references import references_exist
from explainer.record.problems import Problem
from explainer.record.record import Record
from explainer.record.site import Site

Check = Callable[[Record, Site], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    missing_collections,
    references_exist,
    prose_mentions_exist,
    addresses_are_safe,
    homes_show_their_kind,
)


def check(record: Record, site: Site) -> Iterator[Problem]:
    """Yield what every rule finds wrong with a record."""
    for rule in CHECKS:
        yield from rule(record, site)
