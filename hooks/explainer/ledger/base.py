"""A ledger held against what it was at a commit: what it kept then it keeps still, or tells what became of it.

Whoever can write the record can write the ledger, too. What an earlier commit holds nobody rewrites unseen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from explainer.ledger.sameness import as_read, grew
from explainer.record.published import PAGE, TEXT, History, Key, Ledger, Published, sorts


@dataclass(frozen=True)
class Rewritten:
    """Something of the ledger that is not as it was left.

    Attributes:
        key: Its name in the ledger; None for the ledger as a whole.
        what: What became of it, as a sentence goes on behind its name.
    """

    key: Key | None
    what: str


def rewritten(base: Ledger | None, now: Ledger | None) -> Iterator[Rewritten]:
    """Yield what a ledger kept and keeps no more.

    Args:
        base: The ledger as it was, under the names of today; None where there was none.
        now: The ledger as it is.
    """
    if base is None:
        return
    if now is None:
        yield Rewritten(None, "the site had a ledger of what was published, and has none")
        return
    for key, before in base.entries.items():
        after = now.entries.get(key)
        if after is None:
            yield Rewritten(key, "was published, and the ledger has lost it")
        elif after.history[: len(before.history)] != before.history:
            yield Rewritten(key, "has another history than it had")
        else:
            yield from _unowned(key, before, after, base)


def _unowned(key: Key, before: Published, after: Published, base: Ledger) -> Iterator[Rewritten]:
    """Yield what changed in the ledger, and is in no history there, or under an update that was made before."""
    new = after.history[len(before.history) :]
    for change in new:
        if change.update in base.updates and change.update != before.withdrawn:
            yield Rewritten(key, f"has a new change under the update `{change.update}`, which is older")
    returned = any(not change.field for change in new)
    if before.withdrawn and after.withdrawn != before.withdrawn and not returned:
        yield Rewritten(key, f"was withdrawn under the update `{before.withdrawn}`, of which the ledger tells nothing")
    if after.withdrawn and not before.withdrawn and (after.withdrawn in base.updates):
        yield Rewritten(key, f"was withdrawn under the update `{after.withdrawn}`, which is older")
    for name, kept in sorts()[key.sort].fields.items():
        if name not in before.fields or kept.may == "change" or (key.sort == PAGE and name == TEXT):
            continue
        old, said = before.fields[name], after.fields.get(name)
        if _is_told(name, old, said, new) or (kept.may == "grow" and grew(old, said)):
            continue
        yield Rewritten(key, f"says something else under `{name}` than it did, of which its history tells nothing")


def _is_told(name: str, old: Any, said: Any, new: tuple[History, ...]) -> bool:
    """Whether the changes lead from what a field said to what it says."""
    at = as_read(old)
    for change in new:
        if change.field == name and as_read(change.before) == at:
            at = as_read(change.after)
    return bool(at == as_read(said))
