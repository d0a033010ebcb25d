"""Excel annexes: each sheet's lines and table, merged cells once, dates and whole numbers as people write them."""

from __future__ import annotations

import datetime
import io

from openpyxl import Workbook

from luocdo.loaders.source import decode_source


def text(book: Workbook) -> str:
    out = io.BytesIO()
    book.save(out)
    return decode_source("a.xlsx", out.getvalue()).text


def test_lines_above_the_table_stay_lines_and_merged_cells_are_read_once() -> None:
    book = Workbook()
    sheet = book.active
    for row in (["PHỤ LỤC"], ["TT", "Nhiệm vụ", "Chủ trì"], [1, "Soạn quy chế", "Vụ A"], [None, None, "Vụ B"]):
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
