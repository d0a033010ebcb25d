"""Any number of papers that carry out one decision: their records made directly, as a reader would
have made them.

Each paper is a plan of a ministry or a province with its basis, five rows that name who leads and
who helps, by when, and what is to come of it; every third row names the decision as its own basis,
every fifth stands in the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.records import (
    DeadlineRecord,
    DeliverableRecord,
    DocumentMention,
    DocumentRecord,
    Evidence,
    FileRecord,
    HeaderRecord,
    Relation,
    TaskRecord,
    UnitMention,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

DECISION = "57-NQ/TW"
ROWS = 5
_BODIES = (
    "Bộ Giáo dục và Đào tạo",
    "Bộ Khoa học và Công nghệ",
    "Bộ Tài chính",
    "Bộ Y tế",
    "Bộ Nội vụ",
)
_UNITS = (
    "Văn phòng",
    "Thanh tra",
    "Cục Công nghệ thông tin",
    "Vụ Tổ chức cán bộ",
    "Vụ Kế hoạch - Tài chính",
    "Vụ Pháp chế",
)
_SYMBOLS = ("BGDĐT", "BKHCN", "BTC", "BYT", "BNV")
_WORDS = "Rà soát, hoàn thiện quy định, hướng dẫn và dữ liệu dùng chung của các đơn vị, bảo đảm kết nối, an toàn thông tin. "


def papers(number: int) -> Iterator[FileRecord]:
    """Yield ``number`` records, one paper each."""
    for at in range(number):
        yield FileRecord(
            file=f"van-ban-{at:05}.txt",
            digest=f"{at:064x}",
            reader="made",
            documents=(_paper(at),),
        )


def _paper(at: int) -> DocumentRecord:
    body = _BODIES[at % len(_BODIES)]
    year = 2025
    header = HeaderRecord(
        number=f"{at + 1}/KH-{_SYMBOLS[at % len(_SYMBOLS)]}",
        kind="Kế hoạch",
        issuer=body,
        body=body,
        date=f"{year}-{at % 12 + 1:02}-{at % 28 + 1:02}",
        year=year,
        title=f"triển khai Nghị quyết số 57-NQ/TW, phần {at}",
    )
    decision = DocumentMention(
        as_printed="Nghị quyết số 57-NQ/TW", number=DECISION, kind="Nghị quyết", date="2024-12-22"
    )
    rests = Relation(
        type="IMPLEMENTS",
        target=decision,
        evidence=_evidence("Mở đầu", "Thực hiện Nghị quyết số 57-NQ/TW"),
    )
    return DocumentRecord(
        header=header,
        relations=(rests,),
        tasks=tuple(_row(at, row, decision) for row in range(ROWS)),
    )


def _row(at: int, row: int, decision: DocumentMention) -> TaskRecord:
    place, own = f"Phụ lục › {row + 1}", row % 3 == 0
    names = tuple(_UNITS[(at + row + step) % len(_UNITS)] for step in range(4))
    roles = tuple(
        _role("COORDINATED_BY" if step else "LED_BY", name, place, at)
        for step, name in enumerate(names)
    )
    basis = Relation(
        type="BASED_ON", target=decision, evidence=_evidence(place, "Nghị quyết số 57-NQ/TW", at)
    )
    year = 2025 + (at + row) % 4
    limit = DeadlineRecord(
        kind="year",
        text=f"Năm {year}",
        evidence=_evidence(place, f"Năm {year}", at),
        start_date=f"{year}-01-01",
        end_date=f"{year}-12-31",
    )
    words = f"{row + 1}. {_WORDS * 3}"
    return TaskRecord(
        place=place,
        text=words,
        origin="body" if row == ROWS - 1 else "annex",
        evidence=_evidence(place, words, at),
        code=str(row + 1),
        basis="own" if own else "none",
        relations=(*roles, *([basis] if own else [])),
        deadlines=(limit,),
        deliverables=(
            DeliverableRecord(
                text=f"Báo cáo {at}.{row}", evidence=_evidence(place, f"Báo cáo {at}.{row}", at)
            ),
        ),
    )


def _role(kind: str, name: str, place: str, at: int) -> Relation:
    return Relation(
        type=kind,
        target=UnitMention(as_printed=name, name=name),
        evidence=_evidence(place, f"{name}; {_WORDS}", at),
    )


def _evidence(place: str, quote: str, at: int = 0) -> Evidence:
    return Evidence(place=place, quote=quote, from_char=at, to_char=at + len(quote))
