"""The words that may be quoted: what was said, what was asked, and what sources print."""

from collections.abc import Iterable, Iterator

from explainer.quotations.gate import Recorded
from explainer.record.kinds.source import Source
from explainer.record.kinds.statement import Statement


def recorded_words(statements: Iterable[Statement], sources: Iterable[Source]) -> Iterator[Recorded]:
    """Yield the words of statements in all their wordings, of the questions that they answer, and of sources."""
    for statement in statements:
        texts = [statement.words, *(variant.words for variant in statement.variants)]
        if statement.in_reply_to:
            texts.append(statement.in_reply_to.question)
        for text in texts:
            yield Recorded("statement", statement.id, text)
    for source in sources:
        yield Recorded("source", source.id, source.title, is_title=True)
        for text in source.quotes:
            yield Recorded("source", source.id, text)
