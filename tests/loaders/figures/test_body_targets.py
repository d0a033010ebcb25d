"""A goal is a figure below a heading of goals; the year comes from its own words, else from the heading."""

from __future__ import annotations

import pytest

from luocdo.graph.records import HeaderRecord, TargetRecord
from luocdo.graph.units.resolving import UnitContext, UnitResolver
from luocdo.loaders.context import Part, ReadingContext
from luocdo.loaders.figures.body_targets import read_body_targets
from luocdo.loaders.text.clauses import read_clauses
from luocdo.loaders.text.page import Page, Span

EMPTY = Span(0, 0)


def targets(body: str) -> list[TargetRecord]:
    page = Page.of("kế hoạch.txt", body)
    whole = Span(0, len(page.flat))
    part = Part(whole, EMPTY, EMPTY, EMPTY, whole, EMPTY)
    context = ReadingContext(page, part, HeaderRecord(), UnitResolver.load(), UnitContext(None, {}, None, None))
    return list(read_body_targets(context, read_clauses(page, whole)))


@pytest.mark.parametrize(
    ("words", "value", "unit", "by"),
    [
        ("100% hồ sơ được lưu trữ số.", "100%", "%", "2030-12-31"),  # the heading's year
        ("Đến năm 2027, trên 50% học sinh biết bơi.", "trên 50%", "%", "2027-12-31"),  # its own year
        ("Có ít nhất 1.200 lớp học được sửa chữa.", "Có ít nhất 1.200", "lớp học", "2030-12-31"),  # a count
    ],
)
def test_a_goal_has_value_unit_and_end(words: str, value: str, unit: str, by: str) -> None:
    (found,) = targets(f"I. MỤC TIÊU ĐẾN NĂM 2030\n1. {words}")
    assert (found.value, found.unit, found.by, found.origin) == (value, unit, by, "body")


def test_figures_elsewhere_are_facts() -> None:
    assert not targets("I. TÌNH HÌNH\n1. Năm qua 90% hồ sơ được lưu trữ số.")


def test_a_goal_without_a_figure_is_not_measurable() -> None:
    assert not targets("I. MỤC TIÊU\n1. Nâng cao nhận thức của cán bộ.")
