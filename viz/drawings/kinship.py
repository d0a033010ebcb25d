"""The diagram of a document drawn (lược đồ): groups with their counts around one box, joined by
lines that never cross.

Wide, the middle document stands between what it rests on (above) and what rests on it (below),
with what changed or cites it on its left and what it changes or cites on its right. Narrow, all
groups stand in one column. Lines run along a trunk beside the groups, so that none passes through
a box.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.viz.drawings.drawing import BOLD, Box, Drawing, Line, Words, fitted
from luocdo.viz.drawings.kinship_lines import HEAD, TRUNK, reach, trunk
from luocdo.viz.drawings.opening import stretch
from luocdo.viz.words import line_in

if TYPE_CHECKING:
    from luocdo.graph.diagrams import Diagram, Kinship, Relative, Side

MOST = 60  # boxes that a picture holds; the rest is folded into counts
_FOLDED_GROUP = 4  # members that a group shows at least, where it has them
_BOX, _HIGH, _LINES = 230, 78, 4
_ACROSS = 3  # boxes beside one another in the middle column, at most
_MIDDLE = 300
_GAP, _PAD = 12, 12

Address = Callable[[str], str]
Opener = Callable[["Kinship", int], str]


@dataclass(frozen=True, slots=True)
class Links:
    """Where boxes lead: to a ``document`` by its id, and to a group ``opened``, so many of its
    members passed over.
    """

    document: Address
    opened: Opener


@dataclass(frozen=True, slots=True)
class _Placed:
    """The boxes and words of one group, the frame they stand in, and the style of its line."""

    boxes: tuple[Box, ...]
    words: tuple[Words, ...]
    frame: Box
    side: Side
    line: str


def kinship_drawing(
    diagram: Diagram, links: Links, *, lang: str = "vi", narrow: bool = False, after: int = 0
) -> Drawing:
    """Return the picture of ``diagram``; of the one group that was opened ``after`` members are
    passed over.
    """
    shown = allotted(diagram.kinships)
    painter = _Painter(links, int(lang == "en"), shown, after)
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
    """Places groups; ``shown`` says how many members of each are drawn, ``after`` how many come
    before them.
    """

    def __init__(self, links: Links, lang: int, shown: dict[int, int], after: int) -> None:
        self._links, self._lang, self._shown, self._after = links, lang, shown, after
        self._tongue = ("vi", "en")[lang]

    def wide(self, diagram: Diagram) -> Drawing:
        """Place the groups around the middle document."""
        sides = {
            side: self._of_side(diagram, side) for side in ("above", "below", "left", "right")
        }
        left = _BOX + 2 * _PAD + 2 * TRUNK if sides["left"] else 0
        columns = self._columns([*sides["above"], *sides["below"]])
        centre_width = max(_width(columns), _MIDDLE)
        x = left + TRUNK
        above = self._column(sides["above"], x, columns=columns)
        middle = self._middle(diagram, x + centre_width / 2, _end(above) + _GAP, _MIDDLE)
        start = middle.y + middle.height + 2 * _GAP
        below = self._column(sides["below"], x, start, columns=columns)
        flanks = [
            *self._column(sides["left"], 0),
            *self._column(sides["right"], x + centre_width + TRUNK),
        ]
        lines = [
            *(trunk(left + TRUNK / 2, one.frame, middle, one.side) for one in (*above, *below)),
            *(reach(one.frame, middle, one.side, one.line) for one in flanks),
        ]
        right = TRUNK + _BOX + 2 * _PAD if sides["right"] else 0
        return self._drawing(
            diagram, x + centre_width + right + 2, (middle, [*above, *below, *flanks]), lines
        )

    def narrow(self, diagram: Diagram) -> Drawing:
        """Place the groups one below the other, the middle document between those above and the
        others.
        """
        above = self._column(self._of_side(diagram, "above"), TRUNK)
        middle = self._middle(diagram, TRUNK + _width(1) / 2, _end(above) + _GAP, _width(1))
        others = [
            one for side in ("left", "right", "below") for one in self._of_side(diagram, side)
        ]
        below = self._column(others, TRUNK, middle.y + middle.height + 2 * _GAP)
        lines = [
            trunk(TRUNK / 2, one.frame, middle, one.side, one.line) for one in (*above, *below)
        ]
        return self._drawing(
            diagram, TRUNK + _BOX + 2 * _PAD + 2, (middle, [*above, *below]), lines
        )

    def _columns(self, kinships: list[tuple[int, Kinship]]) -> int:
        """Return how many boxes stand beside one another in groups above and below."""
        cells = [self._cells(one, number) for number, one in kinships]
        return min(_ACROSS, max(cells, default=1))

    def _drawing(
        self,
        diagram: Diagram,
        width: float,
        content: tuple[Box, list[_Placed]],
        lines: list[Line],
    ) -> Drawing:
        middle, placed = content
        frames = tuple(one.frame for one in placed)
        boxes = tuple(box for one in placed for box in one.boxes)
        words = tuple(word for one in placed for word in one.words)
        return Drawing(
            f"{('Lược đồ', 'Diagram')[self._lang]} {diagram.middle.name}",
            width,
            max(middle.y + middle.height, _end(placed)) + 2,
            (*frames, middle, *boxes),
            tuple(lines),
            words,
        )

    def _of_side(self, diagram: Diagram, side: Side) -> list[tuple[int, Kinship]]:
        return [(number, one) for number, one in enumerate(diagram.kinships) if one.side == side]

    def _cells(self, kinship: Kinship, number: int) -> int:
        """Return how many boxes a group has: its members that are shown, and one for the rest."""
        left = len(kinship.members) - self._after
        return min(self._shown[number], left) + (left > self._shown[number])

    def _column(
        self, kinships: list[tuple[int, Kinship]], x: float, y: float = 0, columns: int = 1
    ) -> list[_Placed]:
        """Place groups one below the other from ``y`` on."""
        placed: list[_Placed] = []
        for number, kinship in kinships:
            placed.append(self._group(kinship, number, x, y, columns=columns))
            y = _end(placed) + _GAP
        return placed

    def _middle(self, diagram: Diagram, centre: float, y: float, width: float) -> Box:
        one = diagram.middle
        lines = (
            *fitted(f"{one.name} · {one.date}", width, 1, BOLD),
            *fitted(one.title, width, 3),
            *fitted(line_in(diagram.force, self._tongue), width, 2),
        )
        return Box(
            centre - width / 2,
            y,
            width,
            24 + 16 * len(lines),
            lines,
            "middle",
            self._links.document(one.id),
            _told(one, self._lang),
        )

    def _group(
        self, kinship: Kinship, number: int, x: float, y: float, *, columns: int
    ) -> _Placed:
        members = kinship.members[self._after : self._after + self._shown[number]]
        passed = self._after + len(members)
        left = len(kinship.members) - passed
        cells = self._cells(kinship, number)
        rows = -(-cells // columns)
        frame = Box(x, y, _width(columns), HEAD + rows * (_HIGH + _GAP) - _GAP + _PAD, (), "frame")
        places = [
            (x + _PAD + at % columns * (_BOX + _GAP), y + HEAD + at // columns * (_HIGH + _GAP))
            for at in range(cells)
        ]
        boxes = [self._relative(one, *place) for one, place in zip(members, places, strict=False)]
        if left:
            more = (f"+{left} nữa", f"+{left} more")[self._lang]
            whole = len(self._shown) == 1  # a group that stands alone has begun already
            opened = self._links.opened(kinship, passed if whole else 0)
            boxes.append(Box(*places[-1], _BOX, _HIGH, (more,), "more", opened))
        told = f"{kinship.title[self._lang]} ({len(kinship.members)})"
        told += stretch(self._after, len(members), len(kinship.members))
        heading = Words(x + _PAD, y + 18, told, "heading")
        return _Placed(tuple(boxes), (heading,), frame, kinship.side, _line_style(kinship))

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
        own = fitted(one.name, _BOX, 2, BOLD)
        lines = (*own, *fitted(f"{one.date} {one.title}", _BOX, _LINES - len(own)))
        href, told = self._links.document(one.id), _told(one, self._lang)
        return Box(x, y, _BOX, _HIGH, lines, style, href, told, bold=len(own))


def _line_style(kinship: Kinship) -> str:
    if kinship.relation == "CITES":
        return "cites"
    return "change" if kinship.side in ("left", "right") else "tie"


def _end(placed: list[_Placed]) -> float:
    """Return where groups that stand one below the other, or beside one another, end."""
    return max((one.frame.y + one.frame.height for one in placed), default=0.0)


def _width(columns: int) -> float:
    """Return how wide the frame of so many boxes beside one another is."""
    return (_BOX + _GAP) * columns - _GAP + 2 * _PAD


def _told(one: Relative, english: int) -> str:
    marks = [
        words[english]
        for words, holds in (
            (("chưa nạp", "not loaded"), not one.loaded),
            (("hết hiệu lực", "no longer in force"), one.ended),
            (("dự thảo", "draft"), one.draft),
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
