"""What pages work out of the whole store (cả kho): the first page, and who works with whom."""

from __future__ import annotations

import datetime
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from luocdo.commands.page_answers import hit
from luocdo.graph.issue_kinds import ISSUE_KINDS
from luocdo.queries.document_rows import DocumentNodesRow, DocumentsRow, RemarksRow
from luocdo.queries.lookups import LookUps
from luocdo.queries.runner import run
from luocdo.queries.unit_rows import SharedWorkRow, UnitsRow
from luocdo.viz.drawings.shared import Pair
from luocdo.viz.web.library import Overview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.answers import Answer
    from luocdo.graph.stores.base import Store

_PAPERS = 8
_DAY = len("2025-12-31")
_NEXT, _MONTH, _YEAR = 8, 31, 366  # assignments that the first page shows; days


def overview(store: Store, as_of: datetime.date) -> Overview:
    """Return what stands on the first page."""
    documents = run(store, DocumentsRow)
    units = len(run(store, UnitsRow))
    remarks = Counter(row.kind for row in run(store, RemarksRow))
    coming = _coming(LookUps(store), as_of)
    loaded = [row for row in documents if row.status == "loaded"]
    came = {file: stamp.came for file, stamp in store.stamps().items()}
    latest = sorted(
        loaded, key=lambda row: (came.get(row.source, "")[:_DAY], row.date), reverse=True
    )[:_PAPERS]
    keys = [row.id for row in latest]
    nodes = (
        {row.node.id: row.node for row in run(store, DocumentNodesRow, documents=keys)}
        if keys
        else {}
    )
    counts = (
        ("văn bản đã nạp", len(loaded), "/documents"),
        ("văn bản được dẫn", len(documents) - len(loaded), "/documents?cited=1"),
        ("đơn vị", units, "/units"),
    )
    looks = tuple(
        (kind, ISSUE_KINDS.get(kind, kind), number) for kind, number in remarks.most_common()
    )
    papers = tuple(hit(nodes[key]) for key in keys)
    return Overview(counts, coming, looks, papers)


def shared_work(store: Store) -> tuple[tuple[Pair, ...], dict[str, str]]:
    """Return which units lead what others take part in, and what each unit is called."""
    rows = run(store, SharedWorkRow)
    return _pairs(rows), {row.unit_id: row.display for row in rows}


def _pairs(rows: Sequence[SharedWorkRow]) -> tuple[Pair, ...]:
    """Count the assignments that a unit leads and another takes part in; those who lead together
    stand as one leading and one helping, in the order of their ids.
    """
    parts: dict[str, list[SharedWorkRow]] = {}
    for row in rows:
        parts.setdefault(row.leaf_id, []).append(row)
    shared: Counter[tuple[str, str]] = Counter()
    for units in parts.values():
        leads = sorted({row.unit_id for row in units if row.role == "LED_BY"})
        helpers = {row.unit_id for row in units if row.role != "LED_BY"} - set(leads)
        shared.update((lead, helper) for lead in leads for helper in helpers)
        shared.update(combinations(leads, 2))
    return tuple(Pair(*ends, number) for ends, number in sorted(shared.items()))


def _coming(library: LookUps, as_of: datetime.date) -> Answer:
    """Return what is due next: of the coming month, of the year where that is little, else of all
    time.
    """
    for days in (_MONTH, _YEAR):
        found = library.due(as_of, as_of + datetime.timedelta(days=days), as_of=as_of)
        if len(found.assignments) >= _NEXT:
            return found
    return library.due(as_of=as_of)
