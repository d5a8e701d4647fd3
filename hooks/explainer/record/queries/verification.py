"""What came of looking for recorded words in their sources."""

from collections import Counter
from collections.abc import Iterator

from explainer.edtf.dates import Date
from explainer.record.claims import Claim, claims_of
from explainer.record.kinds.statement import Statement
from explainer.record.record import Record
from explainer.record.verified import Found, Result


def found_in(record: Record, statement: Statement, source: str) -> Result | None:
    """Return what came of looking for a statement's words in a source; None where nobody has looked."""
    if record.verified is None:
        return None
    return record.verified.of(Claim("statement", statement.id, ("words",), statement.words, source))


def checked_on(record: Record, statement: Statement) -> Date | None:
    """Return on which day a statement's words were last found in a source; None where they were found in none."""
    results = (found_in(record, statement, source) for source in statement.sources)
    return max((each.day for each in results if each and each.result == "found" and each.day), default=None)


def results(record: Record) -> Iterator[tuple[Claim, Result | None]]:
    """Yield all that the record says that sources print, titles aside, and what came of looking for it."""
    for _, entry in record:
        for claim in claims_of(entry):
            if not claim.is_title:
                yield claim, record.verified.of(claim) if record.verified else None


def counted(record: Record) -> Counter[Found]:
    """Return how often each came of it, of all that the record says that sources print, titles aside."""
    return Counter[Found](each.result if each else "unchecked" for _, each in results(record))
