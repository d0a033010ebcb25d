"""What readers said (lời người đọc): the corrections in the order they were said, which hold, and
the share by field.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.graph.corrections.correction import KINDS, Correction
from luocdo.graph.corrections.keeping import said
from luocdo.queries.document_rows import RemarksRow
from luocdo.queries.runner import run

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from luocdo.graph.stores.base import Store

_COLUMNS = (
    "id",
    "kind",
    "file",
    "place",
    "quote",
    "value",
    "other_file",
    "other_place",
    "by",
    "at",
    "why",
    "state",
)
_HEADS = (
    ("Mã", "Id"),
    ("Lời sửa", "What"),
    ("Tệp", "File"),
    ("Chỗ", "Place"),
    ("Câu", "Quote"),
    ("Là", "Is"),
    ("Tệp kia", "Other file"),
    ("Chỗ kia", "Other place"),
    ("Ai", "Who"),
    ("Lúc", "When"),
    ("Vì sao", "Why"),
    ("Tình trạng", "State"),
)
_FIELDS: tuple[tuple[str, str, str], ...] = (
    ("left_out", "nhiệm vụ", "task"),
    ("lead", "chủ trì", "lead"),
    ("coordinate", "phối hợp", "coordinate"),
    ("due", "thời hạn", "deadline"),
)
_OF_ROWS = frozenset({"right", "left_out", "lead", "coordinate", "due"})
_SHARE_COLUMNS = ("field", "reviewed", "corrected", "share")
_SHARE_HEADS = (
    ("Trường", "Field"),
    ("Đã soát", "Reviewed"),
    ("Phải sửa", "Corrected"),
    ("Tỉ lệ", "Share"),
)


def corrections(store: Store, as_of: datetime.date) -> Answer:
    """List what readers said; what has lost its place is named."""
    known = said(store.records())
    lost = [row.message for row in run(store, RemarksRow) if row.kind == "orphaned_correction"]
    rows = tuple(_line(one, lost) for one in known)
    orphans = sum(row[-1] != _HOLDS for row in rows)
    tables = (
        _share(known),
        Table(("LỜI SỬA", "CORRECTIONS"), _COLUMNS, _HEADS, rows, under=("why",)),
    )
    return Answer(
        kind="corrections",
        title=f"LỜI NGƯỜI ĐỌC: {len(known)}; mất chỗ {orphans}",
        tables=tuple(table for table in tables if table.rows),
        notes=(
            Note("bỏ một lời", "luocdo undo MÃ"),
            Note("chép sang kho khác", "luocdo corrections --export TỆP"),
        ),
        as_of=as_of.isoformat(),
        command="luocdo corrections",
    )


_HOLDS = "áp dụng"


def _line(one: Correction, lost: Iterable[str]) -> tuple[str, ...]:
    state = "mất chỗ" if any(f" {one.id} " in message for message in lost) else _HOLDS
    return (
        one.id, KINDS[one.kind], one.file, one.place, one.quote, one.value, one.other_file,
        one.other_place, one.by, one.at[:16].replace("T", " "), one.why, state,
    )  # fmt: skip


def _share(known: Iterable[Correction]) -> Table:
    """Count by field how many of the rows that were gone through had to be corrected."""
    seen: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for one in known:
        if one.kind in _OF_ROWS:
            seen[one.file, one.place, one.quote].add(one.kind)
    rows = []
    for kind, term, _ in _FIELDS:
        reviewed = sum(
            1 for kinds in seen.values() if kind == "left_out" or "left_out" not in kinds
        )
        wrong = sum(1 for kinds in seen.values() if kind in kinds)
        rows.append(
            (term, str(reviewed), str(wrong), f"{wrong / reviewed:.1%}" if reviewed else "")
        )
    return Table(
        ("ĐÃ SOÁT HOẶC SỬA, THEO TRƯỜNG", "REVIEWED OR CORRECTED, BY FIELD"),
        _SHARE_COLUMNS,
        _SHARE_HEADS,
        tuple(rows) if seen else (),
    )
