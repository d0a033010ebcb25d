"""Where a document comes from and what rests on it (gốc tích văn bản)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.queries.as_of import is_later, left_later, not_yet, until
from luocdo.queries.describe import READINGS, date_vi, document_line, relation_vi
from luocdo.queries.document_rows import LineageDownRow, LineageUpRow
from luocdo.queries.force import force_notes
from luocdo.queries.runner import run
from luocdo.queries.task_rows import TasksRestingOnRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode, Link

Edge = LineageUpRow | LineageDownRow
_COLUMNS = (
    "direction",
    "level",
    "document",
    "date",
    "issuer",
    "relation",
    "basis_kind",
    "derives",
    "parent",
    "reading",
    "quote",
    "source",
)
_HEADS = (
    ("Hướng", "Direction"), ("Bậc", "Level"), ("Văn bản", "Document"), ("Ngày", "Date"),
    ("Cơ quan", "Issuer"), ("Quan hệ", "Relation"), ("Loại căn cứ", "Basis kind"),
    ("Truyền nhiệm vụ", "Derives"), ("Với", "Of"), ("Cách đọc", "Reading"), ("Câu trích", "Quote"),
    ("Tệp", "Source"),
)  # fmt: skip
_STRENGTH = ("IMPLEMENTS", "BASED_ON", "AMENDS", "REPLACES", "REPEALS", "GUIDES", "ATTACHED_TO")
_TIED = (("qua nhiệm vụ", "BASED_ON"), ("qua lời nhiệm vụ", "CITES"))
_PLANNED = ("AMENDS", "REPLACES", "REPEALS", "SUSPENDS")
_KINDS = {"competence": "thẩm quyền", "content": "nội dung"}


def lineage(store: Store, document: DocumentNode, as_of: datetime.date) -> Answer:
    """Show both sorts of basis upwards, and downwards all that rests on ``document``, with the
    sentence for each edge.
    """
    origin = document.id
    up, over = until(run(store, LineageUpRow, id=origin), _latest, as_of)
    down, later = until(run(store, LineageDownRow, id=origin), _latest, as_of)
    above = _levelled(up, origin, upwards=True)
    below = (
        *_levelled(down, origin, upwards=False),
        *_through_tasks(store, document, down, as_of),
    )
    ends = [(row.child, row.parent) for row in over] + [(row.child, row.parent) for row in later]
    left = {node.id for pair in ends for node in pair if is_later(node.date, as_of)}
    tables = (
        _table(("DỰA TRÊN", "RESTS ON"), above),
        _table(("VĂN BẢN DỰA TRÊN VĂN BẢN NÀY", "WHAT RESTS ON IT"), below),
    )
    notes = (
        ()
        if above or below
        else (Note("Chưa có văn bản nào trong kho nêu quan hệ với văn bản này."),)
    )
    return Answer(
        kind="lineage",
        title=document_line(document),
        heads=(*not_yet(document, as_of), *force_notes(store, document, as_of)),
        tables=tables,
        notes=(*notes, *left_later(len(left - {origin}), "văn bản", as_of)),
        as_of=as_of.isoformat(),
        subject=origin,
    )


def _table(title: tuple[str, str], rows: tuple[tuple[str, ...], ...]) -> Table:
    return Table(
        title, _COLUMNS, _HEADS, rows, under=("quote", "source"), hidden=frozenset({"direction"})
    )


def _levelled(rows: Sequence[Edge], origin: str, *, upwards: bool) -> tuple[tuple[str, ...], ...]:
    """Return a line for each document, in the order of its distance from the origin, its edges
    joined in it.
    """
    edges: dict[str, list[Edge]] = defaultdict(list)
    for row in rows:
        edges[(row.child if upwards else row.parent).id].append(row)
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    level, seen, current = 1, {origin}, [origin]
    while current:
        step = [row for node in current for row in edges[node]]
        for row in sorted(step, key=_strength):
            other = row.parent if upwards else row.child
            found[other.id].append(_line(row, level, upwards=upwards))
        current = sorted({(row.parent if upwards else row.child).id for row in step} - seen)
        seen |= set(current)
        level += 1
    return tuple(_merged(lines) for lines in found.values())


def _strength(row: Edge) -> int:
    return _STRENGTH.index(row.relation) if row.relation in _STRENGTH else len(_STRENGTH)


def _merged(lines: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Join the edges of one document: "triển khai + căn cứ", the strongest first, each sentence
    kept.
    """
    cells = [dict.fromkeys(cell for cell in column if cell) for column in zip(*lines, strict=True)]
    marks = {"relation": " + ", "quote": " / ", "derives": ""}
    joined = {
        name: marks.get(name, "; ").join(column)
        for name, column in zip(_COLUMNS, cells, strict=True)
    }
    derives = "có" if "có" in cells[_COLUMNS.index("derives")] else "không"
    return tuple((joined | {"level": lines[0][1], "derives": derives})[name] for name in _COLUMNS)


