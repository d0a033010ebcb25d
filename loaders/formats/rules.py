"""Ruling lines of a scanned table (đường kẻ bảng): long dark runs of pixels, and the cells between
them.

Recognised whole, a scanned table comes out with its cells mixed; cut along its lines, each cell is
recognised alone.
"""

from __future__ import annotations

from dataclasses import dataclass
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

Run = tuple[int, int, int]
_DARK = 170  # of 255: the lines of a scan are grey at their rims
_GREY = 195  # of 255, in two rows of pixels
_WHITE, _RIM = 255, 1  # of 255; pixels beside a line that are grey with it
_LONG, _TALL = 0.35, 0.2  # inches: longer than the stroke of a letter
_POINTS = 72
_SNAP = 4  # points
_MOST_RUNS = 20_000  # a photograph has more


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines of a page: (row, start, end) of those that run across, (column, top, bottom) of
    those that run down, in pixels.
    """

    across: list[Run]
    down: list[Run]

    @classmethod
    def of(cls, grey: NDArray[np.uint8], dpi: float) -> Rules:
        """Find the lines of a page in grey; a photograph has none."""
        across = _runs(_dark_lines(grey), int(_LONG * dpi))
        down = _runs(_dark_lines(grey.T), int(_TALL * dpi))
        return cls(across, down) if len(across) + len(down) <= _MOST_RUNS else cls([], [])

    def tables(self, dpi: float) -> list[RuledTable]:
        """Return the tables that the lines draw."""
        scale = _POINTS / dpi
        edges = [
            _edge("h", at * scale, start * scale, end * scale) for at, start, end in self.across
        ]
        edges += [
            _edge("v", at * scale, start * scale, end * scale) for at, start, end in self.down
        ]
        crossings = edges_to_intersections(
            merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP), _SNAP, _SNAP
        )
        tables = (
            ruled_table(cells) for cells in cells_to_tables(intersections_to_cells(crossings))
        )
        return [table for table in tables if table is not None]

    def taken_out(self, grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Return the page without its lines: the edge of one is read as a letter ("| 4")."""
        bare = grey.copy()
        for lines, pixels in ((self.across, bare), (self.down, bare.T)):
            for at, start, end in lines:
                pixels[max(0, at - _RIM) : at + _RIM + 2, start : end + 1] = _WHITE
        return bare


def _dark_lines(grey: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Tell what is dark, and what is grey in two rows, one below the other: a thin line lies
    between them.
    """
    dark = grey < _DARK
    dark[:-1] |= grey[:-1].astype(np.int16) + grey[1:] < 2 * _GREY
    return dark


def _runs(dark: NDArray[np.bool_], least: int) -> list[Run]:
    """Return (row, start, end) of each dark run of at least ``least`` pixels."""
    height, width = dark.shape
    framed = np.zeros((height, width + 2), np.int8)
    framed[:, 1:-1] = dark
    steps = np.diff(framed, axis=1).ravel()  # of one row after the other
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    long = ends - starts >= least
    rows, begun = np.divmod(starts[long], width + 1)
    return list(
        zip(rows.tolist(), begun.tolist(), (ends[long] % (width + 1)).tolist(), strict=True)
    )


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
