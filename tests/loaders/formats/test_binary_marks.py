"""Sheets that are no .xlsx say beside their values what is hidden, merged, a month or a share."""

from __future__ import annotations

import datetime
import io
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from rendered_papers import convert

from luocdo.loaders.formats.binary_marks import marks_of_book, marks_of_parts
from luocdo.loaders.source import read_source

if TYPE_CHECKING:
    from pathlib import Path


def record(kind: int, body: bytes) -> bytes:
    """A record of a .xlsb part; numbers of seven bits a byte."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    return head + bytes([len(body)]) + body


def words(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def packed(*records: bytes) -> zipfile.ZipFile:
    """A .xlsb with one sheet of ``records``."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("xl/workbook.bin", record(156, bytes(8) + words("r1") + words("Tháng 7")))
        link = (
            '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.bin"/></Relationships>'
        )
        archive.writestr("xl/_rels/workbook.bin.rels", link)
        archive.writestr("xl/worksheets/sheet1.bin", b"".join(records))
    return zipfile.ZipFile(data)


HIDDEN_ROW = record(0, struct.pack("<IIH", 4, 0, 300) + b"\0\x10" + bytes(5))
SHOWN_ROW = record(0, struct.pack("<IIH", 5, 0, 300) + bytes(7))
HIDDEN_COLUMNS = record(60, struct.pack("<IIIIH", 2, 3, 0, 0, 1))
MERGED = record(176, struct.pack("<IIII", 6, 8, 1, 1))
FILTER = record(161, bytes(16))


def test_a_packed_binary_sheet_tells_what_is_hidden_and_merged() -> None:
    marks = marks_of_parts(packed(HIDDEN_COLUMNS, HIDDEN_ROW, SHOWN_ROW, MERGED))["Tháng 7"]
    assert (marks.hidden, marks.columns, marks.merged) == ({4}, {2, 3}, (((6, 1), (8, 1)),))


def test_what_a_filter_hides_is_shown() -> None:
    assert marks_of_parts(packed(HIDDEN_ROW, FILTER))["Tháng 7"].hidden == frozenset()


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0", b"\xd0\xcf\x11\xe0" + bytes(2000)])
def test_a_broken_book_has_no_marks(data: bytes) -> None:
    assert marks_of_book(data) == {}


def test_a_broken_part_has_no_marks() -> None:
    assert marks_of_parts(packed(HIDDEN_ROW[:6])) == {}


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_months_shares_and_what_is_hidden_are_told_in_older_and_open_sheets(
    soffice: str, ending: str, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("TT", "Việc", "Mật", "Đạt", "Hạn"),
        (1, "Đo đất", "a", 0.5, datetime.date(2026, 7, 1)),
        (2, "Vẽ bản đồ", "b", 0.25, datetime.date(2026, 8, 1)),
        (3, "Việc đã bỏ", "c", 1, datetime.date(2026, 9, 1)),
    ):
        sheet.append(row)
    for at in (2, 3, 4):
        sheet.cell(at, 4).number_format = "0%"
        sheet.cell(at, 5).number_format = "mm/yyyy"
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.save(tmp_path / "a.xlsx")
    convert(soffice, [tmp_path / "a.xlsx"], ending, tmp_path / ending)
    source = read_source(tmp_path / ending / f"a.{ending}")
    assert source.text.splitlines() == [
        "TT\tViệc\t\tĐạt\tHạn",
        "1\tĐo đất\t\t50%\t07/2026",
        "2\tVẽ bản đồ\t\t25%\t08/2026",
    ]
    assert [one.kind for one in source.issues] == ["hidden_rows", "hidden_columns"]
