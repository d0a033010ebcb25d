"""What a merged cell covers is inherited, an empty cell is empty; group headings give what their
rows leave out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from drawn_tables import ABOVE, LEFT, page_of, set_as_sheet, set_as_word

from luocdo.loaders.reading import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from drawn_tables import Rows

    from luocdo.graph.records import TaskRecord

PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 48/KH-UBND\nNghệ An, ngày 04 tháng 3 năm 2026\nKẾ HOẠCH\nCông tác năm 2026\n"
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\nI. PHÂN CÔNG"
)
HEADING = ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm")


def as_word(rows: Rows, folder: Path) -> Path:
    return set_as_word(PLAN, rows, folder / "a.docx")


def as_page(rows: Rows, folder: Path) -> Path:
    (folder / "a.html").write_text(page_of(PLAN, rows), encoding="utf-8")
    return folder / "a.html"


def as_sheet(rows: Rows, folder: Path) -> Path:
    return set_as_sheet(PLAN, rows, folder / "a.xlsx")


FORMS = pytest.mark.parametrize("draw", [as_word, as_page, as_sheet])
Draw = "Callable[[Rows, Path], Path]"


def tasks(path: Path) -> list[TaskRecord]:
    (document,) = read_file(path).documents
    return [
        leaf for task in document.tasks for leaf in task.parts or (task,) if leaf.origin == "annex"
    ]


def told(task: TaskRecord) -> tuple[str, list[str], list[str], list[str | None], list[str]]:
    """Return words, leads, coordinators, last days and products; what is inherited has a star."""
    roles = {
        kind: [
            _star(one.evidence.reading, one.evidence.as_printed)
            for one in task.relations
            if one.type == kind
        ]
        for kind in ("LED_BY", "COORDINATED_BY")
    }
    days = [_star(one.evidence.reading, one.end_date) for one in task.deadlines]
    products = [_star(one.evidence.reading, one.text) for one in task.deliverables]
    return task.text, roles["LED_BY"], roles["COORDINATED_BY"], days, products


def _star(reading: str, words: str | None) -> str:
    return f"{words}*" if reading == "inherited" else str(words)


@FORMS
def test_a_merged_cell_is_inherited_by_numbered_rows(draw: Draw, tmp_path: Path) -> None:
    rows = (
        HEADING,
        ("1", "Khoan giếng", "Sở Xây dựng", "Sở Tài chính", "Tháng 6/2026", "Báo cáo"),
        ("2", "Lắp bể", ABOVE, "", ABOVE, ABOVE),
        ("3", "Thử nước", "Sở Y tế", ABOVE, "", ""),
    )
    assert [told(task) for task in tasks(draw(rows, tmp_path))] == [
        ("Khoan giếng", ["Sở Xây dựng"], ["Sở Tài chính"], ["2026-06-30"], ["Báo cáo"]),
        ("Lắp bể", ["Sở Xây dựng*"], [], ["2026-06-30*"], ["Báo cáo*"]),
        ("Thử nước", ["Sở Y tế"], [], [], []),
    ]


@FORMS
def test_below_merged_words_each_row_is_an_assignment_and_an_empty_cell_is_empty(
    draw: Draw, tmp_path: Path
) -> None:
    rows = (
        HEADING,
        ("1", "Kiểm tra kho", "Sở Nội vụ", "Các sở", "Tháng 2/2026", "Kế hoạch"),
        (ABOVE, ABOVE, "Các sở", "", "Tháng 3/2026", "Báo cáo"),
    )
    assert [told(task) for task in tasks(draw(rows, tmp_path))] == [
        ("Kiểm tra kho", ["Sở Nội vụ"], ["Các sở"], ["2026-02-28"], ["Kế hoạch"]),
        ("Kiểm tra kho", ["Các sở"], [], ["2026-03-31"], ["Báo cáo"]),
    ]


@FORMS
@pytest.mark.parametrize(
    ("group", "first", "second"),
    [("1", "a)", "b)"), ("1", "1a)", "1b)"), ("I.1", "I.1.a", "I.1.b"), ("2", "2.1.", "2.2.")],
)
def test_a_group_row_gives_what_its_rows_leave_out(
    draw: Draw, group: str, first: str, second: str, tmp_path: Path
) -> None:
    rows = (
        HEADING,
        (group, "Làm sạch dữ liệu", "", "Sở Tư pháp", "30/8/2026", "Bộ dữ liệu"),
        (first, "Dữ liệu đất đai", "Sở Xây dựng", "", "", ""),
        (second, "Dữ liệu y tế", "Sở Y tế", "Sở Nội vụ", "30/6/2026", ""),
        ("3", "Du lịch số", "Sở Du lịch", "", "", ""),
    )
    assert [told(task) for task in tasks(draw(rows, tmp_path))] == [
        ("Dữ liệu đất đai", ["Sở Xây dựng"], ["Sở Tư pháp*"], ["2026-08-30*"], ["Bộ dữ liệu*"]),
        ("Dữ liệu y tế", ["Sở Y tế"], ["Sở Nội vụ"], ["2026-06-30"], ["Bộ dữ liệu*"]),
        ("Du lịch số", ["Sở Du lịch"], [], [], []),
    ]


@FORMS
def test_a_row_over_the_whole_width_is_a_heading(draw: Draw, tmp_path: Path) -> None:
    rows = (
        HEADING,
        ("Các việc cần làm ngay, xong rồi báo cáo", *(LEFT,) * 5),
        ("1", "Cấp thẻ", "Công an tỉnh", "", "", ""),
    )
    (task,) = tasks(draw(rows, tmp_path))
    assert task.section == "Các việc cần làm ngay, xong rồi báo cáo"


@FORMS
def test_the_day_over_the_whole_table_is_that_of_its_hours(draw: Draw, tmp_path: Path) -> None:
    rows = (
        ("Thời gian", "Nội dung", "Đơn vị phụ trách"),
        ("Sáng ngày 21/4/2026 - Tại sân vận động", LEFT, LEFT),
        ("7h00 - 7h30", "Khai mạc", "Sở Nội vụ"),
        ("Chiều ngày 22/4/2026", LEFT, LEFT),
        ("14h00", "Bế mạc", "Sở Y tế"),
    )
    assert [(one[0], one[1], one[3]) for one in map(told, tasks(draw(rows, tmp_path)))] == [
        ("Khai mạc", ["Sở Nội vụ"], ["2026-04-21*"]),
        ("Bế mạc", ["Sở Y tế"], ["2026-04-22*"]),
    ]


@FORMS
def test_two_lines_of_a_cell_are_one_name_where_the_first_is_a_post(
    draw: Draw, tmp_path: Path
) -> None:
    rows = (HEADING, ("1", "Khám bệnh", "Lãnh đạo\nSở Y tế", "Sở Tài chính\nSở Nội vụ", "", ""))
    (task,) = tasks(draw(rows, tmp_path))
    assert told(task)[1:3] == (["Lãnh đạo Sở Y tế"], ["Sở Tài chính", "Sở Nội vụ"])


@FORMS
def test_a_column_of_codes_is_no_text_and_one_of_persons_no_lead(
    draw: Draw, tmp_path: Path
) -> None:
    heading = (
        "STT",
        "Mã nhiệm vụ",
        "Tên nhiệm vụ",
        "Người đứng đầu chịu trách nhiệm",
        "Cơ quan chủ trì",
        "Cơ quan trình",
    )
    rows = (
        heading,
        ("1", "KH20_N01.1", "Lập kho dữ liệu", "Giám đốc Sở Y tế", "Sở Tài chính", "UBND tỉnh"),
    )
    (task,) = tasks(draw(rows, tmp_path))
    assert (task.code, *told(task)[:3]) == ("1", "Lập kho dữ liệu", ["Sở Tài chính"], [])


@FORMS
def test_a_cell_that_points_to_another_document_names_no_unit(draw: Draw, tmp_path: Path) -> None:
    words = "Theo phân công tại Quyết định số 88/QĐ-UBND ngày 05/01/2026"
    rows = (
        HEADING,
        ("1", "Bàn giao trụ sở", words, "", "", ""),
        ("2", "Lập kho", "Sở Y tế", "", "", ""),
    )
    task = tasks(draw(rows, tmp_path))[0]
    assert told(task)[1] == []
    assert [(one.type, one.evidence.as_printed) for one in task.relations] == [
        ("CITES", "Quyết định số 88/QĐ-UBND")
    ]


@FORMS
def test_a_table_that_gives_no_task_and_a_cell_that_points_elsewhere_are_reported(
    draw: Draw, tmp_path: Path
) -> None:
    rows = (HEADING, ("1", "", "Sở Y tế", "Theo Quyết định số 88/QĐ-UBND ngày 05/01/2026", "", ""))
    assert "table_without_tasks" in [
        issue.kind for issue in read_file(draw(rows, tmp_path)).issues
    ]
    rows = (
        HEADING,
        ("1", "Bàn giao", "Sở Y tế", "Theo Quyết định số 88/QĐ-UBND ngày 05/01/2026", "", ""),
    )
    assert "role_elsewhere" in [issue.kind for issue in read_file(draw(rows, tmp_path)).issues]


@FORMS
def test_a_heading_over_numbers_and_words_is_that_of_the_words(draw: Draw, tmp_path: Path) -> None:
    rows = (
        ("Nội dung nhiệm vụ", LEFT, "Chủ trì", "Thời hạn"),
        ("1", "Nạo vét kênh", "Sở Y tế", "Tháng 4/2026"),
        ("2", "Trồng cây", "Sở Nội vụ", ""),
    )
    assert [(task.code, *told(task)[:2]) for task in tasks(draw(rows, tmp_path))] == [
        ("1", "Nạo vét kênh", ["Sở Y tế"]),
        ("2", "Trồng cây", ["Sở Nội vụ"]),
    ]


@FORMS
def test_words_of_their_own_under_a_merged_number_and_unit_are_tasks_of_their_own(
    draw: Draw, tmp_path: Path
) -> None:
    rows = (
        ("TT", "Đơn vị chủ trì", "Nhiệm vụ", "Thời hạn"),
        ("1", "Sở Xây dựng", "Lắp biển chỉ dẫn", "20/6/2026"),
        (ABOVE, ABOVE, "Nâng cấp đường vào bản", "30/11/2026"),
    )
    path = draw(rows, tmp_path)
    found = [
        (task.text, [deadline.end_date for deadline in task.deadlines]) for task in tasks(path)
    ]
    assert found == [
        ("Lắp biển chỉ dẫn", ["2026-06-20"]),
        ("Nâng cấp đường vào bản", ["2026-11-30"]),
    ]
    assert all(not task.parts for task in read_file(path).documents[0].tasks)


@FORMS
def test_a_title_beside_a_number_that_nobody_can_read_is_a_heading(
    draw: Draw, tmp_path: Path
) -> None:
    rows = (
        HEADING,
        ("HI", "Lĩnh vực đầu tư", LEFT, LEFT, LEFT, LEFT),
        ("1", "Khoan giếng", "Sở Xây dựng", "", "Tháng 6/2026", ""),
    )
    assert [task.text for task in tasks(draw(rows, tmp_path))] == ["Khoan giếng"]


@FORMS
def test_a_basis_that_a_merged_cell_gives_to_several_tasks_is_inherited(
    draw: Draw, tmp_path: Path
) -> None:
    rows = (
        ("TT", "Nhiệm vụ", "Chủ trì", "Văn bản giao nhiệm vụ"),
        ("1", "Khoan giếng", "Sở Xây dựng", "Quyết định số 131/QĐ-TTg ngày 25/01/2022"),
        ("2", "Lắp bể", "Sở Y tế", ABOVE),
    )
    bases = [
        one
        for task in tasks(draw(rows, tmp_path))
        for one in task.relations
        if one.type == "BASED_ON"
    ]
    assert [one.evidence.reading for one in bases] == ["stated", "inherited"]


@FORMS
def test_words_alone_under_a_merged_number_and_unit_are_the_rest_of_those_above(
    draw: Draw, tmp_path: Path
) -> None:
    rows = (
        ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"),
        ("1", "Tổng kết giai đoạn", "Sở Xây dựng", "20/6/2026"),
        (ABOVE, "12", ABOVE, ""),  # what a page left of "giai đoạn 12"
    )
    assert [task.text for task in tasks(draw(rows, tmp_path))] == ["Tổng kết giai đoạn 12"]


@pytest.mark.parametrize(
    "columns",
    [("Nhiệm vụ", "Hoạt động"), ("Nội dung", "Công việc cụ thể"), ("Nhóm nhiệm vụ", "Nhiệm vụ")],
)
def test_of_two_columns_of_words_the_second_says_what_is_done(
    columns: tuple[str, str], tmp_path: Path
) -> None:
    rows = (
        ("TT", *columns, "Chủ trì", "Phối hợp", "Thời hạn"),
        ("1", "Giống cây", "Ươm giống keo", "Sở Y tế", "Sở Nội vụ", "30/6/2026"),
        (ABOVE, ABOVE, "Ghép giống bưởi", "Sở Tư pháp", "", "30/9/2026"),
    )
    assert [told(task)[:3] for task in tasks(as_page(rows, tmp_path))] == [
        ("Ươm giống keo", ["Sở Y tế"], ["Sở Nội vụ"]),
        ("Ghép giống bưởi", ["Sở Tư pháp"], []),
    ]


@pytest.mark.parametrize(
    ("cell", "lead", "partners", "due"),
    [
        ("Chủ trì: Sở Y tế\nHoàn thành: 31/7/2026", ["Sở Y tế"], [], ["2026-07-31"]),
        (
            "- Chủ trì: Sở Y tế;\n- Phối hợp: Sở Nội vụ;\n- Thời hạn: Quý III/2026",
            ["Sở Y tế"],
            ["Sở Nội vụ"],
            ["2026-09-30"],
        ),
        ("Sở Y tế\nHoàn thành: 31/7/2026", ["Sở Y tế"], [], ["2026-07-31"]),
        ("Sở Y tế\nSở Nội vụ", ["Sở Y tế", "Sở Nội vụ"], [], []),  # names alone
    ],
)
def test_fields_within_a_cell_go_to_their_roles(
    cell: str, lead: list[str], partners: list[str], due: list[str], tmp_path: Path
) -> None:
    rows = (("TT", "Nhiệm vụ", "Phân công"), ("1", "Mở tuyến xe", cell), ("2", "Lắp đèn", cell))
    found = [told(task) for task in tasks(as_page(rows, tmp_path))]
    assert [one[1:4] for one in found] == [(lead, partners, due)] * 2


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (  # a heading of many words beside "TT"
            (
                (
                    "TT",
                    f"Nhiệm vụ được giao theo kết luận của lãnh đạo tỉnh {'tại phiên họp ' * 4}",
                    "Chủ trì",
                    "Hạn",
                ),
                ("1", "Nạo vét kênh", "Sở Y tế", "30/6/2026"),
            ),
            ["Nạo vét kênh"],
        ),
        (  # figures say nothing of what is to be done
            (("TT", "Đơn vị chủ trì", "Số lượng"), ("1", "Sở Y tế", "3"), ("2", "Sở Nội vụ", "4")),
            [],
        ),
    ],
)
def test_a_table_whose_lead_is_known_gives_tasks_or_is_reported(
    rows: Rows, found: list[str], tmp_path: Path
) -> None:
    record = read_file(as_page(rows, tmp_path))
    assert [task.text for document in record.documents for task in document.tasks] == found
    assert any(issue.kind == "table_without_tasks" for issue in record.issues) is not bool(found)
