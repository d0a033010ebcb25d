"""Small papers that many tests join: a decision, a plan that carries it out, a notice that cites
it.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from luocdo.graph.library import rebuild
from luocdo.graph.records import (
    DeadlineRecord,
    DocumentMention,
    DocumentRecord,
    Evidence,
    FileRecord,
    HeaderRecord,
    Relation,
    TaskRecord,
    UnitMention,
    encode,
)
from luocdo.graph.stores.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.graph.stores.base import Store

DECISION = DocumentMention(
    as_printed="Nghị quyết số 9/NQ-CP", number="9/NQ-CP", date="2025-01-09", kind="Nghị quyết"
)
SCHOLARSHIP = "Xây dựng Nghị định về học bổng cho người học các ngành khoa học cơ bản và công nghệ chiến lược"
OTHERS = (
    "Rà soát quy hoạch mạng lưới thư viện công cộng cấp huyện",
    "Tổ chức hội thi tay nghề toàn quốc hằng năm",
    "Ban hành định mức bảo trì hệ thống thủy lợi nội đồng",
    "Công bố danh mục bài toán lớn về năng lượng tái tạo",
)


def evidence(words: str, place: str = "") -> Evidence:
    """Return where ``words`` stand."""
    return Evidence(place=place, quote=words, from_char=0, to_char=len(words), as_printed=words)


def row(
    text: str,
    lead: str,
    place: str = "Phụ lục › 1",
    *,
    origin: str = "annex",
    day: str = "",
    progress: str = "",
    section: str = "",
) -> TaskRecord:
    """Return a row that ``lead`` leads, with its last day and what became of it where they are
    told.
    """
    return TaskRecord(
        place=place,
        text=text,
        origin=origin,  # type: ignore[arg-type]  # annex or body
        evidence=evidence(text, place),
        relations=(
            Relation(
                type="LED_BY",
                target=UnitMention(as_printed=lead, name=lead),
                evidence=evidence(lead),
            ),
        ),
        deadlines=(DeadlineRecord(kind="date", text=day, evidence=evidence(day), end_date=day),)
        if day
        else (),
        progress=progress or None,
        section=section or None,
    )


def paper(
    number: str,
    issuer: str,
    date: str,
    *rows: TaskRecord,
    above: str = "IMPLEMENTS",
    draft: bool = False,
) -> FileRecord:
    """Return a paper that stands to the decision as ``above`` says; rows of other
    matters follow.
    """
    places = count(100)
    more = tuple(row(text, issuer, f"Phụ lục › {next(places)}") for text in OTHERS)
    relations = (
        (Relation(type=above, target=DECISION, evidence=evidence(DECISION.as_printed)),)
        if above
        else ()
    )
    header = HeaderRecord(number=number, issuer=issuer, date=date, draft=draft)
    document = DocumentRecord(
        header=header,
        relations=relations,
        tasks=(*rows, *(() if draft else more[: len(rows) * 2])),
    )
    return FileRecord(
        file=f"{number.replace('/', '-')}.txt", digest="1", reader="1", documents=(document,)
    )


def decision(*rows: TaskRecord) -> FileRecord:
    """Return the decision."""
    return paper("9/NQ-CP", "Chính phủ", "2025-01-09", *rows, above="")


def plan(*rows: TaskRecord, **said: bool) -> FileRecord:
    """Return a ministry's plan that carries the decision out."""
    return paper("12/KH-BGDĐT", "Bộ Giáo dục và Đào tạo", "2025-03-01", *rows, **said)


def notice(*rows: TaskRecord, above: str = "CITES") -> FileRecord:
    """Return a notice of the Government's Office that cites the decision."""
    return paper("77/TB-VPCP", "Văn phòng Chính phủ", "2025-11-16", *rows, above=above)


def store_of(folder: Path, *records: FileRecord) -> Store:
    """Return a store in ``folder`` that holds the papers."""
    store = open_store(f"ladybug:{folder / 'kho.lbug'}")
    lines = {record.file: encode(record) for record in records}
    with store.writing():
        store.replace(lines, rebuild(lines))
    return store
