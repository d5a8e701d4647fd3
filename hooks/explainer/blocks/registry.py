"""Which blocks there are: those of this folder, and those that other packages bring.

Another package names its block under the entry point `explainer.blocks`, or hands it to `register`.
"""

from typing import Any

from explainer.blocks.bars import BarsBlock
from explainer.blocks.base import RecordBlock
from explainer.blocks.dispute import DisputeBlock
from explainer.blocks.event import EventBlock
from explainer.blocks.figure import FigureBlock
from explainer.blocks.figures import FiguresBlock
from explainer.blocks.map import MapBlock
from explainer.blocks.people import PeopleBlock, PersonBlock
from explainer.blocks.questions import QuestionsBlock
from explainer.blocks.sources import SourcesBlock
from explainer.blocks.statement import StatementBlock
from explainer.blocks.terms import TermsBlock
from explainer.blocks.timeline import TimelineBlock
from explainer.blocks.updates import UpdatesBlock
from explainer.blocks.verification import VerificationBlock
from explainer.brought import brought
from explainer.record.kinds.refs import Kind

AnyBlock = type[RecordBlock[Any]]

OURS: tuple[AnyBlock, ...] = (
    TimelineBlock,
    EventBlock,
    FigureBlock,
    FiguresBlock,
    BarsBlock,
    MapBlock,
    StatementBlock,
    DisputeBlock,
    PeopleBlock,
    PersonBlock,
    SourcesBlock,
    UpdatesBlock,
    QuestionsBlock,
    TermsBlock,
    VerificationBlock,
)

_registered: list[AnyBlock] = []


def register(block: AnyBlock) -> None:
    """Add a block of another package, for all sites that are built from now on."""
    _registered.append(block)


def all_blocks() -> dict[str, AnyBlock]:
    """Return all blocks by their names."""
    return {block.NAME: block for block in (*OURS, *brought("explainer.blocks"), *_registered)}


def shown_by(blocks: dict[str, AnyBlock], kind: Kind, id_: str) -> str:
    """Return what an editor writes to show an entry on a page."""
    single = next((block for block in blocks.values() if block.argument_kind == kind), None)
    if single:
        return f"/// {single.NAME} | {id_}"
    return next((f"/// {block.NAME}" for block in blocks.values() if block.kind == kind), "a block")
