"""The text of one cell (ô), traceable to the page although its pieces may lie on several pages;
what it names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.records import Relation, UnitMention
from luocdo.graph.text import fold
from luocdo.graph.units.pieces import LONGEST_NAME
from luocdo.graph.vocabulary import Meaning, value_of
from luocdo.loaders.tables.cuts import is_unfinished
from luocdo.loaders.tables.grid import cell_letters
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.pipeline import CITATIONS

if TYPE_CHECKING:
    from luocdo.graph.records import Reading, Value
    from luocdo.loaders.context import ReadingContext

_UNIT_WORDS = (
    "Bộ|Sở|Vụ|Cục|Chi cục|Tổng cục|Ban|Các|Văn phòng|UBND|Ủy ban|HĐND|Hội|Công an|Viện|Trường|Học"
    " viện|Đại học|Đài|Báo|Tỉnh|Thành phố|Thanh tra|Tòa án|Phòng|Trung tâm|Ngân hàng|Kho"
    " bạc|Thuế|Bảo hiểm|Mặt trận|Liên đoàn|Đoàn|Tập đoàn|Tổng công ty|Công ty|Doanh nghiệp|Đơn"
    " vị|Cơ quan|Chủ tịch|Bộ trưởng"
)
# A line end within a cell parts two units where the next line begins with the word for a kind of
# unit.
_LINE_END = re.compile(
    rf"(?<![;,\s])(?<!và)(?<!thuộc)(?<!của)(?P<gap>[ \t]*)\n(?=\s*(?:{_UNIT_WORDS})\b)",
)
_LAST_NAME = re.compile(r"[^;,\n]*\Z")
# What a unit is to do in the task is no part of its name: "Bộ … với các tiêu chuẩn …; các bộ với
# …".
_SCOPE = re.compile(
    r"(?<!hợp)\s+(?:đối\s+)?với\s+[^;\n]*|^\s*[Pp]hối\s+hợp(?:\s+với)?\s*:?(?=\s)"
    r"|\((?:chủ\s+trì|phối\s+hợp|phần|về|theo|nếu|mạng\s+lưới|đối\s+với)\b[^()]*\)",
)
_POINTS = re.compile(
    r"(?i)\s*(?:(?:các\s+)?(?:cơ\s+quan|đơn\s+vị)\s+(?:được\s+)?(?:phân\s+công|giao|nêu)\s+(?:tại|theo|trong)"
    r"|(?:thực\s+hiện\s+)?(?:theo|như))\s"
)
_SLASH = re.compile(r"/(?=\s*(?:các|những|tất cả)\s)", re.IGNORECASE)
_BETWEEN_UNITS = re.compile(
    r"/(?=\s*(?:Bộ|Sở|Vụ|Cục|Chi cục|Ban|Văn phòng|UBND|Ủy ban|Công an|Viện|Trường|Trung"
    r" tâm|Hội)\s+\S)"
)
_WORD_BEFORE = re.compile(r"\S\s")
_CLASS = re.compile(r"(?:Các|Những|Tất cả)\s")
_STUBS = frozenset({"", "bo", "so", "vu", "cuc", "ban", "uy ban", "ubnd", "phong", "cac", "va"})
_LIST_MARK = re.compile(r"(?:^|\n|(?<=[;,.]))\s*(?:[-+•]|\(?\d{1,2}[.)])\s+(?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class CellText:
    """The ``letters`` of a cell, each traceable to its piece; pieces are joined by a blank."""

    page: Page
    pieces: tuple[Span, ...]
    letters: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, page: Page, pieces: tuple[Span, ...]) -> CellText:
        """Read ``pieces`` of one cell."""
        starts, at = [], 0
        for piece in pieces:
            starts.append(at)
            at += piece.end - piece.start + 1
        return cls(page, pieces, cell_letters(page, pieces), tuple(starts))

    def words(self, start: int, end: int) -> str:
        """Return the words between two positions of ``letters``."""
        return " ".join(self.letters[start:end].split())

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return where the letters from ``start`` to ``end`` stand in the page."""
        found: list[Span] = []
        for piece, at in zip(self.pieces, self.starts, strict=True):
            first, last = max(start, at), min(end, at + piece.end - piece.start)
            if first < last:
                found.append(
                    self.page.trim(Span(piece.start + first - at, piece.start + last - at))
                )
        return tuple(span for span in found if span)

    def piece_start(self, position: int) -> bool:
        """Return whether a new piece begins at ``position``."""
        return position > 0 and self.starts[bisect_right(self.starts, position) - 1] == position


