"""Which units join the others (đơn vị đầu mối): whose shared work lies between most."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.graph.network import connecting_units
from luocdo.queries.as_of import left_later, until
from luocdo.queries.runner import run
from luocdo.queries.unit_rows import SharedWorkRow

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store

MOST = 20
_COLUMNS = ("unit", "leads", "coordinates", "partners", "betweenness")
_HEADS = (
    ("Đơn vị", "Unit"),
    ("Chủ trì", "Leads"),
    ("Phối hợp", "Coordinates"),
    ("Cùng làm với", "Works with"),
    ("Độ trung gian", "Betweenness"),
)


def centrality(store: Store, as_of: datetime.date, most: int | None = None) -> Answer:
    """List the units on the shortest ways between most others, two units being joined by an
    assignment they share.
    """
    rows, later = until(run(store, SharedWorkRow), lambda row: row.issued, as_of)
    names = {row.unit_id: row.display for row in rows}
    counts = Counter((row.unit_id, row.role) for row in rows)
    connecting = connecting_units((row.leaf_id, row.unit_id) for row in rows)
    found = connecting.units
    ranked = sorted(found, key=lambda unit: (-found[unit][1], -found[unit][0], unit))
    lines = tuple(
        (
            names[unit],
            str(counts[unit, "LED_BY"]),
            str(counts[unit, "COORDINATED_BY"]),
            str(found[unit][0]),
            f"{found[unit][1]:.4f}",
        )
        for unit in ranked[: most or MOST]
    )
    table = Table(("ĐƠN VỊ ĐẦU MỐI", "UNITS THAT JOIN OTHERS"), _COLUMNS, _HEADS, lines)
    left = len(ranked) - len(lines)
    notes = [Note(f"còn {left} đơn vị không in", "--limit N")] if left else []
    if connecting.pivots:
        notes.append(
            Note(
                f"Độ trung gian là ước lượng: đi từ {connecting.pivots} đơn vị chọn cố định, mỗi"
                " lần đều như nhau."
            )
        )
    notes += left_later(len({row.leaf_id for row in later}), "phân công", as_of)
    title = (
        f"ĐƠN VỊ ĐẦU MỐI: {len(ranked)} đơn vị, nối nhau khi cùng làm một phân công (không kể dự"
        " thảo)"
    )
    return Answer(
        kind="centrality",
        title=title,
        tables=(table,),
        notes=tuple(notes),
        as_of=as_of.isoformat(),
    )
