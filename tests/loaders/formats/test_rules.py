"""The lines of a scanned table are found where they are thin and grey, and taken out before its
cells are read.
"""

from __future__ import annotations

import numpy as np
import pytest

from luocdo.loaders.formats.rules import Rules

DPI = 150.0


@pytest.mark.parametrize(
    ("grey", "thick", "found"),
    [
        (90, 1, True),
        (185, 2, True),  # a thin line that lies between two rows of pixels
        (185, 1, False),  # a shade
    ],
)
def test_lines_are_dark_or_grey_in_two_rows(grey: int, thick: int, *, found: bool) -> None:
    page = np.full((400, 400), 245, np.uint8)
    for at in (50, 150, 250):
        page[at : at + thick, 50 : 250 + thick] = grey
        page[50 : 250 + thick, at : at + thick] = grey
    rules = Rules.of(page, DPI)
    assert [(table.height, table.width) for table in rules.tables(DPI)] == [(2, 2)] * found
    assert bool(rules.taken_out(page).min() > 200) is found
