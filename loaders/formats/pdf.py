"""PDF files: text lines and ruled tables of each page; stamps and page numbers dropped, digital signatures kept.

A table cut by a page goes on in the next one: the readers of tables join what the page cut. A file without a text layer
is a scan and goes to the OCR reader.
"""

from __future__ import annotations

import io
import re
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from luocdo.graph.errors import SourceError
from luocdo.loaders.formats.rendering import Block, Cell, Grid, Line, render
from luocdo.loaders.formats.signatures import signature_lines
from luocdo.loaders.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfplumber.page import Page as PdfPage

MOST_PAGES = 2000
_LEADING = 14  # points: the next line of the same column
_PAGE_NUMBER = re.compile(r"^\s*(?:trang\s+)?-?\s*\d{1,4}\s*-?(?:\s*/\s*\d{1,4})?\s*$", re.IGNORECASE)
_STAMP = re.compile(r"(?i)^\s*(?:người ký|ký bởi|email|cơ quan|thời gian ký|ngày ký|chữ ký số)\s*:")
_FEW_LETTERS = 30
_TABLES = {
    "vertical_strategy": "lines",
    "horizontal_strategy": "lines",
    "snap_tolerance": 4,
    "intersection_tolerance": 5,
}
_TOP_MARGIN = 0.09
_BOTTOM_MARGIN = 0.93


def read(name: str, data: bytes) -> Source:
    """Read a PDF file.

    Raises:
        SourceError: it is broken or needs a password, or is a scan and no OCR is installed.
    """
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                raise SourceError(name, f"tệp PDF có {len(document.pages)} trang, nhiều nhất {MOST_PAGES}")
            letters, blocks = 0, []
            for page in document.pages:
                letters += len(page.chars)
                blocks += list(_page(page))
                page.close()
            if letters < _FEW_LETTERS * len(document.pages):
                return _scanned(name, data)
            signed = signature_lines(document.doc)
    except (
        PDFPasswordIncorrect,
        PdfminerException,
        PDFException,
        RecursionError,
        ValueError,
        KeyError,
        TypeError,
    ) as error:
        raise SourceError(name, _reason(error)) from error
    return Source(name, render([*blocks, *(Line(line) for line in signed)]), sha256(data).hexdigest(), "pdf")


def _reason(error: BaseException) -> str:
    causes = (error, *getattr(error, "args", ()), error.__cause__)
    locked = any(isinstance(cause, PDFPasswordIncorrect) for cause in causes)
    return "tệp PDF có mật khẩu; hãy lưu lại không mật khẩu" if locked else "tệp PDF bị hỏng"


def _scanned(name: str, data: bytes) -> Source:
    from luocdo.loaders.formats import scan  # noqa: PLC0415 - the OCR is optional

    return scan.read(name, data)


def _page(page: PdfPage) -> Iterator[Block]:
    """Yield lines and tables from top to bottom."""
    tables = [table for table in page.find_tables(_TABLES) if len(table.cells) > 1]
    boxes = [table.bbox for table in tables]
    outside = page.filter(lambda thing: not any(_within(thing, box) for box in boxes)) if boxes else page
    pieces: list[tuple[float, Block]] = [(table.bbox[1], _grid(page, table)) for table in tables]
    pieces += [(float(line["top"]), Line(line["text"])) for line in _lines(outside) if not _furniture(line, page)]
    yield from (block for _, block in sorted(pieces, key=lambda piece: piece[0]))
    yield Line("")


def _lines(page: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a page or a part of one
    """Return the lines, columns side by side (letterhead, signature) as lines of their own, left column first."""
    words = page.extract_words(use_text_flow=False, keep_blank_chars=False, x_tolerance=2, y_tolerance=3)
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (round(word["bottom"] / 3), word["x0"])):
        if rows and abs(rows[-1][0]["bottom"] - word["bottom"]) <= 4:  # noqa: PLR2004 - points: one line of print
            rows[-1].append(word)
        else:
            rows.append([word])
    lines: list[dict[str, Any]] = []
    for row in rows:
        lines += _columns(sorted(row, key=lambda word: word["x0"]), float(page.width))
    return _stacked(lines)


def _columns(row: list[dict[str, Any]], width: float) -> list[dict[str, Any]]:
    """Cut a row of words where a wide gap stands: two columns."""
    groups: list[list[dict[str, Any]]] = [[row[0]]]
    for left, right in pairwise(row):
        if right["x0"] - left["x1"] > width * 0.05:
            groups.append([right])
        else:
            groups[-1].append(right)
    return [
        {
            "text": " ".join(word["text"] for word in group),
            "top": group[0]["top"],
            "bottom": group[0]["bottom"],
            "x0": group[0]["x0"],
            "side": len(groups) > 1,
        }
        for group in groups
    ]


def _stacked(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where lines stand side by side, put the left column whole before the right one."""
    found: list[dict[str, Any]] = []
    run: list[dict[str, Any]] = []
    for line in [*lines, None]:
        if line is not None and (
            line["side"] or (run and line["top"] - run[-1]["bottom"] < _LEADING and _in_column(line, run))
        ):
            run.append(line)
            continue
        if run:
            middle = _middle(run)
            top = run[0]["top"]
            ordered = [one for one in run if one["x0"] < middle] + [one for one in run if one["x0"] >= middle]
            found += [{**one, "top": top + number / 1000} for number, one in enumerate(ordered)]
            run = [line] if line is not None and line["side"] else []
        if line is not None and not line["side"]:
            found.append(line)
    return found


def _in_column(line: dict[str, Any], run: list[dict[str, Any]]) -> bool:
    return bool(line["x0"] >= _middle(run) - 5)


def _middle(run: list[dict[str, Any]]) -> float:
    starts = sorted(one["x0"] for one in run if one["side"])
    gaps = [(right - left, (left + right) / 2) for left, right in pairwise(starts)]
    return float(max(gaps)[1]) if gaps else float(starts[0] if starts else 0)


def _within(thing: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    middle_x, middle_y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return bool(box[0] <= middle_x <= box[2] and box[1] <= middle_y <= box[3])


def _furniture(line: dict[str, Any], page: PdfPage) -> bool:
    """Tell page numbers at the edges, and the visible stamp of a digital signature."""
    edge = line["top"] < _TOP_MARGIN * float(page.height) or line["bottom"] > _BOTTOM_MARGIN * float(page.height)
    return bool((edge and _PAGE_NUMBER.match(line["text"])) or _STAMP.match(line["text"]))


def _grid(page: PdfPage, table: Any) -> Grid:  # noqa: ANN401 - pdfplumber's table
    """Return a table with each cell once; a cell covered by a merged one is empty."""
    return Grid(tuple(tuple(_cell(page, box) for box in row.cells) for row in table.rows))


def _cell(page: PdfPage, box: tuple[float, float, float, float] | None) -> Cell:
    if box is None:
        return ()
    x0, top, x1, bottom = box
    crop = page.crop((max(x0, page.bbox[0]), max(top, page.bbox[1]), min(x1, page.bbox[2]), min(bottom, page.bbox[3])))
    words = crop.extract_text(x_tolerance=2, y_tolerance=3) or ""
    return (" ".join(_joined(words.splitlines())),) if words.strip() else ()


def _joined(lines: list[str]) -> Iterator[str]:
    """Yield a cell's lines of print; a bullet begins a line of the cell."""
    for line in lines:
        yield f"<br> {line}" if re.match(r"\s*[-+•]\s", line) and line is not lines[0] else line
