"""A table without a letterhead says what it belongs to: by the reader's word, its title rows, its
file's name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from drawn_tables import set_as_sheet, set_as_word
from openpyxl import Workbook

from luocdo.cli import main
from luocdo.graph.errors import SourceError
from luocdo.loaders.lone_tables import Belonging
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.graph.records import DocumentRecord

ROWS = (
    ("TT", "Nội dung", "Chủ trì", "Thời gian"),
    ("1", "Nạo vét kênh", "Sở Y tế", "Tháng 4/2026"),
)
TITLE = "BẢNG THEO DÕI THÁNG 4\n(Thực hiện Kế hoạch số 91/KH-UBND ngày 10/01/2026 của UBND tỉnh Nghệ An)"


def document(path: Path, said: str | None = None) -> DocumentRecord:
    (found,) = read_record(replace(read_source(path), belongs_to=said)).documents
    return found


@pytest.mark.parametrize(
    ("name", "above", "said", "number"),
    [
        ("a.xlsx", "", "KH 38/KH-UBND", "38/KH-UBND"),  # the reader's word
        ("a.xlsx", TITLE, "KH 38/KH-UBND", "38/KH-UBND"),  # it goes before the title rows
        ("a.xlsx", TITLE, None, "91/KH-UBND"),
        ("Phu luc KH 77-KH-UBND.xlsx", "", None, "77/KH-UBND"),
        ("a.xlsx", "THEO DÕI TIẾN ĐỘ", None, None),  # nobody says it
    ],
)
def test_a_sheet_is_taken_with_what_it_belongs_to(
    name: str, above: str, said: str | None, number: str | None, tmp_path: Path
) -> None:
    found = document(set_as_sheet(above, ROWS, tmp_path / name), said)
    assert (found.header.number, found.header.unnumbered) == (number, number is None)
    assert [task.text for task in found.tasks] == ["Nạo vét kênh"]


def test_title_rows_tell_day_and_issuer_too(tmp_path: Path) -> None:
    header = document(set_as_sheet(TITLE, ROWS, tmp_path / "a.xlsx")).header
    assert (header.date, header.issuer, header.title) == (
        "2026-01-10",
        "UBND tỉnh Nghệ An",
        "BẢNG THEO DÕI THÁNG 4",
    )


def test_a_lone_table_in_word_is_taken_only_where_the_reader_says_what_it_is(
    tmp_path: Path,
) -> None:
    path = set_as_word("Bảng phân công", ROWS, tmp_path / "a.docx")
    with pytest.raises(SourceError, match=r'--as "KH 38/KH-UBND", hoặc thêm --anyway'):
        document(path)
    assert document(path, "KH 38/KH-UBND").header.number == "38/KH-UBND"


def test_a_sheet_without_anybody_in_charge_is_no_document(tmp_path: Path) -> None:
    prices = (("TT", "Tên hàng", "Đơn vị tính", "Giá"), ("1", "Bàn", "cái", "2"))
    with pytest.raises(SourceError):
        document(set_as_sheet("", prices, tmp_path / "a.xlsx"))


def test_what_a_table_belongs_to_needs_a_number(tmp_path: Path) -> None:
    assert Belonging.of("kế hoạch của tỉnh") is None
    result = CliRunner().invoke(main, ["load", str(tmp_path), "--as", "kế hoạch của tỉnh"])
    assert result.exit_code == 2
    assert "không có số văn bản" in result.output


BELONGS = "(Kèm theo Kế hoạch số 66/KH-UBND ngày 22/01/2026 của UBND tỉnh An Giang)"
NO_LEADS = (
    ("TT", "Nhiệm vụ", "Thời hạn", "Kết quả"),
    ("1", "Mở bệnh án điện tử", "30/6/2026", "Báo cáo"),
)


@pytest.mark.parametrize(
    ("above", "lead"),
    [
        (f"DANH MỤC NHIỆM VỤ CỦA SỞ Y TẾ\n{BELONGS}", "SỞ Y TẾ"),
        (f"{BELONGS}\nPhụ lục II: Nhiệm vụ giao Sở Y tế thực hiện trong năm 2026", "Sở Y tế"),
        (f"{BELONGS}\nSở Y tế", "Sở Y tế"),  # its name alone, right above the table
    ],
)
def test_a_table_without_leads_is_of_the_unit_that_the_lines_above_it_name(
    above: str, lead: str, tmp_path: Path
) -> None:
    found = document(set_as_sheet(above, NO_LEADS, tmp_path / "a.xlsx"))
    (task,) = found.tasks
    assert [(one.type, one.target.as_printed, one.evidence.reading) for one in task.relations] == [
        ("LED_BY", lead, "inherited")
    ]
    assert (found.header.number, found.header.issuer) == ("66/KH-UBND", "UBND tỉnh An Giang")


def test_what_the_issuer_lists_as_its_own_is_led_by_nobody_in_particular(tmp_path: Path) -> None:
    with_lead = (
        ("TT", "Nhiệm vụ", "Thời hạn", "Kết quả", "Chủ trì"),
        ("1", "Mở lớp", "6/2026", "Lớp", ""),
    )
    (task,) = document(
        set_as_sheet(f"NHIỆM VỤ CỦA UBND TỈNH AN GIANG\n{BELONGS}", with_lead, tmp_path / "a.xlsx")
    ).tasks
    assert not task.relations


def test_a_sheet_for_each_unit_has_a_table_for_each(tmp_path: Path) -> None:
    book = Workbook()
    for at, unit in enumerate(("Sở Y tế", "Sở Xây dựng")):
        sheet = book.active if at == 0 else book.create_sheet()
        sheet.title = unit
        for row in ([BELONGS], *NO_LEADS):
            sheet.append(list(row))
    book.save(tmp_path / "a.xlsx")
    leads = [
        one.target.as_printed
        for task in document(tmp_path / "a.xlsx").tasks
        for one in task.relations
    ]
    assert leads == ["Sở Y tế", "Sở Xây dựng"]


def test_the_letterhead_and_title_of_a_lone_sheet_are_read(tmp_path: Path) -> None:
    above = "UBND TỈNH AN GIANG\nSỞ Y TẾ\nBẢNG PHÂN CÔNG CÔNG VIỆC THÁNG 6 NĂM 2026"
    header = document(set_as_sheet(above, ROWS, tmp_path / "a.xlsx")).header
    assert (header.issuer, header.title) == (
        "Sở Y tế tỉnh An Giang",
        "BẢNG PHÂN CÔNG CÔNG VIỆC THÁNG 6 NĂM 2026",
    )
