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


ATTACHED = "SỞ TƯ PHÁP\nBẢNG PHÂN CÔNG\n(Kèm theo Kế hoạch số 52/KH-STP ngày 04/5/2026 của Sở Tư pháp tỉnh Nghệ An)"


def test_a_lone_table_that_says_with_which_document_it_goes_is_taken_in_any_format(
    tmp_path: Path,
) -> None:
    found = document(set_as_word(ATTACHED, ROWS, tmp_path / "a.docx"))
    assert (found.header.number, found.header.date, len(found.tasks)) == (
        "52/KH-STP",
        "2026-05-04",
        1,
    )


def test_a_plan_in_a_sheet_has_the_number_of_what_it_is_issued_with(tmp_path: Path) -> None:
    above = "KẾ HOẠCH KIỂM TRA NĂM 2026\n(Ban hành kèm theo Quyết định số 88/QĐ-STP ngày 04/5/2026 của Sở Tư pháp)"
    assert document(set_as_sheet(above, ROWS, tmp_path / "a.xlsx")).header.number == "88/QĐ-STP"


MONTHS = (
    ("TT", "Phòng thực hiện", "Tháng 4", "Tháng 8"),
    ("1", "Phòng Hành chính tư pháp", "Soát sổ hộ tịch", "Gặp cán bộ các xã"),
    ("2", "Phòng Phổ biến pháp luật", "", "Nói chuyện ở trường"),
)


def test_a_work_below_a_month_is_a_task_of_the_unit_of_its_row(tmp_path: Path) -> None:
    found = document(
        set_as_sheet("LỊCH LÀM VIỆC NĂM 2026 CỦA SỞ TƯ PHÁP", MONTHS, tmp_path / "a.xlsx")
    )
    leads = [
        [one.target.as_printed for one in task.relations if one.type == "LED_BY"]
        for task in found.tasks
    ]
    assert [
        (task.text, lead, task.deadlines[0].end_date)
        for task, (lead,) in zip(found.tasks, leads, strict=True)
    ] == [
        ("Soát sổ hộ tịch", "Phòng Hành chính tư pháp", "2026-04-30"),
        ("Gặp cán bộ các xã", "Phòng Hành chính tư pháp", "2026-08-31"),
        ("Nói chuyện ở trường", "Phòng Phổ biến pháp luật", "2026-08-31"),
    ]


CROSSED = (
    ("TT", "Nội dung", "Chủ trì", "Thời gian năm 2026", "<", "<", "<"),
    ("^", "^", "^", "T3", "T4", "T5", "T9"),
    ("1", "Soát sổ hộ tịch", "Phòng Hành chính", "x", "x", "", "x"),
)


def test_crosses_apart_from_one_another_are_times_of_their_own(tmp_path: Path) -> None:
    (task,) = document(set_as_sheet("LỊCH NĂM 2026", CROSSED, tmp_path / "a.xlsx")).tasks
    assert [(one.start_date, one.end_date) for one in task.deadlines] == [
        ("2026-03-01", "2026-04-30"),
        ("2026-09-01", "2026-09-30"),
    ]


DOTTED = (
    ("TT", "Nội dung", "Sở Y tế", "Sở Nội vụ"),
    ("1", "Nạo vét kênh", "●", "○"),
)


def test_a_legend_in_words_says_what_dots_mean(tmp_path: Path) -> None:
    above = "BẢNG PHÂN CÔNG\n(● là đơn vị chủ trì; ○ là đơn vị phối hợp)"
    (task,) = document(set_as_sheet(above, DOTTED, tmp_path / "a.xlsx")).tasks
    assert {(one.type, one.target.as_printed) for one in task.relations} == {
        ("LED_BY", "Sở Y tế"),
        ("COORDINATED_BY", "Sở Nội vụ"),
    }
