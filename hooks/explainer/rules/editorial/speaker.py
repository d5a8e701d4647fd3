"""Words beside another's name are soon taken for that one's.

A link to a statement that quotes it must not stand where the sentence before it, or the one behind it, says that
somebody else speaks.
"""

from collections.abc import Iterator

from explainer.quotations.gate import Corpus, Recorded, mismatch
from explainer.quotations.marks import Quotation, quotations
from explainer.quotations.reading import Passage
from explainer.quotations.telling import speakers
from explainer.record.kinds.statement import Statement
from explainer.record.marks import linked_entry
from explainer.rules.page_tree import PageTree
from explainer.rules.quoted import page_finding
from explainer.rules.rule import PageFinding, Rule


def _misattributed(page: PageTree) -> Iterator[PageFinding]:
    for n, passage in enumerate(page.passages):
        for quoted in quotations(passage.text):
            entry = linked_entry(passage.link_at(quoted.start, quoted.end))
            statement = page.record.statements.get(entry.id) if entry and entry.kind == "statement" else None
            if statement is None:
                continue
            told = _told(passage, quoted, page)
            speaker = _speaker(statement, quoted)
            if told and speaker not in told:
                message = f"the words are those of `{speaker}`, and the sentence names `{min(told)}`"
                hint, mark = "name the speaker beside the words", passage.text[quoted.start - 1 : quoted.start]
                yield page_finding(page, n, quoted, message, hint, mark=mark)


def _told(passage: Passage, quoted: Quotation, page: PageTree) -> set[str]:
    """Return who is told to have said the words."""
    before, behind = passage.text[: quoted.start - 1], passage.text[quoted.end + 1 :]
    if passage.tag in {"td", "th"}:
        row = f"{passage.lead} {before}"
        named = {each.id for each in page.record.names.among(row.split())}
        return named if len(named) == 1 else set()
    if (passage.quoted or passage.tag == "li") and passage.lead.rstrip().endswith(":") and not before.strip():
        before = passage.lead
    return speakers(before, behind, page.record.names)


def _speaker(statement: Statement, quoted: Quotation) -> str:
    """Return whose the words are: of the speaker, or, where they are the question's, of who asked."""
    asked = statement.in_reply_to
    question = Corpus((Recorded("statement", statement.id, asked.question),)) if asked else None
    return asked.asked_by if asked and question and not mismatch(quoted.words, question) else statement.speaker


RULE = Rule(name="speaker", doc=__doc__, severity="warning", says="the words are those of", on_page=_misattributed)
