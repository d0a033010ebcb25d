"""PDF files: words and ruled tables of each page; stamps and page numbers dropped, digital signatures kept.

A table cut by a page goes on in the next one: the readers of tables join what the page cut. A page without a text layer
is a scan and goes to the OCR reader.
"""

from __future__ import annotations

import io
from hashlib import sha256
from typing import TYPE_CHECKING

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from luocdo.graph.errors import SourceError
from luocdo.loaders.formats.layout import blocks
from luocdo.loaders.formats.lines import PageWords, Word
from luocdo.loaders.formats.rendering import Line, render
from luocdo.loaders.formats.signatures import signature_lines
from luocdo.loaders.source import Source

if TYPE_CHECKING:
    from pdfplumber.page import Page as PdfPage

MOST_PAGES = 2000
_FEW_LETTERS = 30
_TABLES = {
    "vertical_strategy": "lines",
    "horizontal_strategy": "lines",
    "snap_tolerance": 4,
    "intersection_tolerance": 5,
}


def read(name: str, data: bytes) -> Source:
    """Read a PDF file.

    Raises:
        SourceError: it is broken or needs a password, or is a scan and no OCR is installed.
    """
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                raise SourceError(name, f"tệp PDF có {len(document.pages)} trang, nhiều nhất {MOST_PAGES}")
            letters, pages = 0, []
            for page in document.pages:
                letters += len(page.chars)
                pages.append(_page(page))
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
    found = [block for block, _ in blocks(pages)]
    return Source(name, render([*found, *(Line(line) for line in signed)]), sha256(data).hexdigest(), "pdf")


def _page(page: PdfPage) -> PageWords:
    words = page.extract_words(use_text_flow=False, keep_blank_chars=False, x_tolerance=2, y_tolerance=3)
    tables = [table for table in page.find_tables(_TABLES) if len(table.cells) > 1]
    return PageWords(
        tuple(Word(one["text"], one["x0"], one["x1"], one["top"], one["bottom"]) for one in words),
        tuple(tuple(tuple(row.cells) for row in table.rows) for table in tables),
        float(page.width),
        float(page.height),
    )


def _reason(error: BaseException) -> str:
    causes = (error, *getattr(error, "args", ()), error.__cause__)
    locked = any(isinstance(cause, PDFPasswordIncorrect) for cause in causes)
    return "tệp PDF có mật khẩu; hãy lưu lại không mật khẩu" if locked else "tệp PDF bị hỏng"


def _scanned(name: str, data: bytes) -> Source:
    from luocdo.loaders.formats import scan  # noqa: PLC0415 - the OCR is optional

    return scan.read(name, data)
