"""Lines of a diagram (đường nối của lược đồ): along a trunk beside the groups, so that none passes
through a box: what stands above, beside and below joins the document at heights of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.viz.drawings.drawing import Line

if TYPE_CHECKING:
    from luocdo.graph.diagrams import Side
    from luocdo.viz.drawings.drawing import Box

HEAD, TRUNK = 26, 26  # the height of a group's heading; the width of the room for lines


def trunk(x: float, frame: Box, middle: Box, side: Side, style: str = "tie") -> Line:
    """Join a group to the document by a trunk on their left; the arrow says what rests on what,
    what changes or cites what.
    """
    own = middle.y + middle.height * (0.25 if side == "above" else 0.75)
    row = frame.y + HEAD / 2
    points = ((middle.x, own), (x, own), (x, row), (frame.x, row))
    return Line(points if side in ("above", "right") else tuple(reversed(points)), style)


def reach(frame: Box, middle: Box, side: Side, style: str) -> Line:
    """Join a group at the side to the document: what others do to it comes in from the left, what
    it does to others goes out to the right.
    """
    row, own = frame.y + HEAD / 2, middle.y + middle.height / 2
    if side == "left":
        edge = frame.x + frame.width
        return Line(
            ((edge, row), (edge + TRUNK / 2, row), (edge + TRUNK / 2, own), (middle.x, own)),
            style,
        )
    edge = middle.x + middle.width
    return Line(
        ((edge, own), (frame.x - TRUNK / 2, own), (frame.x - TRUNK / 2, row), (frame.x, row)),
        style,
    )
