"""A row of a table of targets is a target: its value as printed, its unit, the end of its period,
who tracks it.
"""

from __future__ import annotations

from functools import cache

from luocdo.graph.records import HeaderRecord, TargetRecord, UnitMention
from luocdo.graph.units.resolving import UnitContext, UnitResolver
from luocdo.loaders.context import ReadingContext
from luocdo.loaders.tasks.assignments import read_annex_tables
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.zones import Annex, Part

HEADING = "TT\tChỉ tiêu\tĐơn vị\tKết quả\tCơ quan chủ trì theo dõi, đánh giá\n"
EMPTY = Span(0, 0)


@cache
def resolver() -> UnitResolver:
    return UnitResolver.load()


def targets(body: str, heading: str = HEADING, title: str = "") -> tuple[TargetRecord, ...]:
    page = Page.of("chương trình.txt", f"PHỤ LỤC I\n{title}\n{heading}{body}")
    whole = Span(0, len(page.flat))
    part = Part(whole, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, (Annex(whole, "Phụ lục I", Span(0, 9)),))
    context = ReadingContext(
        page, part, HeaderRecord(), resolver(), UnitContext(None, {}, None, page.name)
    )
    return read_annex_tables(context).targets


def test_a_target_has_its_value_unit_period_and_tracker() -> None:
    (target,) = targets("I\tGiai đoạn 2025-2027\n1\tTỷ lệ hồ sơ số\t%\ttrên 90\tBộ Nội vụ\n")
    assert (target.text, target.value, target.unit, target.by) == (
        "Tỷ lệ hồ sơ số",
        "trên 90",
        "%",
        "2027-12-31",
    )
    assert target.place == "Phụ lục I › I › 1"
    assert target.origin == "annex"
    (tracker,) = target.relations
    assert tracker.type == "TRACKED_BY"
    assert isinstance(tracker.target, UnitMention)
    assert tracker.target.as_printed == "Bộ Nội vụ"


def test_the_nearest_group_heading_that_names_a_period_counts() -> None:
    rows = (
        "I\tĐến năm 2030\n1\tA b\t%\t50\tBộ Nội vụ\nII\tĐến năm 2045\n2\tC d\t%\t70\tBộ Nội vụ\n"
    )
    assert [target.by for target in targets(rows)] == ["2030-12-31", "2045-12-31"]


def test_a_row_that_only_heads_others_is_kept_without_a_value() -> None:
    rows = "11\tThủ tục hành chính\t\t\t\n11.1\tTỷ lệ trực tuyến\t%\t80\tBộ Nội vụ\n"
    assert [(target.text, target.value) for target in targets(rows)] == [
        ("Thủ tục hành chính", None),
        ("Tỷ lệ trực tuyến", "80"),
    ]


def test_a_column_for_each_year_gives_a_target_each() -> None:
    heading = "TT\tChỉ tiêu\tĐơn vị tính\tNăm 2026\tNăm 2027\n"
    assert [(target.value, target.by) for target in targets("1\tTỷ lệ\t%\t50\t60\n", heading)] == [
        ("50", "2026-12-31"),
        ("60", "2027-12-31"),
    ]


def test_without_a_column_the_one_percentage_in_the_words_is_the_value() -> None:
    rows = "1\tTỷ lệ phủ sóng đạt tối thiểu 80%\tSở Nội vụ\n2\tTăng từ 5% lên 8%\tSở Nội vụ\n"
    found = targets(rows, "TT\tChỉ tiêu\tChủ trì\n", "CHỈ TIÊU ĐẾN NĂM 2030")
    assert [target.value for target in found] == ["tối thiểu 80%", None]
    assert {target.by for target in found} == {"2030-12-31"}


def test_a_count_in_the_words_is_the_value_too() -> None:
    (found,) = targets(
        "1\tMỗi năm công bố từ 05 bộ dữ liệu mở\tSở Nội vụ\n", "TT\tChỉ tiêu\tChủ trì\n"
    )
    assert (found.value, found.unit) == ("từ 05", "bộ dữ")
