"""Excel annexes: each sheet's lines and table, merged cells once, dates and whole numbers as
people write them.
"""

from __future__ import annotations

import datetime
import io

import pytest
from openpyxl import Workbook

from luocdo.graph.errors import SourceError
from luocdo.loaders.formats.blocks import MOST_ROWS
from luocdo.loaders.source import Source, decode_source


def source(book: Workbook) -> Source:
    out = io.BytesIO()
    book.save(out)
    return decode_source("a.xlsx", out.getvalue())


def text(book: Workbook) -> str:
    return source(book).text


def test_lines_above_the_table_stay_lines_and_merged_cells_are_read_once() -> None:
    book = Workbook()
    sheet = book.active
    for row in (
        ["PHỤ LỤC"],
        ["TT", "Nhiệm vụ", "Chủ trì"],
        [1, "Soạn quy chế", "Vụ A"],
        [None, None, "Vụ B"],
    ):
        sheet.append(row)
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:B4")
    assert text(book) == "PHỤ LỤC\n\nTT\tNhiệm vụ\tChủ trì\n1\tSoạn quy chế\tVụ A\n\t\tVụ B\n"


def test_all_visible_sheets_are_read() -> None:
    book = Workbook()
    book.active.append(["a", "b"])
    book.create_sheet("hai").append(["c", "d"])
    hidden = book.create_sheet("ẩn")
    hidden.append(["e", "f"])
    hidden.sheet_state = "hidden"
    assert text(book).split() == ["a", "b", "c", "d"]


def test_dates_and_whole_numbers_are_printed_as_people_write_them() -> None:
    book = Workbook()
    book.active.append([datetime.date(2025, 11, 5), 3.0, 2.5, "hai\ndòng"])
    assert text(book) == "05/11/2025\t3\t2.5\thai <br> dòng\n"


def test_rows_hidden_by_hand_are_left_out_and_reported_those_of_a_filter_are_read() -> None:
    book = Workbook()
    sheet = book.active
    for row in (
        ["TT", "Nhiệm vụ", "Chủ trì"],
        [1, "Soạn quy chế", "Vụ A"],
        [2, "Bỏ việc này", "Vụ B"],
    ):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    assert "Bỏ việc này" not in text(book)
    assert [issue.kind for issue in source(book).issues] == ["hidden_rows"]
    sheet.auto_filter.ref = "A1:C3"
    assert "Bỏ việc này" in text(book)
    assert not source(book).issues


def test_a_cell_shows_its_month_or_share_and_the_value_of_its_formula() -> None:
    book = Workbook()
    sheet = book.active
    sheet.append([datetime.date(2025, 12, 1), 0.5, 1.1, datetime.time(7, 30)])
    sheet["A1"].number_format, sheet["B1"].number_format = "mm/yyyy", "0%"
    assert text(book) == "12/2025\t50%\t1.1\t7h30\n"


@pytest.mark.parametrize("far", ["XFD1048576", "A1048576", "XFD3", "GS4"])
def test_a_value_far_from_all_others_counts_the_emptiness_between_does_not(far: str) -> None:
    book = Workbook()
    sheet = book.active
    for row in (["TT", "Nhiệm vụ", "Chủ trì"], [1, "Soạn quy chế", "Vụ A"], [2, "Lập sổ", "Vụ B"]):
        sheet.append(row)
    sheet[far] = "Ghi chú"
    read = text(book)
    assert [line.split("\t")[:3] for line in read.splitlines()[1:3]] == [
        ["1", "Soạn quy chế", "Vụ A"],
        ["2", "Lập sổ", "Vụ B"],
    ]
    assert read.count("Ghi chú") == 1
    assert len(read) < 200


def test_a_sheet_that_really_has_more_rows_than_any_document_is_refused() -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for number in range(MOST_ROWS + 10):
        sheet.append([number])
    with pytest.raises(SourceError, match="hơn 50000 dòng"):
        text(book)


