"""Where lines do not say which column a cell belongs to, what it holds does; what stays unclear is
not guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.loaders.tables.cell_fit import fit_cells

if TYPE_CHECKING:
    from luocdo.loaders.tables.headings import Role

ROLES: tuple[Role, ...] = ("code", "text", "lead", "coordinate", "product", "deadline")
TASK = "Xây dựng nền tảng dữ liệu mở dùng chung"


@pytest.mark.parametrize(
    ("texts", "cells"),
    [
        (
            ("1", TASK, "Bộ Công an", "Bộ Nội vụ", "Báo cáo", "Năm 2026"),
            "0 1 2 3 4 5",
        ),  # all there
        (("1", TASK, "Bộ Công an", "Báo cáo", "Năm 2026"), "0 1 2 - 3 4"),  # nobody coordinates
        (("1", TASK, "Bộ Công an", "Bộ Nội vụ", "Năm 2026"), "0 1 2 3 - 4"),  # no product
        (("1", TASK, "Bộ Công an", "Báo cáo"), "0 1 2 - 3 -"),  # no time either
        (
            ("1", TASK, "Bộ Công an;", "Bộ Nội vụ", "Báo cáo", "Hằng năm"),
            "0 1 2 3 4 5",
        ),  # as many as columns
        (
            ("1", TASK, "Bộ Công an", "Bộ Nội vụ;", "Bộ Y tế", "Báo cáo", "Năm 2026"),
            "0 1 2 3+4 5 6",
        ),  # one over two lines
        (
            ("1", TASK, "Bộ Công an", "- Bộ Nội vụ;", "- Bộ Y tế.", "Báo cáo", "Năm 2026"),
            "0 1 2 3+4 5 6",
        ),  # a list begins with its first bullet
        (
            ("1", TASK, "và kết nối với nhau", "Bộ Công an", "Năm 2026"),
            "0 1+2 3 - - 4",
        ),  # words over two lines
    ],
)
def test_cells_go_to_the_columns_that_they_fit(texts: tuple[str, ...], cells: str) -> None:
    found = fit_cells(texts, ROLES)
    assert found is not None
    assert " ".join("+".join(map(str, range(*one))) or "-" for one in found) == cells


def test_what_fits_two_ways_is_left() -> None:
    assert fit_cells(("1", TASK, "Báo cáo"), ("code", "text", "product", "other")) is None
