"""The rows that the drafter wrote come back from rows that pages cut and cells that
were merged.
"""

from __future__ import annotations

import pytest

from luocdo.loaders.tables.draft import DraftRow, row_place
from luocdo.loaders.tables.grid import cell_text, printed_rows
from luocdo.loaders.tables.rows import drafted_rows
from luocdo.loaders.tables.tables import find_tables
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.zones import Annex, Part

HEADING = "TT\tNội dung\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn\tSản phẩm\tGhi chú\n"
PAGE_END = "\n" + HEADING
EMPTY = Span(0, 0)


def drafted(body: str, heading: str = HEADING) -> tuple[Page, tuple[DraftRow, ...], list[str]]:
    page = Page.of("kế hoạch.txt", "PHỤ LỤC\n" + heading + body)
    whole = Span(0, len(page.flat))
    part = Part(whole, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, (Annex(whole, "Phụ lục", Span(0, 7)),))
    (table,), _ = find_tables(page, part, printed_rows(page, part.span))
    rows = drafted_rows(page, table)
    return page, rows, [row_place(table, row) for row in rows]


def told(body: str, heading: str = HEADING) -> list[tuple[str, list[tuple[str, str, str, str]]]]:
    """Tell the words of each task, and lead, partners, time and product of its assignments."""
    page, rows, _ = drafted(body, heading)
    roles = ("lead", "coordinate", "deadline", "product")
    return [
        (
            cell_text(page, row.text),
            [
                (told[0], told[1], told[2], told[3])
                for sub in row.subrows
                for told in [[cell_text(page, sub.get(role)) for role in roles]]
            ],
        )
        for row in rows
    ]


ONE = "1\tLập kế hoạch\tVăn phòng\tThanh tra\t2025\tKế hoạch\t\n"
FURTHER = [
    # a lead of its own, the rest comes from the merged cells above
    (ONE + "\t\tThanh tra\t\t\tBáo cáo\t\n", ("Thanh tra", "Thanh tra", "2025", "Báo cáo")),
    # a time of its own: the lead is inherited
    (ONE + "\t\t\t\tHằng năm\tSơ kết\t\n", ("Văn phòng", "Thanh tra", "Hằng năm", "Sơ kết")),
    # a product of its own on the same page
    (ONE + "\t\t\t\t\tBáo cáo\t\n", ("Văn phòng", "Thanh tra", "2025", "Báo cáo")),
    # a new page does not make a new task of it
    (
        ONE + PAGE_END + "\t\tThanh tra\tVăn phòng\t2026\tBáo cáo\t\n",
        ("Thanh tra", "Văn phòng", "2026", "Báo cáo"),
    ),
]


@pytest.mark.parametrize(("body", "second"), FURTHER)
def test_a_row_with_a_role_or_time_of_its_own_is_a_further_assignment(
    body: str,
    second: tuple[str, str, str, str],
) -> None:
    [(words, assignments)] = told(body)
    assert words == "Lập kế hoạch"
    assert assignments == [("Văn phòng", "Thanh tra", "2025", "Kế hoạch"), second]


CUT = [
    # half a sentence begins small
    (
        "1\tLập\tVăn phòng\t\t2025\tKế hoạch\t\n",
        "\tkế hoạch\t\t\t\tđược duyệt\t\n",
        "Lập kế hoạch",
    ),
    # a closing bracket belongs to what was opened
    (
        "1\tLập (thử\tVăn phòng\t\t2025\tKế hoạch (bản\t\n",
        "\tnghiệm)\t\t\t\tđầu)\t\n",
        "Lập (thử nghiệm)",
    ),
]


@pytest.mark.parametrize(("above", "below", "words"), CUT)
def test_halves_of_sentences_are_joined(above: str, below: str, words: str) -> None:
    [(text, assignments)] = told(above + PAGE_END + below)
    assert text == words
    assert len(assignments) == 1


def test_a_time_cut_by_the_page_is_one_time() -> None:
    body = (
        "1\tLập\tVăn phòng\tThanh tra;\tNăm 2024-\tTài liệu\t\n"
        + PAGE_END
        + "\t\t\tcác trường\t2025\tsố\t\n"
    )
    assert told(body) == [
        ("Lập", [("Văn phòng", "Thanh tra; các trường", "Năm 2024- 2025", "Tài liệu số")])
    ]


