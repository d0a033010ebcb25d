"""Where a document comes from and what rests on it (gốc tích văn bản)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.queries.describe import READINGS, date_vi, document_line, relation_vi
from luocdo.queries.force import force_notes
from luocdo.queries.runner import run

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store

Row = dict[str, object]
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
    ("Hướng", "Direction"), ("Bậc", "Level"), ("Văn bản", "Document"), ("Ngày", "Date"), ("Cơ quan", "Issuer"),
    ("Quan hệ", "Relation"), ("Loại căn cứ", "Basis kind"), ("Truyền nhiệm vụ", "Derives"), ("Với", "Of"),
    ("Cách đọc", "Reading"), ("Câu trích", "Quote"), ("Tệp", "Source"),
)  # fmt: skip
_KINDS = {"competence": "thẩm quyền", "content": "nội dung"}


def lineage(store: Store, document: Row, as_of: datetime.date) -> Answer:
    """Show both sorts of basis upwards, and downwards all that rests on ``document``, with the sentence for each edge."""
    origin = str(document["id"])
    up, down = run(store, "lineage_up", id=origin).dicts(), run(store, "lineage_down", id=origin).dicts()
    above = _levelled(up, origin, upwards=True)
    below = (*_levelled(down, origin, upwards=False), *_through_tasks(store, document, down))
    tables = (
        _table(("DỰA TRÊN", "RESTS ON"), above),
        _table(("VĂN BẢN DỰA TRÊN VĂN BẢN NÀY", "WHAT RESTS ON IT"), below),
    )
    notes = () if above or below else (Note("Chưa có văn bản nào trong kho nêu quan hệ với văn bản này."),)
    return Answer(
        kind="lineage",
        title=document_line(document),
        heads=force_notes(store, document, as_of),
        tables=tables,
        notes=notes,
        as_of=as_of.isoformat(),
        subject=origin,
    )


def _table(title: tuple[str, str], rows: tuple[tuple[str, ...], ...]) -> Table:
    return Table(title, _COLUMNS, _HEADS, rows, under=("quote", "source"), hidden=frozenset({"direction"}))


def _levelled(rows: list[Row], origin: str, *, upwards: bool) -> tuple[tuple[str, ...], ...]:
    """Order edges by their distance from the origin."""
    near, far = ("child", "parent") if upwards else ("parent", "child")
    edges: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        edges[str(_dict(row[near])["id"])].append(row)
    found: list[tuple[str, ...]] = []
    level, seen, current = 1, {origin}, [origin]
    while current:
        step = [row for node in current for row in edges[node]]
        found += [_line(row, level, far, near, upwards=upwards) for row in step]
        current = sorted({str(_dict(row[far])["id"]) for row in step} - seen)
        seen |= set(current)
        level += 1
    return tuple(found)


def _line(row: Row, level: int, far: str, near: str, *, upwards: bool) -> tuple[str, ...]:
    other, own, link = _dict(row[far]), _dict(row[near]), _dict(row["link"])
    return (
        "lên" if upwards else "xuống",
        str(level),
        ("DỰ THẢO " if other.get("draft") else "") + str(other.get("name")),
        date_vi(other.get("date") or other.get("year")),
        str(other.get("issuer") or ""),
        _relation(str(row["relation"]), link),
        _KINDS.get(str(link.get("basis_kind")), "gửi kèm" if link.get("mode") == "sent_with" else ""),
        "có" if link.get("derives") else "không",
        str(own.get("name")),
        READINGS.get(str(link.get("reading") or ""), ""),
        " ".join(str(link.get("quote") or "").split()),
        str(link.get("source") or ""),
    )


def _relation(relation: str, link: Row) -> str:
    """Return the term of an edge, with how much it changes and since when: "bãi bỏ một phần từ 01/12/2025"."""
    pieces = (
        relation_vi(relation),
        "một phần" if link.get("extent") == "part" and relation != "AMENDS" else "",
        f"từ {date_vi(link['effective_on'])}" if link.get("effective_on") else "",
    )
    return " ".join(piece for piece in pieces if piece)


def _through_tasks(store: Store, document: Row, down: list[Row]) -> tuple[tuple[str, ...], ...]:
    """List documents of which only some rows rest on ``document``: "qua nhiệm vụ 5.5"."""
    whole = {str(_dict(row["child"])["id"]) for row in down} | {str(document["id"])}
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in run(store, "tasks_resting_on", id=str(document["id"])).dicts():
        if str(_dict(row["document"])["id"]) not in whole:
            groups[str(_dict(row["document"])["id"])].append(row)
    return tuple(_task_line(rows, document) for rows in groups.values())


def _task_line(rows: list[Row], document: Row) -> tuple[str, ...]:
    carrier = _dict(rows[0]["document"])
    codes = ", ".join(dict.fromkeys(str(row["code"] or row["place"]) for row in rows))
    return (
        "xuống", "1",
        str(carrier.get("name")), date_vi(carrier.get("date") or carrier.get("year")), str(carrier.get("issuer") or ""),
        f"qua nhiệm vụ {codes}", "", "chỉ các nhiệm vụ ấy", str(document.get("name")), "",
        " ".join(str(rows[0]["quote"] or "").split()), str(rows[0]["source"] or ""),
    )  # fmt: skip


def _dict(value: object) -> Row:
    return value if isinstance(value, dict) else {}
