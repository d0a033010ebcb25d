"""One assignment as it is printed (một nhiệm vụ): its row, who has which part, what else the same
row hands out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.graph.errors import NothingFoundError
from luocdo.queries.describe import READINGS, date_vi
from luocdo.queries.gathering import Via, gather

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.answers import Assignment, Role
    from luocdo.graph.stores.base import Store

_COLUMNS = ("role", "unit", "as_printed", "now", "reading", "quote", "place", "source")
_HEADS = (
    ("Vai trò", "Role"), ("Đơn vị", "Unit"), ("In là", "As printed"), ("Nay là", "Now"),
    ("Cách đọc", "Reading"), ("Câu trích", "Quote"), ("Chỗ", "Place"), ("Tệp", "File"),
)  # fmt: skip
_ROLES = {
    "LED_BY": "chủ trì", "COORDINATED_BY": "phối hợp", "APPROVED_BY": "phê duyệt",
    "REPORTS_TO": "nhận báo cáo", "NAMED_PARTNER": "được nêu trong nội dung",
}  # fmt: skip


def task(store: Store, key: str, as_of: datetime.date) -> Answer:
    """Show the assignment whose id is ``key``.

    Raises:
        NothingFoundError: there is none.
    """
    found = gather(store, {key: Via("direct")}, as_of)
    if not found:
        message = f"không có nhiệm vụ {key}"
        raise NothingFoundError(message, ())
    one = found[0]
    return Answer(
        kind="task",
        title=one.text or one.top_text,
        assignments=found,
        heads=_heads(one),
        as_of=as_of.isoformat(),
        subject=key,
        tables=(_roles(one), _facts(one)),
        roles=frozenset(_ROLES),
    )


def _heads(one: Assignment) -> tuple[Note, ...]:
    whole = (Note(f"Thuộc: {one.top_text}"),) if one.top_text and one.top_text != one.text else ()
    standing = (Note(f"Căn cứ: {one.standing}"),) if one.standing else ()
    return (
        Note(f"{one.document} · {one.place}", f'luocdo document "{one.document_id}"'),
        *whole,
        *standing,
    )


def _roles(one: Assignment) -> Table:
    return Table(
        ("AI LÀM GÌ", "WHO DOES WHAT"), _COLUMNS, _HEADS, tuple(_role(role) for role in one.roles)
    )


def _role(role: Role) -> tuple[str, ...]:
    now = "; ".join(f"{holder.name} (từ {date_vi(holder.since)})" for holder in role.holders)
    reading = READINGS.get(role.reading, "")
    return (
        _ROLES[role.role],
        role.display,
        role.as_printed,
        now,
        reading,
        role.quote,
        role.place,
        role.source,
    )


def _facts(one: Assignment) -> Table:
    facts = (
        ("Thời hạn", "; ".join(limit.text for limit in one.limits)),
        ("Sản phẩm", "; ".join(one.products)),
        ("Mức độ", one.force),
        ("Tiến độ", one.progress),
        ("Kết quả", one.result),
    )
    rows = tuple(fact for fact in facts if fact[1])
    return Table(
        ("NHƯ IN", "AS PRINTED"), ("fact", "value"), (("Mục", "Fact"), ("Giá trị", "Value")), rows
    )