NAMES_CUT = [
    ("Cục", "Quản lý chợ"),
    ("Ban Điều hành Việt", "Nam"),
    ("Sở Y tế; Trung tâm", "Kiểm nghiệm"),
]


@pytest.mark.parametrize(("above", "below"), NAMES_CUT)
def test_a_unit_cut_by_the_page_is_one_name(above: str, below: str) -> None:
    body = f"1\tLập\t{above}\tThanh\t2025\tA\t\n" + PAGE_END + f"\t\t{below}\ttra\t\t\t\n"
    assert told(body) == [("Lập", [(f"{above} {below}", "Thanh tra", "2025", "A")])]


def test_a_unit_on_a_new_page_that_begins_as_names_do_is_a_further_lead() -> None:
    body = "1\tLập\tVăn phòng\t\t2025\tA\t\n" + PAGE_END + "\t\tCục Quản lý chợ\t\t\t\t\n"
    assert [lead for _, subs in told(body) for lead, *_ in subs] == [
        "Văn phòng",
        "Cục Quản lý chợ",
    ]


def test_bullets_on_a_new_page_belong_to_the_assignment_above() -> None:
    body = "1\tLập\tVăn phòng\t\t2025\t- Một.\t\n" + PAGE_END + "\t\t\t\t\t- Hai.\t\n"
    assert told(body) == [("Lập", [("Văn phòng", "", "2025", "- Một. - Hai.")])]


def test_a_row_that_goes_on_and_begins_anew_is_parted() -> None:
    above = "1\tLập\tVăn phòng\tcác đơn vị liên\t2025\tQuyết định quy\t\n"
    below = "\t\t\tquan ngoài ngành\tHằng năm\tđịnh kỹ thuật  Văn bản hướng dẫn\t\n"
    [(_, assignments)] = told(above + PAGE_END + below)
    assert assignments == [
        ("Văn phòng", "các đơn vị liên quan ngoài ngành", "2025", "Quyết định quy định kỹ thuật"),
        ("Văn phòng", "các đơn vị liên quan ngoài ngành", "Hằng năm", "Văn bản hướng dẫn"),
    ]


def test_words_may_go_on_beside_a_new_assignment() -> None:
    body = (
        "1\tLập kế hoạch và\tVăn phòng\t\t2025\tA\t\n"
        + PAGE_END
        + "\ttriển khai\tThanh tra\t\t\tB\t\n"
    )
    assert told(body) == [
        (
            "Lập kế hoạch và triển khai",
            [("Văn phòng", "", "2025", "A"), ("Thanh tra", "", "2025", "B")],
        )
    ]


def test_rows_of_a_table_without_numbers_are_tasks() -> None:
    rows = "\tLập\tVăn phòng\t\t2025\tA\t\n\tSửa\tThanh tra\t\t2026\tB\t\n"
    assert [words for words, _ in told(rows)] == ["Lập", "Sửa"]


def test_an_empty_cell_in_the_first_row_of_a_task_stays_empty() -> None:
    assert told(ONE + "2\tSơ kết\tThanh tra\t\t\t\t\n")[1] == (
        "Sơ kết",
        [("Thanh tra", "", "", "")],
    )


def test_the_note_beside_several_rows_belongs_to_the_whole_task() -> None:
    body = "1\tLập\tVăn phòng\t\t2025\tA\tQuyết định số 1/QĐ-TTg;\n\t\tThanh tra\t\t2025\tB\tQuyết định số 2/QĐ-TTg\n"
    page, (row,), _ = drafted(body)
    assert cell_text(page, row.basis) == "Quyết định số 1/QĐ-TTg; Quyết định số 2/QĐ-TTg"


def test_the_end_of_a_cell_printed_once_more_is_dropped() -> None:
    body = "1\tLập kế hoạch đánh giá hằng năm\tVăn phòng\t\t2025\t\t\n\tkê hoạch đánh giá hằng năm\t\t\t\t\t\n"
    assert told(body) == [("Lập kế hoạch đánh giá hằng năm", [("Văn phòng", "", "2025", "")])]


