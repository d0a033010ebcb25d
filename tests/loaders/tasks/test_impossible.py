"""An impossible time limit is reported wherever it stands: in a clause, in a row, in a part of a
row.
"""

from __future__ import annotations

from luocdo.loaders.reading import read_record
from luocdo.loaders.source import Source

PAPER = """BỘ NỘI VỤ

Số: 7/KH-BNV\tHà Nội, ngày 03 tháng 02 năm 2025

KẾ HOẠCH
Sắp xếp kho lưu trữ

II. TỔ CHỨC THỰC HIỆN
1. Vụ Pháp chế gửi báo cáo về Bộ trưởng trước ngày 31 tháng 9 năm 2025.

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ

TT\tNội dung\tĐơn vị chủ trì\tThời hạn
1\tLập sổ kho\tVụ Pháp chế\t30/02/2025
2\tLập sổ mượn\tVụ Pháp chế\tNăm 2025
"""


def test_an_impossible_day_is_reported_in_clauses_and_in_rows() -> None:
    issues = [
        one
        for one in read_record(Source("a.txt", PAPER, "0")).issues
        if one.kind == "invalid_date"
    ]
    assert [one.message for one in issues] == [
        "hạn in sai: 30/02/2025",
        "hạn in sai: trước ngày 31 tháng 9 năm 2025",
    ]
    assert {one.quote for one in issues} >= {"30/02/2025"}
