"""Tables without rulings (bảng không kẻ): words that stand in columns below a row of headings.

The heading says where columns are: wide gaps part its words. A gap stays one as long as no line
below crosses it; a line that crosses one is a heading within the table, several in a row end it.
Where numbers are printed each begins a row. The boxes made here are those that a drafter would
have ruled; which cells are merged nobody can see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning, value_of
from luocdo.loaders.formats.lines import rows_of_words
from luocdo.loaders.formats.ruled import RuledCell, RuledTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from luocdo.loaders.formats.lines import PageWords, Word

Line = list["Word"]
Gap = tuple[float, float]
_LEAST_COLUMNS = 3
_WIDE = 8.0  # points: more than between two words of one cell
_STILL = 6.0  # points that must stay free of a gap: more than between two words
_MOST_ACROSS = 2  # lines in a row that cross gaps
_NEAR = 2.6  # heights of a line: how far the next line of a heading lies
_SET_APART = 1.5  # heights of a line
_LOOSE = 1.2  # of the least step between lines: the next row begins
_MARGIN = 1.0
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Za-zđĐ])[.)]?")
_RECIPIENTS = "noi nhan"
_LABELS = (Meaning.LABEL_LEAD, Meaning.LABEL_COORDINATE)
_TELLING = frozenset(
    {"tt", "stt", "thứ", "trì", "hiện", "trách", "mối"}
)  # one of these stands in every heading read here


@dataclass(frozen=True, slots=True)
class _Region:
    """The lines of a table, from its heading on, and the gaps between its columns; ``ends`` tells
    that the page does too.
    """

    lines: tuple[Line, ...]
    gaps: tuple[Gap, ...]
    heading: int  # how many of the lines
    ends: bool


def with_unruled(pages: Iterable[PageWords]) -> Iterator[PageWords]:
    """Yield ``pages`` with the tables that stand in columns beside those that are ruled."""
    above: _Region | None = None
    for page in pages:
        region = _region(page) or (above and _continued(page, above))
        table = _table(region, page) if region else None
        yield page if table is None else replace(page, tables=(*page.tables, table))
        above = region if region and region.ends else None


def _lines(page: PageWords) -> list[Line]:
    boxes = [cell.box for table in page.tables for cell in table.cells]
    return rows_of_words(word for word in page.words if not any(word.within(box) for box in boxes))


def _region(page: PageWords) -> _Region | None:
    """Find the table below the first line that names columns."""
    if not any(word.text.strip(".:").lower() in _TELLING for word in page.words):
        return None
    lines = _lines(page)
    for at, line in enumerate(lines):
        if not _names_columns(line):
            continue
        first, behind = _heading(lines, at)
        gaps = _gaps(
            sorted((word for one in lines[first:behind] for word in one), key=lambda word: word.x0)
        )
        region = _grown(lines, first, behind, gaps) if len(gaps) >= _LEAST_COLUMNS - 1 else None
        if region and len(region.lines) > behind - first:
            return _refined(region)
    return None


def _names_columns(line: Line) -> bool:
    """Tell a line of headings: at least three groups of words, the first counts rows or one is the
    label of a role.
    """
    edges = [0.0, *(start for start, _ in _gaps(line)), float("inf")]
    names = [
        " ".join(w.text for w in line if left <= w.x0 < right) for left, right in pairwise(edges)
    ]
    if len(names) < _LEAST_COLUMNS:
        return False
    counted = value_of(Meaning.COLUMN_CODE, names[0].strip(".")) == "order"
    return counted or any(value_of(label, name) is not None for label in _LABELS for name in names)


def _refined(region: _Region) -> _Region:
    """Part the columns below a heading that spreads over several: a line of the heading and all
    rows keep them apart.
    """
    heading, rows = region.lines[: region.heading], region.lines[region.heading :]
    sides = _sides(region)
    gaps: list[Gap] = []
    for column, (left, right) in enumerate(pairwise(sides)):
        gaps += region.gaps[column - 1 : column] if column else ()
        found = [
            (len(_gaps(inner)), at)
            for at, line in enumerate(heading)
            if len(inner := _inside(line, left, right)) > 1
        ]
        parts, at = max(found, default=(0, 0))
        if not at or not parts:
            continue
        kept: tuple[Gap, ...] | None = _gaps(_inside(heading[at], left, right))
        for line in rows:
            kept = _narrowed(kept, _inside(line, left, right)) if kept else kept
        if kept:
            gaps += kept
    return replace(region, gaps=tuple(gaps))


def _inside(line: Line, left: float, right: float) -> Line:
    return [word for word in line if left <= (word.x0 + word.x1) / 2 < right]


def _gaps(words: Sequence[Word]) -> tuple[Gap, ...]:
    """Return the wide stretches that ``words``, from left to right, leave free."""
    found = []
    right = words[0].x1
    for word in words[1:]:
        if word.x0 - right >= _WIDE:
            found.append((right, word.x0))
        right = max(right, word.x1)
    return tuple(found)


def _heading(lines: Sequence[Line], at: int) -> tuple[int, int]:
    """Return where the heading begins and ends: its cells may have more lines than the one that
    names the numbers.
    """
    edge = lines[at][0].x1
    first, behind = at, at + 1
    while first and _near(lines[first - 1], lines[first]) and lines[first - 1][0].x0 > edge:
        first -= 1
    while (
        behind < len(lines)
        and _near(lines[behind - 1], lines[behind])
        and lines[behind][0].x0 > edge
    ):
        behind += 1
    return first, behind


def _narrowed(gaps: Sequence[Gap], line: Line) -> tuple[Gap, ...] | None:
    """Return what the words of ``line`` leave of ``gaps``; None where one of them is crossed."""
    found = []
    for start, end in gaps:
        left = max([start, *(word.x1 for word in line if word.x0 < start)])
        inside = [word for word in line if word.x1 > left and word.x0 < end]
        if not inside:
            found.append((left, end))
            continue
        pieces = [(left, inside[0].x0), *_between(inside), (inside[-1].x1, end)]
        widest = max(pieces, key=lambda piece: piece[1] - piece[0])
        if widest[1] - widest[0] < _STILL:
            return None
        found.append(widest)
    return tuple(found)


def _between(words: Sequence[Word]) -> list[Gap]:
    """Return the free stretches between ``words`` of a line."""
    return [(left.x1, right.x0) for left, right in pairwise(words)]


def _near(above: Line, below: Line) -> bool:
    height = below[0].bottom - below[0].top
    return below[0].bottom - above[0].bottom < _NEAR * height


def _grown(lines: Sequence[Line], first: int, behind: int, gaps: tuple[Gap, ...]) -> _Region:
    """Take in the lines from ``first`` on for as long as they keep to the columns; the heading
    ends before ``behind``.
    """
    kept: list[Line] = []
    across: list[Line] = []
    for line in lines[first:]:
        if _closes_document(line):
            break
        narrowed = _narrowed(gaps, line)
        if narrowed is None:
            across.append(line)
            if len(across) > _MOST_ACROSS:
                break
            continue
        kept += [*across, line]
        across, gaps = [], narrowed
    return _Region(tuple(kept), gaps, behind - first, ends=not across)


def _closes_document(line: Line) -> bool:
    """Tell the line with which recipients or a signature begin ("Nơi nhận:", "TM. …")."""
    signed = any(
        word.text.isupper() and value_of(Meaning.CAPACITY, word.text.removesuffix(".")) is not None
        for word in line
        if word.text.endswith(".") or "/" in word.text
    )
    return signed or fold(" ".join(word.text for word in line)).startswith(_RECIPIENTS)


def _continued(page: PageWords, above: _Region) -> _Region | None:
    """Return the rest of a table on the next page, where its lines keep to the same columns."""
    lines = _lines(page)
    if not lines or page.tables:
        return None
    region = _grown(lines, 0, 0, above.gaps)
    numbered = any(
        line[0].x0 < above.gaps[0][0] and _NUMBER.fullmatch(line[0].text) for line in region.lines
    )
    return region if numbered and region.lines[0] is lines[0] else None


def _table(region: _Region, page: PageWords) -> RuledTable:
    sides = [*_sides(region)[:-1], page.width]
    starts = _rows(region)
    tops = [min(word.top for word in region.lines[at]) - _MARGIN for at in starts]
    bottoms = [*tops[1:], max(word.bottom for word in region.lines[-1]) + _MARGIN]
    cells = []
    for row, (start, end) in enumerate(zip(starts, [*starts[1:], len(region.lines)], strict=True)):
        firsts = _cells(region, region.lines[start:end])
        for column, behind in pairwise([*firsts, len(sides) - 1]):
            box = (sides[column], tops[row], sides[behind], bottoms[row])
            cells.append(RuledCell(row, column, 1, behind - column, box))
    return RuledTable(tuple(cells), len(starts), len(sides) - 1, tuple(sides[:-1]), ruled=False)


def _begins(region: _Region, at: int) -> bool:
    """Return whether a row begins with the line ``at``: a word stands in the first column, or it
    crosses them.
    """
    line = region.lines[at]
    return line[0].x0 < region.gaps[0][0] or _narrowed(region.gaps, line) is None


def _leading(region: _Region) -> float:
    """Return the step between two lines of one cell: the least of the table, but no more than
    print is set apart.
    """
    height = max(word.bottom - word.top for word in region.lines[0])
    steps = (below[0].bottom - above[0].bottom for above, below in pairwise(region.lines))
    return min((_SET_APART * height, *steps))


def _rows(region: _Region) -> list[int]:
    """Return the lines with which rows begin; of the heading only where a wide step
    stands above.
    """
    leading = _leading(region) * _LOOSE
    found = [0]
    for at in range(1, len(region.lines)):
        line = region.lines[at]
        wide = line[0].bottom - region.lines[at - 1][0].bottom > leading
        if (wide and _is_further(region, at)) or (at >= region.heading and _begins(region, at)):
            found.append(at)
    return found


def _is_further(region: _Region, at: int) -> bool:
    """Return whether a line set apart is a row: of headings, or one that leaves out the words of
    the row above.
    """
    sides = _sides(region)
    filled = [bool(_inside(region.lines[at], left, right)) for left, right in pairwise(sides)]
    counted = not any(
        _inside(line, *sides[:2]) and len(_inside(line, *sides[:2])) > 1 for line in region.lines
    )
    return at < region.heading or not counted or (not filled[1] and sum(filled) > 1)


def _sides(region: _Region) -> list[float]:
    return [0.0, *((start + end) / 2 for start, end in region.gaps), float("inf")]


def _cells(region: _Region, lines: Sequence[Line]) -> list[int]:
    """Return the columns in which the cells of a row begin: a gap that a line crosses lies within
    a cell.
    """
    crossed = {
        at + 1
        for line in lines
        for at, gap in enumerate(region.gaps)
        if _narrowed((gap,), line) is None
    }
    return [column for column in range(len(region.gaps) + 1) if column not in crossed]
