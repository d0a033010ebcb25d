"""Totals of an annex are held; a number told in two units is held as printed, and converted by
neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.loaders.reading import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.graph.records import DocumentRecord

PAPER = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
Số: 88/KH-UBND
Nghệ An, ngày 04 tháng 3 năm 2026

KẾ HOẠCH
Thư viện số giai đoạn 2026 - 2027

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. KINH PHÍ
1. Tổng kinh phí thực hiện là 3.500 {unit} đồng.
II. NHIỆM VỤ

ĐVT: triệu đồng
TT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian\tKinh phí 2026\tKinh phí 2027
1\tXây dựng thư viện số\tSở Nội vụ\tNăm 2027\t1.000\t1.500
2\tTập huấn\tSở Y tế\tNăm 2026\t500\t500
\tTổng cộng\t\t\t1.500\t2.000
\tTổng hai năm\t\t\t\t3.500

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Nam
"""


def _document(folder: Path, unit: str) -> DocumentRecord:
    source = folder / "88.txt"
    source.write_text(PAPER.format(unit=unit), encoding="utf-8")
    (document,) = read_file(source).documents
    return document


def test_totals_are_sums_of_the_document_a_number_for_all_years_has_none(tmp_path: Path) -> None:
    found = [
        (one.text, one.unit, one.year, one.amount)
        for one in _document(tmp_path, "triệu").allocations
    ]
    assert ("1.500", "triệu đồng", 2026, 1_500_000_000) in found
    assert ("2.000", "triệu đồng", 2027, 2_000_000_000) in found
    assert ("3.500", "triệu đồng", None, 3_500_000_000) in found
    assert [amount for text, _, _, amount in found if text.startswith("Tổng kinh phí")] == [
        3_500_000_000
    ]


def test_two_units_of_one_number_convert_nothing(tmp_path: Path) -> None:
    document = _document(tmp_path, "tỷ")
    rows = [sum_ for task in document.tasks for sum_ in task.allocations]
    assert {one.amount for one in (*document.allocations, *rows)} == {None}
    assert {one.unit for one in rows} == {"triệu đồng"}
    assert "tỷ đồng" in {one.unit for one in document.allocations}