def _line(row: Edge, level: int, *, upwards: bool) -> tuple[str, ...]:
    other, own = (row.parent, row.child) if upwards else (row.child, row.parent)
    link = row.link
    return (
        "lên" if upwards else "xuống",
        str(level),
        ("DỰ THẢO " if other.draft else "") + other.name,
        date_vi(other.day_or_year),
        other.issuer,
        _relation(row.relation, link),
        _KINDS.get(link.fact("basis_kind"), "gửi kèm" if link.fact("mode") == "sent_with" else ""),
        "có" if link.derives else "không",
        own.name,
        READINGS.get(link.reading, ""),
        link.line,
        link.source,
    )


def _relation(relation: str, link: Link) -> str:
    """Return the term of an edge, with how much it changes and since when: "bãi bỏ một phần từ
    01/12/2025".
    """
    pieces = (
        relation_vi(relation),
        "một phần" if link.fact("extent") == "part" and relation != "AMENDS" else "",
        f"từ {date_vi(link.fact('effective_on'))}" if link.fact("effective_on") else "",
    )
    return " ".join(piece for piece in pieces if piece)


def _latest(row: Edge) -> str:
    """Return the day on which both ends of an edge were there."""
    return max(row.child.date, row.parent.date)


def _through_tasks(
    store: Store, document: DocumentNode, down: Sequence[LineageDownRow], as_of: datetime.date
) -> tuple[tuple[str, ...], ...]:
    """List documents of which only some rows rest on ``document``: "qua nhiệm vụ 5.5"."""
    whole = {row.child.id for row in down} | {document.id}
    groups: dict[str, list[TasksRestingOnRow]] = defaultdict(list)
    for row in run(store, TasksRestingOnRow, id=document.id):
        if row.document.id not in whole and not is_later(row.document.date, as_of):
            groups[row.document.id].append(row)
    return tuple(_task_line(rows, document) for rows in groups.values())


def _task_line(rows: list[TasksRestingOnRow], document: DocumentNode) -> tuple[str, ...]:
    """Return the line of a document tied by some rows only: "qua nhiệm vụ 5.5", "qua lời nhiệm vụ
    9", "được giao sửa đổi ở …".
    """
    carrier, resting = rows[0].document, [row for row in rows if row.relation not in _PLANNED]
    told = (*_TIED, *((f"được giao {relation_vi(one)} ở nhiệm vụ", one) for one in _PLANNED))
    through = [
        f"{words} {places}" for words, relation in told if (places := _places(rows, relation))
    ]
    derives = "chỉ các nhiệm vụ ấy" if resting else "không"
    return (
        "xuống", "1",
        carrier.name, date_vi(carrier.day_or_year), carrier.issuer,
        "; ".join(through), "", derives, document.name, "",
        " ".join(rows[0].quote.split()), rows[0].source,
    )  # fmt: skip


def _places(rows: Sequence[TasksRestingOnRow], relation: str) -> str:
    """Return where the rows stand that are tied by one relation; empty where none is."""
    return ", ".join(
        dict.fromkeys(row.code or row.place for row in rows if row.relation == relation)
    )
