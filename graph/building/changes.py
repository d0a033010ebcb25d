"""Changes between documents (sửa đổi, thay thế, bãi bỏ) over all records: which can be, from which
day, what they end.

What amends, replaces or repeals is not older than what it changes (Luật Ban hành văn bản quy phạm
pháp luật 64/2025/QH15); a reading that says otherwise is an issue, not an edge. A change without a
day of its own counts from the day its document takes effect, else from that document's date:
``effective_by`` says which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.records import Issue, Relation, Value

if TYPE_CHECKING:
    from collections.abc import Mapping


CHANGING = frozenset({"AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "CORRECTS", "CONSOLIDATES"})
OWN_FORCE, OWN_DATE = "own_force", "own_date"


def day_of(facts: Mapping[str, Value]) -> str:
    """Return a document's day, else its year, "" where neither is known."""
    return str(facts.get("date") or facts.get("year") or "")


def is_backwards(changing: Mapping[str, Value], changed: Mapping[str, Value]) -> bool:
    """Return whether what would change is older than what it would change, as far as days and
    years are known.
    """
    mine, others = day_of(changing), day_of(changed)
    return bool(mine and others) and mine[: len(others)] < others[: len(mine)]


def backwards_issue(
    relation: Relation, changing: Mapping[str, Value], changed: Mapping[str, Value]
) -> Issue:
    """Return what `check` says of a change that cannot be."""
    evidence = relation.evidence
    message = (
        f"{changing.get('name')} ({day_of(changing)}) không thể sửa đổi, thay thế"
        f" {changed.get('name')} ({day_of(changed)})"
    )
    return Issue(
        kind="backwards_change",
        message=message,
        place=evidence.place,
        quote=evidence.quote[:300],
        from_char=evidence.from_char,
    )


def dated(properties: Mapping[str, Value], changing: Mapping[str, Value]) -> dict[str, Value]:
    """Return a change's properties with the day it counts from."""
    made = dict(properties)
    if made.get("effective_on") or made.get("planned"):
        return made
    force, date = changing.get("effective_from"), changing.get("date")
    if force or date:
        made |= {"effective_on": force or date, "effective_by": OWN_FORCE if force else OWN_DATE}
    return made