def test_lines_apart_below_a_table_are_no_rows() -> None:
    book = Workbook()
    sheet = book.active
    for row in (
        ["TT", "Nhiệm vụ", "Chủ trì"],
        [1, "Soạn quy chế", "Vụ A"],
        [],
        ["Nơi nhận:"],
        ["- Như trên;"],
    ):
        sheet.append(row)
    assert text(book).endswith("Vụ A\n\nNơi nhận:\n- Như trên;\n")


def test_signatures_apart_below_numbered_rows_are_no_rows() -> None:
    book = Workbook()
    for row in (
        ("TT", "Việc", "Hạn"),
        (1, "Đo đất", "Quý I"),
        (),
        (None, "Người lập", "Trưởng phòng"),
        (None, "An", "Bình"),
    ):
        book.active.append(row)
    found = source(book)
    assert [len(table.lines) for table in found.tables] == [2]
    assert found.text.splitlines()[-5:] == ["Người lập", "An", "", "Trưởng phòng", "Bình"]


def test_a_letterhead_beside_another_is_read_column_by_column() -> None:
    book = Workbook()
    sheet = book.active
    for row in (
        ["UBND TỈNH A", None, "CỘNG HÒA"],
        ["SỞ Y TẾ", None, "Độc lập"],
        ["TT", "Nhiệm vụ", "Chủ trì"],
    ):
        sheet.append(row)
    assert text(book).split("\n\n")[:2] == ["UBND TỈNH A\nSỞ Y TẾ", "CỘNG HÒA\nĐộc lập"]


def test_columns_hidden_by_hand_are_left_out_and_reported() -> None:
    book = Workbook()
    sheet = book.active
    for row in (
        ["TT", "Nhiệm vụ", "Ghi chú nội bộ", "Chủ trì"],
        [1, "Soạn quy chế", "mật", "Vụ A"],
    ):
        sheet.append(row)
    sheet.column_dimensions["C"].hidden = True
    sheet.column_dimensions["K"].hidden = True  # nothing stands in it
    found = source(book)
    assert "mật" not in found.text
    assert [(issue.kind, "1 cột" in issue.message) for issue in found.issues] == [
        ("hidden_columns", True)
    ]


def test_the_name_of_a_sheet_that_is_a_unit_s_stands_above_its_table() -> None:
    book = Workbook()
    book.active.title = "Sở Y tế"
    for row in (
        ["NHIỆM VỤ NĂM 2026"],
        ["TT", "Nhiệm vụ", "Thời hạn"],
        [1, "Tiêm phòng", "6/2026"],
    ):
        book.active.append(row)
    assert text(book).splitlines()[:2] == ["NHIỆM VỤ NĂM 2026", "Sở Y tế"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", '\ufeffTT,Nội dung,Chủ trì\r\n1,"Kiểm tra chợ, siêu thị",Sở A\r\n'.encode()),
        (
            "a.csv",
            'TT;Nội dung;Chủ trì\n1;"Kiểm tra chợ, siêu thị";Sở A\n'.encode("utf-16"),
        ),  # as Excel writes it here
        ("a.tsv", "TT\tNội dung\tChủ trì\n1\tKiểm tra chợ, siêu thị\tSở A\n".encode()),
    ],
)
def test_a_table_written_as_text_is_a_sheet(name: str, data: bytes) -> None:
    assert (
        decode_source(name, data).text
        == "TT\tNội dung\tChủ trì\n1\tKiểm tra chợ, siêu thị\tSở A\n"
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_text_of_two_bytes_a_letter_is_told_without_its_mark(encoding: str) -> None:
    words = "ỦY BAN NHÂN DÂN TỈNH A\nSố: 5/KH-UBND\n" * 3
    assert decode_source("a.txt", words.encode(encoding)).text == words


def test_a_further_table_below_its_own_title_is_a_table_of_its_own() -> None:
    book = Workbook()
    heading = ["TT", "Nhiệm vụ", "Chủ trì"]
    for row in (
        heading,
        [1, "Soạn quy chế", "Vụ A"],
        [],
        ["NHIỆM VỤ GIAO VỤ B"],
        heading,
        [1, "Lấy ý kiến", "Vụ B"],
    ):
        book.active.append(row)
    found = source(book)
    assert len(found.tables) == 2
    assert "\n\nNHIỆM VỤ GIAO VỤ B\n\n" in found.text
