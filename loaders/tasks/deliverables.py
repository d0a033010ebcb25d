"""Products of a cell, one for each printed item (sản phẩm, gạch đầu dòng)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.records import DeliverableRecord
from luocdo.loaders.tables.cells import CellText

if TYPE_CHECKING:
    from luocdo.graph.records import Reading
    from luocdo.loaders.text.page import Page, Span

_CAPITAL = r"[A-ZĐÀ-ỸÁÂĂÊÔƠƯ0-9“\"(]"
_BULLET = re.compile(r"[-–+•]\s+(?=\S)")
# A bullet within the cell: behind a stop or a line feed; in a cell that begins with a bullet,
# before any capital.
_NEXT = re.compile(rf"(?:(?<=[.;:?!…])|\n)\s*[-–+•]\s+(?={_CAPITAL})")
_NEXT_LOOSE = re.compile(
    rf"(?<!\d)\s+[-–+•]\s+(?={_CAPITAL})|(?<=[.;])\s*[-–+•]\s+(?=\S)|\n\s*[-–+•]\s+(?=\S)"
)
_LINE = re.compile(rf"\n+\s*(?={_CAPITAL})")
_DOCUMENTS = (
    r"(?:Thông tư|Nghị định|Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Đề án|Báo cáo|Văn bản|Luật|Công"
    r" văn|Quy chế|Quy định)"
)
_SENTENCES = re.compile(rf"(?<=[.;])\s+(?={_DOCUMENTS}\b)")
_ENDS = " \n\t-–+•"


def read_deliverables(
    page: Page, pieces: tuple[Span, ...], place: str, reading: Reading = "stated"
) -> tuple[DeliverableRecord, ...]:
    """Read the products of a cell whose ``pieces`` may lie on several pages."""
    cell = CellText.of(page, pieces)
    records = []
    for start, end in _items(cell):
        spans = cell.spans(*_bare(cell.letters, start, end))
        words = " ".join(page.text(span) for span in spans)
        if words.strip(_ENDS + ".;,"):
            records.append(
                DeliverableRecord(
                    text=words, evidence=page.evidence(place, *spans, reading=reading)
                )
            )
    return tuple(records)


def _bare(letters: str, start: int, end: int) -> tuple[int, int]:
    """Leave out blanks, bullets and a closing semicolon at the ends."""
    piece = letters[start:end]
    lead = len(piece) - len(piece.lstrip(_ENDS))
    return start + lead, start + len(piece.rstrip(_ENDS + ";"))


def _items(cell: CellText) -> list[tuple[int, int]]:
    cuts = sorted(
        {
            0,
            *_bullets(cell.letters),
            *_lines(cell.letters),
            *_pages(cell),
            *_documents(cell.letters),
        }
    )
    return list(zip(cuts, [*cuts[1:], len(cell.letters)], strict=True))


def _bullets(letters: str) -> list[int]:
    pattern = _NEXT_LOOSE if _BULLET.match(letters.lstrip()) else _NEXT
    return [found.start() for found in pattern.finditer(letters) if found.start()]


def _lines(letters: str) -> list[int]:
    return [
        found.start()
        for found in _LINE.finditer(letters)
        if letters[: found.start()].rstrip()[-1:] in {".", ";"}
    ]


def _pages(cell: CellText) -> list[int]:
    """A piece on the next page is an item of its own when it begins a sentence behind
    a full stop.
    """
    cuts = []
    for at in range(1, len(cell.letters)):
        if cell.piece_start(at):
            rest = cell.letters[at:].lstrip()
            fresh = rest[:1].isupper() and cell.letters[:at].rstrip()[-1:] in {".", ";"}
            if fresh or _BULLET.match(rest):
                cuts.append(at)
    return cuts


def _documents(letters: str) -> list[int]:
    """Sentences that each name a document ("Thông tư … được ban hành. Thông tư … được ban hành")
    are items.
    """
    if re.match(rf"\s*{_DOCUMENTS}\b", letters) is None or _BULLET.match(letters.lstrip()):
        return []
    return [found.start() for found in _SENTENCES.finditer(letters)]