def _semicolon(mark: re.Match[str]) -> str:
    """Print a bullet as the semicolon between two units, as long as the bullet; the first one as
    blanks.
    """
    size = len(mark.group())
    return ";".rjust(size) if mark.start() else " " * size


def _blanks(mark: re.Match[str]) -> str:
    return " " * len(mark.group())


def _line_end(end: re.Match[str]) -> str:
    """Print the end of a line as a semicolon, unless a post or who acts for a body stands before:
    both lines are one name.
    """
    before = _LAST_NAME.search(end.string, max(0, end.start() - LONGEST_NAME), end.start())
    words = before.group() if before else ""
    parted = (
        value_of(Meaning.POST, words) is None and value_of(Meaning.LEADING_ORGAN, words) is None
    )
    return f"{end['gap']}{';' if parted else ' '}"


def _slash(slash: re.Match[str]) -> str:
    """Print a slash as a semicolon where two words or more stand before it: "Sở Nội vụ/Sở Y tế",
    not "Vụ/Cục".
    """
    before = re.split("[;,/]", slash.string[max(0, slash.start() - LONGEST_NAME) : slash.start()])[
        -1
    ]
    return ";" if _WORD_BEFORE.search(before) else "/"


def separated(letters: str) -> str:
    """Return ``letters`` of a cell of units with a semicolon where list, line or slash parts two;
    same length.
    """
    letters = _LINE_END.sub(_line_end, _LIST_MARK.sub(_semicolon, letters))
    letters = _BETWEEN_UNITS.sub(_slash, _SLASH.sub(";", letters))
    return _SCOPE.sub(_blanks, letters)


def _parted_by_pages(cell: CellText) -> str:
    """Return `separated` letters of ``cell``, with a semicolon too where a page parts
    two units.
    """
    letters = separated(cell.letters)
    for start in cell.starts[1:]:
        if _CLASS.match(letters, start) and not is_unfinished(letters[: start - 1]):
            letters = f"{letters[: start - 1]};{letters[start:]}"
    return letters


def points_elsewhere(cell: CellText) -> bool:
    """Tell a cell that names no unit but the document that does: "Theo phân công tại Quyết định số
    7/QĐ-UBND".
    """
    if _POINTS.match(cell.letters) is None:
        return False
    return any(True for piece in cell.pieces for _ in cell.page.found(CITATIONS, piece))


def unit_relations(
    context: ReadingContext,
    kind: str,
    pieces: tuple[Span, ...],
    place: str,
    reading: Reading = "stated",
    properties: dict[str, Value] | None = None,
) -> tuple[Relation, ...]:
    """Return an edge of type ``kind`` to each unit that a cell names."""
    cell = CellText.of(context.page, pieces)
    if points_elsewhere(cell):
        return ()
    letters = _parted_by_pages(cell)
    relations = []
    for unit in context.units_in(letters):
        printed = " ".join(unit.text.split())
        if fold(printed) in _STUBS:  # a name that the page cuts off: "…, Bộ Tài chính, Bộ"
            continue
        evidence = context.page.evidence(place, *pieces, printed=printed, reading=reading)
        mention = UnitMention(as_printed=printed, name=unit.name)
        relations.append(
            Relation(type=kind, target=mention, evidence=evidence, properties=properties or {})
        )
    return tuple(relations)
