"""Ruling lines of a scanned table (đường kẻ bảng): long dark runs of pixels, and the cells between
them.

Recognised whole, a scanned table comes out with its cells mixed; cut along its lines, each cell is
recognised alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from luocdo.loaders.formats.ruled import RuledTable, ruled_table

if TYPE_CHECKING:
    from numpy.typing import NDArray

_DARK = 170  # of 255: the lines of a scan are grey at their rims
_LONG, _TALL = 0.35, 0.2  # inches: longer than the stroke of a letter
_POINTS = 72
_SNAP = 4  # points
_MOST_RUNS = 20_000  # a photograph has more


def ruled_tables(grey: NDArray[np.uint8], dpi: float) -> list[RuledTable]:
    """Return the tables of a page in grey."""
    dark = grey < _DARK
    across = _runs(dark, int(_LONG * dpi))
    down = _runs(dark.T, int(_TALL * dpi))
    if len(across) + len(down) > _MOST_RUNS:
        return []
    scale = _POINTS / dpi
    edges = [_edge("h", at * scale, start * scale, end * scale) for at, start, end in across]
    edges += [_edge("v", at * scale, start * scale, end * scale) for at, start, end in down]
    crossings = edges_to_intersections(
        merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP), _SNAP, _SNAP
    )
    tables = (ruled_table(cells) for cells in cells_to_tables(intersections_to_cells(crossings)))
    return [table for table in tables if table is not None]


def _runs(dark: NDArray[np.bool_], least: int) -> list[tuple[int, int, int]]:
    """Return (row, start, end) of each dark run of at least ``least`` pixels."""
    sums = np.cumsum(np.pad(dark.astype(np.int32), ((0, 0), (1, 0))), axis=1)
    whole = (sums[:, least:] - sums[:, :-least]) == least
    steps = np.diff(np.pad(whole.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    starts, ends = np.argwhere(steps == 1), np.argwhere(steps == -1)
    return [
        (int(row), int(start), int(end) + least - 1)
        for (row, start), (_, end) in zip(starts.tolist(), ends.tolist(), strict=True)
    ]


def _edge(orientation: str, at: float, start: float, end: float) -> dict[str, Any]:
    """Return a line as pdfplumber describes one."""
    if orientation == "h":
        place = {
            "x0": start,
            "x1": end,
            "top": at,
            "bottom": at,
            "width": end - start,
            "height": 0,
        }
    else:
        place = {
            "x0": at,
            "x1": at,
            "top": start,
            "bottom": end,
            "width": 0,
            "height": end - start,
        }
    return {"object_type": "line", "orientation": orientation, **place}
