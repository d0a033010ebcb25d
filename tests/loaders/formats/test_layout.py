"""Words on pages become the drafter's paragraphs and cells again, over the ends of lines, columns
and pages.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from luocdo.loaders.formats.blocks import Grid, Line
from luocdo.loaders.formats.layout import blocks
from luocdo.loaders.formats.lines import PageWords, Word, printed_signatures
from luocdo.loaders.formats.rendering import render
from luocdo.loaders.formats.ruled import RuledCell, RuledTable, ruled_table
from luocdo.loaders.formats.unruled import with_unruled

LETTER, HEIGHT, LEADING = 6, 11, 14
WIDTH, TALL = 600, 800


def printed(text: str, left: float = 90, top: float = 200) -> list[Word]:
    """Set a line of print, each letter as wide as the other."""
    words, at = [], left
    for word in text.split():
        words.append(Word(word, at, at + LETTER * len(word), top, top + HEIGHT))
        at += LETTER * (len(word) + 1)
    return words


def page(*lines: list[Word], tables: tuple = ()) -> PageWords:  # type: ignore[type-arg]
    return PageWords(tuple(word for line in lines for word in line), tables, WIDTH, TALL)


def texts(*pages: PageWords) -> list[str]:
    return [block.text for block, _ in blocks(pages) if isinstance(block, Line)]


# reaches the right margin
FULL = "Các đơn vị được giao việc trong bảng kèm theo làm đúng hạn, báo cáo hai"


def test_a_full_line_goes_on_in_the_next_one() -> None:
    assert texts(page(printed(FULL), printed("lần một năm.", top=214))) == [f"{FULL} lần một năm."]


@pytest.mark.parametrize(
    ("following", "left", "top"),
    [
        ("2. Vụ Pháp chế rà soát.", 90, 214),  # a number begins a clause
        ("- Văn phòng;", 90, 214),  # a bullet
        ("Nơi nhận:", 90, 214),  # the closing
        ("lần một năm.", 90, 260),  # a wide gap
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG", 90, 214),  # a heading in capitals
    ],
)
def test_what_begins_anew_is_a_paragraph_of_its_own(
    following: str, left: float, top: float
) -> None:
    assert texts(page(printed(FULL), printed(following, left, top))) == [FULL, following]


def test_a_period_that_a_line_s_end_cuts_is_no_item() -> None:
    first = f"{FULL[:-4]} 2026"
    assert texts(page(printed(first), printed("- 2030 của tỉnh", top=214))) == [
        f"{first} - 2030 của tỉnh"
    ]


def test_a_short_line_ends_its_paragraph() -> None:
    assert texts(
        page(printed(FULL), printed("lần.", top=214), printed("Văn phòng theo dõi.", top=228))
    )[-1] == ("Văn phòng theo dõi.")


def test_a_paragraph_goes_over_the_page_and_its_number_is_dropped() -> None:
    first = page(printed("7", 300, 20), printed(FULL, top=700))
    assert texts(first, page(printed("8", 300, 20), printed("lần một năm.", top=80))) == [
        f"{FULL} lần một năm."
    ]


def test_columns_side_by_side_are_read_one_after_the_other() -> None:
    lines = [
        printed("BỘ Y TẾ"), printed("CỘNG HÒA XÃ HỘI", 350),
        printed("Số: 12/KH-BYT", top=214), printed("Độc lập - Tự do", 350, 214),
    ]  # fmt: skip
    assert texts(page(*lines)) == [
        "BỘ Y TẾ",
        "Số: 12/KH-BYT",
        "CỘNG HÒA XÃ HỘI",
        "Độc lập - Tự do",
    ]


def test_the_stamp_of_a_digital_signature_is_no_text_but_kept_apart() -> None:
    stamp = ("Người ký: Văn phòng", "Thời gian ký: 15:02")
    stamped = page(printed(stamp[0]), printed(stamp[1], top=214), printed("Điều 2", top=260))
    assert texts(stamped) == ["Điều 2"]
    assert printed_signatures([stamped]) == list(stamp)


def boxes(top: float, *rows: float) -> RuledTable:
    """The cells of a table of three columns; ``rows`` are their heights."""
    found: list[tuple[float, float, float, float]] = []
    for height in rows:
        found += [(left, top, left + 120, top + height) for left in (90, 210, 330)]
        top += height
    table = ruled_table(found)
    assert table is not None
    return table


ALONE = RuledTable((RuledCell(0, 0, 1, 1, (90.0, 55.0, 208.0, 90.0)),), 1, 1, (90.0,))


def grids(*pages: PageWords) -> list[Grid]:
    return [block for block, _ in blocks(pages) if isinstance(block, Grid)]


def test_a_row_cut_by_the_page_is_one_row_again() -> None:
    first = page(
        printed("1", 95, 700), printed("Soạn quy chế dùng", 215, 700), printed("Vụ Pháp chế", 335, 700),
        tables=(boxes(695, 20),),
    )  # fmt: skip
    second = page(
        printed("chung dữ liệu", 215, 60), printed("2", 95, 80), tables=(boxes(55, 20, 20),)
    )
    assert [grid.words for grid in grids(first, second)] == [
        ((("1",), ("Soạn quy chế dùng chung dữ liệu",), ("Vụ Pháp chế",)),),
        ((("2",), (), ()),),
    ]


def test_what_stands_in_the_middle_of_a_cut_row_may_come_with_its_other_half() -> None:
    first = page(
        printed("Soạn quy chế dùng", 215, 700), printed("Vụ Pháp chế", 335, 700),
        tables=(boxes(695, 20),),
    )  # fmt: skip
    second = page(printed("1", 95, 60), printed("chung dữ liệu", 215, 60), tables=(boxes(55, 20),))
    assert [row for grid in grids(first, second) for row in grid.words] == [
        (("1",), ("Soạn quy chế dùng chung dữ liệu",), ("Vụ Pháp chế",))
    ]


def test_a_further_row_on_the_next_page_stays_a_row() -> None:
    first = page(
        printed("1", 95, 700), printed("Soạn quy chế", 215, 700), tables=(boxes(695, 20),)
    )
    second = page(printed("Vụ Tài chính", 335, 60), tables=(boxes(55, 20),))
    assert [len(grid.rows) for grid in grids(first, second)] == [1, 1]


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("Quyết định 89/QĐ-", "TTg", "Quyết định 89/QĐ-TTg"),  # a number is broken at its hyphen
        ("Hai năm học 2023-", "2024", "Hai năm học 2023-2024"),  # a period too
        ("KHCNMTABCDEFGHIJKL", "MT", "KHCNMTABCDEFGHIJKLMT"),  # a short form wider than its column
        ("25/01/2022/2023/20", "24", "25/01/2022/2023/2024"),  # a date
        ("nghiêngnghiêngnghi", "êng", "nghiêngnghiêngnghiêng"),  # no syllable is that long
        ("Chuyển", "đổi", "Chuyển đổi"),  # two words
    ],
)
def test_a_word_that_a_narrow_column_broke_is_whole_again(
    upper: str, lower: str, whole: str
) -> None:
    cell = page(printed(upper, 95, 60), printed(lower, 95, 74), tables=(ALONE,))
    (grid,) = grids(cell)
    assert " ".join(grid.words[0][0]) == whole


def small(text: str, top: float) -> list[Word]:
    """Set a footnote: its letters are lower than those of the text."""
    return [replace(word, bottom=word.top + HEIGHT - 2) for word in printed(text, top=top)]


def test_a_table_goes_on_over_the_page_although_a_footnote_stands_below_it() -> None:
    first = page(
        printed("1", 95, 600), printed("Soạn quy chế dùng", 215, 600), printed("Vụ Pháp chế", 335, 600),
        small("1 Theo phân công của Bộ.", 740), tables=(boxes(595, 20),),
    )  # fmt: skip
    second = page(
        printed("chung dữ liệu", 215, 60), printed("2", 95, 80), tables=(boxes(55, 20, 20),)
    )
    found = [block for block, _ in blocks((first, second))]
    assert [block.words[0][1] for block in found if isinstance(block, Grid)] == [
        ("Soạn quy chế dùng chung dữ liệu",),
        (),
    ]
    assert found[-1] == Line("1 Theo phân công của Bộ.")
    assert [block.goes_on for block in found if isinstance(block, Grid)] == [False, True]


def test_a_merged_cell_reaches_over_the_page() -> None:
    tall = ruled_table([(90, 695, 210, 715), (90, 715, 210, 735), (210, 695, 330, 735)])
    rest = ruled_table([(90, 55, 210, 75), (90, 75, 210, 95), (210, 55, 330, 95)])
    assert tall is not None
    assert rest is not None
    first = page(
        printed("1", 95, 700),
        printed("Vụ Pháp chế", 215, 700),
        printed("2", 95, 720),
        tables=(tall,),
    )
    text, (table,) = render(
        [
            block
            for block, _ in blocks(
                (first, page(printed("3", 95, 60), printed("4", 95, 80), tables=(rest,)))
            )
        ]
    )
    lead = next(cell for cell in table.cells if text[cell.start : cell.end] == "Vụ Pháp chế")
    assert (lead.row, lead.rows) == (0, 4)
    assert [cell.page for cell in table.cells if cell.column == 0] == [1, 1, 2, 2]


def test_a_double_ruling_makes_no_column() -> None:
    table = ruled_table(
        [
            (90, 50, 150, 70),
            (150, 50, 153, 70),
            (153, 50, 300, 70),
            (90, 73, 150, 90),
            (153, 73, 300, 90),
        ]
    )
    assert table is not None
    assert (table.height, table.width, len(table.cells)) == (2, 2, 4)


def test_words_in_columns_below_their_headings_are_a_table() -> None:
    heading = [*printed("TT"), *printed("Nhiệm vụ", 130), *printed("Chủ trì", 330)]
    rows = [
        [*printed(str(at), top=200 + 14 * at), *printed(f"Việc {at}", 130, 200 + 14 * at)]
        for at in (1, 2)
    ]
    rows[1] += printed("Sở Y tế", 330, 228)
    (found,) = with_unruled([page(heading, *rows)])
    (grid,) = grids(found)
    assert grid.words == (
        (("TT",), ("Nhiệm vụ",), ("Chủ trì",)),
        (("1",), ("Việc 1",), ()),
        (("2",), ("Việc 2",), ("Sở Y tế",)),
    )
    assert not grid.ruled


def test_a_table_in_columns_goes_on_over_the_page() -> None:
    heading = [*printed("TT"), *printed("Nhiệm vụ", 130), *printed("Chủ trì", 330)]
    first = page(
        heading,
        [*printed("1", top=214), *printed("Việc", 130, 214), *printed("Sở Y tế", 330, 214)],
    )
    second = page(
        [*printed("2", top=60), *printed("Việc", 130, 60), *printed("Sở Nội vụ", 330, 60)]
    )
    assert [grid.words[-1][2] for grid in grids(*with_unruled([first, second]))] == [
        ("Sở Y tế",),
        ("Sở Nội vụ",),
    ]


@pytest.mark.parametrize("closing", ["TM. ỦY BAN NHÂN DÂN", "Nơi nhận:"])
def test_recipients_and_signature_are_no_rows_of_a_table_in_columns(closing: str) -> None:
    heading = [*printed("TT"), *printed("Nhiệm vụ", 130), *printed("Chủ trì", 330)]
    row = [*printed("1", top=214), *printed("Việc", 130, 214), *printed("Sở Y tế", 330, 214)]
    (found,) = with_unruled([page(heading, row, printed(closing, 330, 240))])
    assert [len(grid.rows) for grid in grids(found)] == [2]


def test_prose_that_names_no_columns_is_no_table() -> None:
    assert (
        next(
            with_unruled(
                [page(printed(FULL), printed("Bộ Y tế", 90, 214), printed("chủ trì", 400, 214))]
            )
        ).tables
        == ()
    )


def test_a_letterhead_is_read_column_by_column_at_whatever_height_its_lines_stand() -> None:
    left = (printed("ỦY BAN NHÂN DÂN", 60, 40), printed("TỈNH NGHỆ AN", 60, 64))
    right = (
        printed("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 320, 40),
        printed("VIỆT NAM", 320, 54),
        printed("Độc lập", 320, 76),
    )
    found = texts(page(*left, *right, printed("KẾ HOẠCH", 270, 140)))
    assert found[:2] == ["ỦY BAN NHÂN DÂN", "TỈNH NGHỆ AN"]
    assert found[-1] == "KẾ HOẠCH"


def test_a_short_line_below_two_columns_is_in_neither() -> None:
    above = (printed("Nơi nhận:", 60, 400), printed("CHỦ TỊCH", 320, 400))
    assert texts(page(*above, printed("Phụ lục", 60, 414)))[-1] == "Phụ lục"
