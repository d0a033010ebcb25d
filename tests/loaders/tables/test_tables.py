"""Tables are found where their headings stand, and each printed row comes under the
right columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.loaders.tables.grid import printed_rows
from luocdo.loaders.tables.printed import PrintedTable, TableLine, TableRow
from luocdo.loaders.tables.tables import find_tables
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.zones import Annex, Part

if TYPE_CHECKING:
    from luocdo.graph.records import Issue

HEADING = "TT\tNội dung\tĐơn vị chủ trì\tThời hạn"
EMPTY = Span(0, 0)


def found(text: str) -> tuple[Page, tuple[PrintedTable, ...], tuple[Issue, ...]]:
    page = Page.of("kế hoạch.txt", text)
    whole = Span(0, len(page.flat))
    start = page.flat.find("PHỤ LỤC")
    annexes = (
        (Annex(Span(start, whole.end), "Phụ lục", Span(start, start + 7)),) if start >= 0 else ()
    )
    part = Part(whole, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, annexes)
    return page, *find_tables(page, part, printed_rows(page, whole))


def cells(page: Page, table: PrintedTable) -> list[list[str]]:
    rows = (entry for entry in table.entries if isinstance(entry, TableRow))
    return [[page.text(cell) for cell in row.cells] for row in rows]


def lines(page: Page, table: PrintedTable) -> list[str]:
    return [page.text(entry.span) for entry in table.entries if isinstance(entry, TableLine)]


ROW = ["1", "Lập kế hoạch", "Văn phòng", "2025"]
LAYOUTS = [
    ("tabs", f"PHỤ LỤC\n{HEADING}\n1\tLập kế hoạch\tVăn phòng\t2025\n"),
    (
        "pipes of Markdown, with a ruler and bold print",
        "| TT | Nội dung | Đơn vị chủ trì | Thời hạn |\n|---|---|---|---|\n| **1** | Lập kế hoạch | Văn phòng | 2025 |\n",
    ),
    ("HTML marks left in cells", f"{HEADING}\n<b>1</b>\t<p>Lập kế hoạch</p>\tVăn phòng\t2025\n"),
    (
        "columns numbered below the heading",
        f"{HEADING}\n(1)\t(2)\t(3)\t(4)\n1\tLập kế hoạch\tVăn phòng\t2025\n",
    ),
    (
        "a web page's caption strayed into a further cell",
        f"{HEADING}\n1\tLập kế hoạch\tVăn phòng\t2025\tTrang 3\n",
    ),
    (
        "line ends within the headings",
        "TT\tNội dung\tCơ quan\nchủ trì\tThời hạn\n1\tLập kế hoạch\tVăn phòng\t2025\n",
    ),
    ("line ends within several cells", f"{HEADING}\n1\tLập\nkế hoạch\tVăn\nphòng\t2025\n"),
    ("a line end within a cell", f"{HEADING}\n1\tLập\nkế hoạch\tVăn phòng\t2025\n"),
]


@pytest.mark.parametrize(("why", "text"), LAYOUTS)
def test_a_row_reads_the_same_in_every_layout(why: str, text: str) -> None:
    page, tables, issues = found(text)
    assert [cells(page, table) for table in tables] == [[ROW]], why
    assert not issues


def test_headings_repeated_by_pages_are_dropped_and_mark_the_break() -> None:
    page, (table,), _ = found(
        f"{HEADING}\n1\tA\tVăn phòng\t2025\n\n{HEADING}\n2\tB\tThanh tra\t2026\n"
    )
    assert cells(page, table) == [["1", "A", "Văn phòng", "2025"], ["2", "B", "Thanh tra", "2026"]]
    assert [entry.after_break for entry in table.entries if isinstance(entry, TableRow)] == [
        True,
        True,
    ]


def test_a_heading_of_two_rows_is_dropped_where_a_page_repeats_it() -> None:
    two = "TT\tNội dung\tĐơn vị thực hiện\t\tThời hạn\n\t\tChủ trì\tPhối hợp\t\n"
    page, (table,), _ = found(
        f"{two}1\tA\tVăn phòng\t\t2025\n\n{two}2\tB\tThanh tra\tVăn phòng\t2026\n"
    )
    assert cells(page, table) == [
        ["1", "A", "Văn phòng", "", "2025"],
        ["2", "B", "Thanh tra", "Văn phòng", "2026"],
    ]


def test_a_heading_glued_behind_a_row_begins_the_next_group() -> None:
    glued = HEADING.replace("\n", "")
    page, (table,), _ = found(
        f"{HEADING}\n1\tA\tVăn phòng\t2025\t2. Việc khác\t{glued}\n1\tB\tThanh tra\t2026\n"
    )
    assert cells(page, table) == [["1", "A", "Văn phòng", "2025"], ["1", "B", "Thanh tra", "2026"]]
    assert lines(page, table) == ["2. Việc khác"]


SHORT = [
    ("a numbered row lacks its last cells", "1\tLập kế hoạch", ["1", "Lập kế hoạch", "", ""]),
    (
        "a row without number lacks the merged first cells",
        "Thanh tra\t2026",
        ["", "", "Thanh tra", "2026"],
    ),
    ("empty cells in front are printed", "\t\tThanh tra", ["", "", "Thanh tra", ""]),
]


@pytest.mark.parametrize(("why", "row", "expected"), SHORT)
def test_short_rows_come_under_their_columns(why: str, row: str, expected: list[str]) -> None:
    page, (table,), _ = found(f"{HEADING}\n{row}\n")
    assert cells(page, table) == [expected], why


def test_a_table_ends_with_its_annex_and_signature() -> None:
    page, tables, _ = found(
        f"{HEADING}\n1\tA\tVăn phòng\t2025\nNơi nhận:\tKT. BỘ TRƯỞNG\n- Như trên;\tTHỨ TRƯỞNG\n"
    )
    assert [cells(page, table) for table in tables] == [[["1", "A", "Văn phòng", "2025"]]]


def test_tables_with_other_headings_are_tables_of_their_own() -> None:
    _, tables, _ = found(
        f"PHỤ LỤC\n{HEADING}\n1\tA\tB\t2025\nTT\tChỉ tiêu\tĐơn vị\tKết quả\n1\tTỷ lệ\t%\t90\n"
    )
    assert [table.columns.kind for table in tables] == ["tasks", "targets"]


def test_numbered_rows_without_a_heading_are_reported_not_read() -> None:
    rows = "".join(f"{number}\tViệc {number}\tVăn phòng\t2025\n" for number in (1, 2, 3))
    _, tables, issues = found(rows)
    assert not tables
    assert [issue.kind for issue in issues] == ["table_without_heading"]


def test_a_table_goes_on_behind_a_cell_of_many_lines() -> None:
    rows = "1\tA\tVăn phòng\t2025\n" + "một dòng của ô ghi chú\n" * 20
    page, (table,), issues = found(
        f"{HEADING}\n{rows}2\tB\tThanh tra\t2026\n3\tC\tThanh tra\t2026\n4\tD\tThanh tra\t2026\n"
    )
    assert [cell[0] for cell in cells(page, table)] == ["1", "2", "3", "4"]
    assert not issues


def test_rows_that_begin_anew_far_below_are_no_part_of_the_table() -> None:
    rows = "1\tA\tVăn phòng\t2025\n" + "một câu của phần sau\n" * 20
    page, (table,), _ = found(f"{HEADING}\n{rows}1\tBàn\tcái\t2\n2\tGhế\tcái\t8\n")
    assert [cell[0] for cell in cells(page, table)] == ["1"]


def test_a_table_in_an_annex_is_named_after_it() -> None:
    _, (table,), _ = found(f"PHỤ LỤC\nDANH MỤC\n{HEADING}\n1\tA\tB\t2025\n")
    assert table.label == "Phụ lục"


def test_rows_with_line_ends_in_many_cells_are_put_together() -> None:
    rows = "1\tHoàn thiện kho\ncủa tỉnh\tSở Nông nghiệp và\nMôi trường\tQuý\nIV/2025\n2\tĐo đạc\tSở Y tế\t2026\n"
    page, (table,), _ = found(f"{HEADING}\n{rows}")
    assert cells(page, table) == [
        ["1", "Hoàn thiện kho của tỉnh", "Sở Nông nghiệp và Môi trường", "Quý IV/2025"],
        ["2", "Đo đạc", "Sở Y tế", "2026"],
    ]


def test_the_steps_of_a_procedure_are_no_tasks() -> None:
    assert not found(f"2. Trình tự thực hiện\n{HEADING}\n1\tNhận hồ sơ\tVăn phòng\t2025\n")[1]


def test_a_heading_that_comes_again_with_fewer_cells_goes_on_with_its_table() -> None:
    again = "Việc\tĐơn vị chủ trì\tThời hạn"
    page, (table,), _ = found(
        f"{HEADING}\n1\tA\tVăn phòng\t2025\nII\tNhóm hai\n{again}\n2\tB\tThanh tra\t2026\n"
    )
    assert cells(page, table)[-1] == ["2", "B", "Thanh tra", "2026"]


def test_a_heading_without_the_cell_of_the_numbers_gets_its_column() -> None:
    page, (table,), _ = found("Nhiệm vụ\tĐơn vị chủ trì\tThời hạn\n1\tA\tVăn phòng\t2025\n")
    assert cells(page, table) == [["1", "A", "Văn phòng", "2025"]]
    assert [column.role for column in table.columns.all] == ["code", "text", "lead", "deadline"]


def test_a_short_row_below_merged_cells_is_placed_by_what_it_holds() -> None:
    heading = "TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn"
    page, (table,), _ = found(
        f"{heading}\n1\tA\tVụ Pháp chế\tVăn phòng Bộ\t2030\nVụ Tổ chức cán bộ\tThanh tra Bộ\n"
    )
    assert cells(page, table)[-1] == ["", "", "Vụ Tổ chức cán bộ", "Thanh tra Bộ", ""]


def test_a_heading_of_roles_that_is_not_understood_is_reported() -> None:
    _, tables, issues = found("Đơn vị chủ trì\tVăn bản\nSở Y tế\tBáo cáo\n")
    assert not tables
    assert [issue.kind for issue in issues] == ["table_without_tasks"]


def test_a_list_of_another_kind_in_which_somebody_leads_is_reported() -> None:
    _, tables, issues = found(
        "STT\tThủ tục\tĐơn vị chủ trì\tĐơn vị phối hợp\n1\tCấp phép\tSở Y tế\tSở Nội vụ\n"
    )
    assert not tables
    assert [issue.kind for issue in issues] == ["table_without_tasks"]
    assert "Đơn vị chủ trì" in issues[0].message


def test_a_list_of_another_kind_that_charges_nobody_is_not_reported() -> None:
    assert not found("STT\tThủ tục\tCơ quan thực hiện\tPhí\n1\tCấp phép\tSở Y tế\t0\n")[2]
