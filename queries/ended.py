"""What has ended between two days (văn bản hết hiệu lực), by what, and the rows that rest on it.

Only what a document says counts: another's repeal or replacement as a whole, or its own last day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.answers import Answer, Table
from luocdo.queries.as_of import until
from luocdo.queries.describe import date_vi, short_name
from luocdo.queries.document_filters import kept
from luocdo.queries.document_rows import DocumentNodesRow, DocumentsRow
from luocdo.queries.force import changes_to, ending
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.task_rows import TasksRestingOnRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from luocdo.graph.stores.base import Store
    from luocdo.queries.document_filters import DocumentFilters
    from luocdo.queries.nodes import DocumentNode

_COLUMNS = ("document", "date", "issuer", "ended_on", "by", "resting", "quote", "source")
_HEADS = (
    ("Văn bản", "Document"),
    ("Ngày", "Date"),
    ("Cơ quan ban hành", "Issuer"),
    ("Hết từ", "Ended on"),
    ("Do", "By"),
    ("Nhiệm vụ còn căn cứ vào", "Rows that rest on it"),
    ("Câu trích", "Quote"),
    ("Tệp", "File"),
)
_ITSELF = "theo chính văn bản"


class _End(NamedTuple):
    """When a document ended as a whole, by what, and the sentence that says so."""

    day: str
    by: str
    quote: str = ""
    source: str = ""


def ended(store: Store, as_of: datetime.date, asked: DocumentFilters) -> Answer:
    """List what ended of what is ``asked``, its two days those of the end (by ``as_of`` where none
    is given), the latest first.
    """
    last = min(asked.finish or as_of, as_of).isoformat()
    first = asked.start.isoformat() if asked.start else ""
    known, _ = until(run(store, DocumentsRow), lambda one: one.date, as_of)
    keys = [one.id for one in known]
    each = (row.node for row in run_in_pieces(store, DocumentNodesRow, "documents", keys))
    nodes = {one.id: one for one in kept(store, each, asked.whenever, as_of)}
    ends = {
        key: end for key, end in _ends(store, nodes.values(), as_of) if first <= end.day <= last
    }
    order = sorted(ends, key=lambda key: (ends[key].day, nodes[key].name), reverse=True)
    lines = tuple(_line(store, nodes[key], ends[key], as_of) for key in order)
    table = Table(
        (f"HẾT HIỆU LỰC ({len(lines)})", f"ENDED ({len(lines)})"),
        _COLUMNS,
        _HEADS,
        lines,
        under=("quote", "source"),
    )
    since = f" từ {date_vi(first)}" if first else ""
    narrowed = f": {asked.whenever.words}" if asked.whenever.words else ""
    title = f"{len(lines)} văn bản hết hiệu lực{since} đến {date_vi(last)}{narrowed}"
    return Answer(kind="ended", title=title, tables=(table,), as_of=as_of.isoformat())


def _ends(
    store: Store, nodes: Iterable[DocumentNode], as_of: datetime.date
) -> Iterable[tuple[str, _End]]:
    """Yield when each document ended, where a document says so with a day."""
    each = list(nodes)
    changes = changes_to(store, [one.id for one in each], as_of)
    for node in each:
        change = ending(changes.get(node.id, ()), as_of)
        if change is not None and change.since:
            yield node.id, _End(change.since, change.words, change.quote, change.source)
        elif node.loaded and node.effective_to and change is None:
            yield node.id, _End(node.effective_to, _ITSELF, source=node.source)


def _line(store: Store, node: DocumentNode, end: _End, as_of: datetime.date) -> tuple[str, ...]:
    rows = run(store, TasksRestingOnRow, id=node.id)
    own, _ = until(rows, lambda row: row.document.date, as_of)
    resting: dict[str, list[str]] = {}
    for row in own:
        if row.relation == "BASED_ON":
            resting.setdefault(short_name(row.document), []).append(row.code or row.place)
    told = "; ".join(f"{name}: {', '.join(places)}" for name, places in resting.items())
    quote = " ".join(end.quote.split())
    return (
        node.name,
        date_vi(node.day_or_year),
        node.issuer,
        date_vi(end.day),
        end.by,
        told,
        quote,
        end.source,
    )
