"""The diagram of a document drawn (lược đồ): groups with their counts around one box, joined by
lines that never cross.

Wide, the middle document stands between what it rests on (above) and what rests on it (below),
with what changed it on its left and what it changes on its right. Narrow, all groups stand in one
column. Lines run along a trunk beside the groups, so that none passes through a box.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.viz.drawings.drawing import BOLD, Box, Drawing, Line, Words, fitted

if TYPE_CHECKING:
    from luocdo.graph.diagrams import Diagram, Kinship, Relative, Side

MOST = 60  # boxes that a picture holds; the rest is folded into counts
_FOLDED_GROUP = 4  # members that a group shows at least, where it has them
_BOX, _HIGH = 230, 62
_ACROSS = 3  # boxes beside one another in the middle column, at most
_MIDDLE = 300
_GAP, _HEAD, _PAD = 12, 26, 12
_TRUNK = 26

Address = Callable[[str], str]
Opener = Callable[["Kinship"], str]


@dataclass(frozen=True, slots=True)
class Links:
    """Where boxes lead: to a ``document`` by its id, and to a group ``opened`` as a whole."""

    document: Address
    opened: Opener


@dataclass(frozen=True, slots=True)
class _Placed:
    """The boxes and words of one group, and the frame they stand in."""

    boxes: tuple[Box, ...]
    words: tuple[Words, ...]
    frame: Box


def kinship_drawing(
    diagram: Diagram, links: Links, *, lang: str = "vi", narrow: bool = False
) -> Drawing:
    """Return the picture of ``diagram``."""
    shown = allotted(diagram.kinships)
    painter = _Painter(links, int(lang == "en"), shown)
    return painter.narrow(diagram) if narrow else painter.wide(diagram)


def allotted(kinships: tuple[Kinship, ...], most: int = MOST) -> dict[int, int]:
    """Share ``most`` boxes among groups: small groups whole, the rest alike; group number ->
    boxes.
    """
    room, given = most, {}
    for rank, at in enumerate(
        sorted(range(len(kinships)), key=lambda at: len(kinships[at].members))
    ):
        fair = max(_FOLDED_GROUP, room // (len(kinships) - rank))
        given[at] = min(len(kinships[at].members), fair)
        room -= given[at]
    return given


class _Painter:
    """Places groups; ``shown`` says how many members of each are drawn."""

    def __init__(self, links: Links, lang: int, shown: dict[int, int]) -> None:
        self._links, self._lang, self._shown = links, lang, shown

    def wide(self, diagram: Diagram) -> Drawing:
        """Place the groups around the middle document."""
        sides = {
            side: self._of_side(diagram, side) for side in ("above", "below", "left", "right")
        }
        left = _BOX + 2 * _PAD + 2 * _TRUNK if sides["left"] else 0
        columns = max(
            [
                min(_ACROSS, self._cells(one, number))
                for number, one in (*sides["above"], *sides["below"])
            ],
            default=1,
        )
        centre_width = max(_width(columns), _MIDDLE)
        placed: list[_Placed] = []
        y = 0.0
        for number, kinship in sides["above"]:
            placed.append(self._group(kinship, number, left + _TRUNK, y, columns=columns))
            y = placed[-1].frame.y + placed[-1].frame.height + _GAP
        above = len(placed)
        flanks = {
            side: self._column(sides[side], x)
            for side, x in (("left", 0), ("right", left + _TRUNK + centre_width + _TRUNK))
        }
        tallest = max(
            (flank[-1].frame.y + flank[-1].frame.height for flank in flanks.values() if flank),
            default=0,
        )
        middle = self._middle(diagram, left + _TRUNK + centre_width / 2, y + _GAP, _MIDDLE)
        for number, kinship in sides["below"]:
            start = (
                placed[-1].frame.y + placed[-1].frame.height + _GAP
                if len(placed) > above
                else middle.y + middle.height + 2 * _GAP
            )
            placed.append(self._group(kinship, number, left + _TRUNK, start, columns=columns))
        lines = [
            _trunk(left + _TRUNK / 2, one.frame, middle, upwards=at < above)
            for at, one in enumerate(placed)
        ]
        for side, flank in flanks.items():
            lines += [_reach(one.frame, middle, side) for one in flank]
            placed += flank
        height = max(
            tallest,
            middle.y + middle.height,
            *(one.frame.y + one.frame.height for one in placed),
            0,
        )
        right = _TRUNK + _BOX + 2 * _PAD if sides["right"] else 0
        return _drawing(
            diagram, left + _TRUNK + centre_width + right + 2, height + 2, (middle, placed), lines
        )

    def narrow(self, diagram: Diagram) -> Drawing:
        """Place the groups one below the other, the middle document between those above and the
        others.
        """
        placed: list[_Placed] = []
        y, x = 0.0, _TRUNK
        for number, kinship in self._of_side(diagram, "above"):
            placed.append(self._group(kinship, number, x, y, columns=1))
            y = placed[-1].frame.y + placed[-1].frame.height + _GAP
        above = len(placed)
        middle = self._middle(diagram, x + _width(1) / 2, y + _GAP, _width(1))
        y = middle.y + middle.height + 2 * _GAP
        for side in ("left", "right", "below"):
            for number, kinship in self._of_side(diagram, side):
                placed.append(self._group(kinship, number, x, y, columns=1))
                y = placed[-1].frame.y + placed[-1].frame.height + _GAP
        lines = [
            _trunk(_TRUNK / 2, one.frame, middle, upwards=at < above)
            for at, one in enumerate(placed)
        ]
        return _drawing(diagram, x + _BOX + 2 * _PAD + 2, y + 2, (middle, placed), lines)

    def _of_side(self, diagram: Diagram, side: Side) -> list[tuple[int, Kinship]]:
        return [(number, one) for number, one in enumerate(diagram.kinships) if one.side == side]

    def _cells(self, kinship: Kinship, number: int) -> int:
        """Return how many boxes a group has: its members that are shown, and one for the rest."""
        return self._shown[number] + (len(kinship.members) > self._shown[number])

    def _column(self, kinships: list[tuple[int, Kinship]], x: float) -> list[_Placed]:
        placed: list[_Placed] = []
        y = 0.0
        for number, kinship in kinships:
            placed.append(self._group(kinship, number, x, y, columns=1))
            y = placed[-1].frame.y + placed[-1].frame.height + _GAP
        return placed

    def _middle(self, diagram: Diagram, centre: float, y: float, width: float) -> Box:
        one = diagram.middle
        lines = (
            *fitted(f"{one.name} · {one.date}", width, 1, BOLD),
            *fitted(one.title, width, 3),
            *fitted(diagram.force, width, 2),
        )
        return Box(
            centre - width / 2,
            y,
            width,
            24 + 16 * len(lines),
            lines,
            "middle",
            self._links.document(one.id),
            _told(one),
        )

    def _group(
        self, kinship: Kinship, number: int, x: float, y: float, *, columns: int
    ) -> _Placed:
        members = kinship.members[: self._shown[number]]
        left = len(kinship.members) - len(members)
        cells = self._cells(kinship, number)
        rows = -(-cells // columns)
        frame = Box(
            x, y, _width(columns), _HEAD + rows * (_HIGH + _GAP) - _GAP + _PAD, (), "frame"
        )
        places = [
            (x + _PAD + at % columns * (_BOX + _GAP), y + _HEAD + at // columns * (_HIGH + _GAP))
            for at in range(cells)
        ]
        boxes = [self._relative(one, *place) for one, place in zip(members, places, strict=False)]
        if left:
            more = (f"+{left} nữa", f"+{left} more")[self._lang]
            opened = self._links.opened(kinship)
            boxes.append(Box(*places[-1], _BOX, _HIGH, (more,), "more", opened))
        heading = Words(
            x + _PAD, y + 18, f"{kinship.title[self._lang]} ({len(kinship.members)})", "heading"
        )
        return _Placed(tuple(boxes), (heading,), frame)

    def _relative(self, one: Relative, x: float, y: float) -> Box:
        style = " ".join(
            name
            for name, holds in (
                ("cited", not one.loaded),
                ("ended", one.ended),
                ("draft", one.draft),
            )
            if holds
        )
        lines = (*fitted(one.name, _BOX, 1, BOLD), *fitted(f"{one.date} {one.title}", _BOX, 2))
        return Box(x, y, _BOX, _HIGH, lines, style, self._links.document(one.id), _told(one))


def _width(columns: int) -> float:
    """Return how wide the frame of so many boxes beside one another is."""
    return (_BOX + _GAP) * columns - _GAP + 2 * _PAD


def _told(one: Relative) -> str:
    marks = [
        words
        for words, holds in (
            ("chưa nạp", not one.loaded),
            ("hết hiệu lực", one.ended),
            ("dự thảo", one.draft),
        )
        if holds
    ]
    pieces = (
        one.name,
        one.date,
        one.title,
        ", ".join(marks),
        f"«{one.quote}»" if one.quote else "",
    )
    return " · ".join(piece for piece in pieces if piece)


def _trunk(x: float, frame: Box, middle: Box, *, upwards: bool) -> Line:
    """Join a group of the middle column to the document by a trunk on their left; the arrow says
    what rests on what.
    """
    side, own = frame.y + _HEAD / 2, middle.y + middle.height / 2
    points = ((middle.x, own), (x, own), (x, side), (frame.x, side))
    return Line(points if upwards else tuple(reversed(points)), "tie")


def _reach(frame: Box, middle: Box, side: str) -> Line:
    """Join a group at the side to the document: changes come in from the left, and go out to the
    right.
    """
    row, own = frame.y + _HEAD / 2, middle.y + middle.height / 2
    if side == "left":
        edge = frame.x + frame.width
        return Line(
            ((edge, row), (edge + _TRUNK / 2, row), (edge + _TRUNK / 2, own), (middle.x, own)),
            "change",
        )
    edge = middle.x + middle.width
    return Line(
        ((edge, own), (frame.x - _TRUNK / 2, own), (frame.x - _TRUNK / 2, row), (frame.x, row)),
        "change",
    )


def _drawing(
    diagram: Diagram,
    width: float,
    height: float,
    content: tuple[Box, list[_Placed]],
    lines: list[Line],
) -> Drawing:
    middle, placed = content
    frames = tuple(one.frame for one in placed)
    boxes = tuple(box for one in placed for box in one.boxes)
    words = tuple(word for one in placed for word in one.words)
    return Drawing(
        f"Lược đồ {diagram.middle.name}",
        width,
        height,
        (*frames, middle, *boxes),
        tuple(lines),
        words,
    )