def test_a_merged_cell_printed_in_each_row_is_one_task() -> None:
    body = "1\tLập\tVăn phòng\t\t2025\tA\t\n1\tLập\tThanh tra\t\t2026\tB\t\n"
    assert told(body) == [
        ("Lập", [("Văn phòng", "", "2025", "A"), ("Thanh tra", "", "2026", "B")])
    ]


GROUPS = [
    # roman headings, codes of their own
    (
        "I\tTHỂ CHẾ\t\t\t\t\t\n1\tLập\tA\t\t\t\t\nII\tHẠ TẦNG\t\t\t\t\t\n1\tMua\tA\t\t\t\t\n",
        ["I › 1", "II › 1"],
    ),
    # codes that repeat their heading's
    ("1\tThể chế\t\t\t\t\t\n1.1\tLập\tA\t\t\t\t\n1.2\tSửa\tA\t\t\t\t\n", ["1.1", "1.2"]),
    # headings within headings
    (
        "III\tNền tảng\nIII.1\tCấp quốc gia\n1\tLập\tA\nIII.2\tCấp tỉnh\n2\tSửa\tA\n",
        ["III.1 › 1", "III.2 › 2"],
    ),
    # C and D after A and B are letters, not numbers
    (
        "A.\tBỘ MỘT\n1\tLập\tA\nB.\tBỘ HAI\n1\tLập\tA\nC.\tBỘ BA\n1\tLập\tA\n",
        ["A › 1", "B › 1", "C › 1"],
    ),
    # a merged heading that is printed in each of its cells
    ("I\tTHỂ CHẾ\tTHỂ CHẾ\tTHỂ CHẾ\tTHỂ CHẾ\tTHỂ CHẾ\tTHỂ CHẾ\n1\tLập\tA\t\t\t\t\n", ["I › 1"]),
    # a line without cells
    ("Nhiệm vụ giao Bộ Nội vụ\n1\tLập\tA\t\t\t\t\n", ["1"]),
    # sums are no tasks
    ("1\tLập\tA\t\t\t\t\nCộng mục I\t\t\t\t\t\t\n\tTổng cộng\t\t\t\t\t\n", ["1"]),
]


@pytest.mark.parametrize(("body", "places"), GROUPS)
def test_group_headings_give_the_place(body: str, places: list[str]) -> None:
    assert drafted(body)[2] == [f"Phụ lục › {place}" for place in places]


def test_a_row_whose_beginning_is_lost_is_a_task_of_its_own() -> None:
    body = (
        ONE
        + PAGE_END
        + "\tdụng dữ liệu mở\tThanh tra\t\t2025\t\t\n8\tSơ kết\tVăn phòng\t\t2025\t\t\n"
    )
    _, rows, places = drafted(body)
    assert places == ["Phụ lục › 1", "Phụ lục › (không số)", "Phụ lục › 8"]
    assert [row.orphan for row in rows] == [False, True, False]


STATES = "STT\tTên nhiệm vụ\tĐơn vị chủ trì\tThời hạn\tKết quả thực hiện\tTiến độ\n"


def test_a_state_that_slipped_into_the_next_line_comes_back() -> None:
    body = "1\tLập\tBộ Y tế\t31/12/2025\nĐang thực hiện\n2\tSửa\tBộ Y tế\t31/12/2025\tĐã gửi\tĐã hoàn thành\n"
    page, rows, _ = drafted(body, STATES)
    assert [cell_text(page, row.subrows[0].get("progress")) for row in rows] == [
        "Đang thực hiện",
        "Đã hoàn thành",
    ]


def test_a_group_heading_behind_a_state_opens_the_next_group() -> None:
    body = "1\tLập\tBộ Y tế\t31/12/2025\nChưa hoàn thành Nhiệm vụ giao Bộ Nội vụ\n2\tSửa\tBộ Nội vụ\t31/12/2025\n"
    page, rows, _ = drafted(body, STATES)
    assert cell_text(page, rows[0].subrows[0].get("progress")) == "Chưa hoàn thành"
    assert [section.title for section in rows[1].sections] == ["Nhiệm vụ giao Bộ Nội vụ"]
