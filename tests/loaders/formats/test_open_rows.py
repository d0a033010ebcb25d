"""A row that the page cuts without a ruling is closed where its side lines end."""

from __future__ import annotations

from typing import Any

import pytest

from luocdo.loaders.formats.open_rows import closing_edges

LEFT, RIGHT = 50.0, 350.0
COLUMNS = (50.0, 150.0, 350.0)


def across(at: float, left: float = LEFT, right: float = RIGHT) -> dict[str, Any]:
    return {"orientation": "h", "x0": left, "x1": right, "top": at, "bottom": at}


def down(at: float, top: float, bottom: float) -> dict[str, Any]:
    return {"orientation": "v", "x0": at, "x1": at, "top": top, "bottom": bottom}


@pytest.mark.parametrize(
    ("rulings", "sides", "closed"),
    [
        ((100, 130, 160), (100, 160), []),  # nothing is open
        ((100, 130), (100, 160), [160]),  # the page ends within the second row
        ((100, 130), (60, 130), [60]),  # the rest of a row begins the page
        ((), (60, 160), []),  # lines beside a text
    ],
)
def test_a_row_is_closed_where_its_side_lines_end(
    rulings: tuple[float, ...], sides: tuple[float, float], closed: list[float]
) -> None:
    edges = [*map(across, rulings), *(down(at, *sides) for at in COLUMNS)]
    assert [edge["top"] for edge in closing_edges(edges)] == closed


def test_rulings_of_single_cells_close_a_row() -> None:
    pieces = [across(at, left, left + 100) for at in (100, 130) for left in (50, 150, 250)]
    assert closing_edges([*pieces, *(down(at, 100, 130) for at in COLUMNS)]) == []
