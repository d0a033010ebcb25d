"""A row with fewer cells than the table has columns: each cell under its own heading."""

from __future__ import annotations

import pytest

from luocdo.loaders.tables.column_headings import read_columns
from luocdo.loaders.tables.placing import placed
from luocdo.loaders.text.page import Page, Span

HEADINGS = [
    "TT",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thuộc nhóm nhiệm vụ",
    "Nội dung nhiệm vụ",
    "Thời hạn",
]
ROWS = [
    (
        ["2", "Sở A", "Sở B", "Nhóm", "Lập"],
        ["2", "Sở A", "Sở B", "Nhóm", "Lập", ""],
    ),  # the last cell is missing
    (["Lập", "2026"], ["", "", "", "", "Lập", "2026"]),  # the first ones stand merged above
    (
        ["Các sở, ngành", "Lập", "2026"],
        ["", "", "Các sở, ngành", "", "Lập", "2026"],
    ),  # units under units
    (
        ["1. Sở Nội vụ", "Sở B", "Nhóm", "Lập", "2026"],
        ["1.", "Sở Nội vụ", "Sở B", "Nhóm", "Lập", "2026"],
    ),
]


@pytest.mark.parametrize(("cells", "expected"), ROWS)
def test_each_cell_stands_under_its_heading(cells: list[str], expected: list[str]) -> None:
    assert _placed(HEADINGS, cells) == expected


def test_a_time_among_the_units_tells_of_an_empty_cell_that_is_not_printed() -> None:
    headings = ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm"]
    assert _placed(headings, ["1", "Lập", "Sở A", "Quý I/2026", "Báo cáo"]) == [
        "1",
        "Lập",
        "Sở A",
        "",
        "Quý I/2026",
        "Báo cáo",
    ]


def _placed(headings: list[str], cells: list[str]) -> list[str]:
    page = Page.of("bảng.txt", "\t".join(cells))
    columns = read_columns(headings)
    assert columns is not None
    spans, at = [], 0
    for cell in cells:
        spans.append(Span(at, at + len(cell)))
        at += len(cell) + 1
    return [page.text(span) for span in placed(page, columns, tuple(spans))]
