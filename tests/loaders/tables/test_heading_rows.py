"""A heading comes again at the top of each page, in one row or in two."""

from __future__ import annotations

from luocdo.loaders.tables.column_headings import read_columns
from luocdo.loaders.tables.heading_rows import HeadingRows
from luocdo.loaders.tables.subheadings import with_subheadings

FIRST = ["TT", "Nội dung", "Đơn vị thực hiện", "", "Thời hạn", "Ghi chú"]
SECOND = ["", "", "Chủ trì", "Phối hợp", "", ""]


def test_a_heading_comes_again_although_a_letter_differs() -> None:
    heads = HeadingRows.of(["TT", "Nội dung", "Đơn vị chủ trì", "Thời hạn", "Ghi chú"])
    assert heads.come_again(["TT", "Nội dụng", "Đơn vị chủ trí", "Thời hạn", "Ghi chú"])
    assert not heads.come_again(["1", "Lập kế hoạch", "Văn phòng", "2025", ""])


def test_both_rows_of_a_heading_come_again() -> None:
    columns = read_columns(FIRST)
    assert columns is not None
    joined = with_subheadings(columns, SECOND)
    assert joined is not None
    heads = HeadingRows.of(FIRST)
    heads.add(SECOND, joined)
    assert heads.come_again(FIRST)
    assert heads.is_lower(SECOND[:4])  # a print may leave out empty cells at the end
    assert not heads.is_lower(["", "", "Văn phòng", "Thanh tra", "", ""])
