"""PDF files: words and ruled tables of each page; stamps and page numbers dropped, digital
signatures kept, as the file tells them, else as they are printed.

A table cut by a page goes on in the next one: the readers of tables join what the page cut. A page
without a text layer is a scan and goes to the OCR reader; so does one that a picture covers but
for the stamp of a signature, and one whose text layer is garbage or letters torn apart.
"""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from luocdo.graph.errors import SourceError
from luocdo.graph.records import Issue
from luocdo.loaders.advance import counted
from luocdo.loaders.allowance import SECONDS_A_PAGE, grant
from luocdo.loaders.formats.charsets import to_unicode
from luocdo.loaders.formats.cut_words import words_of
from luocdo.loaders.formats.engines import can_recognise
from luocdo.loaders.formats.inflating import SwollenError, bound
from luocdo.loaders.formats.letters import PageOfLetters
from luocdo.loaders.formats.lines import PageWords, printed_signatures
from luocdo.loaders.formats.open_rows import closing_edges
from luocdo.loaders.formats.ruled import ruled_table
from luocdo.loaders.formats.scan import MOST_PAGES as MOST_SCANS
from luocdo.loaders.formats.scan import source_of
from luocdo.loaders.formats.signatures import signature_lines
from luocdo.loaders.formats.text_layer import is_garbled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdfplumber.page import Page as PdfPage
    from PIL.Image import Image

    from luocdo.loaders.source import Source

MOST_PAGES = 2000
bound()
_BROKEN = (  # what the libraries raise where a file does not hold what it promises
    PDFPasswordIncorrect,
    PdfminerException,
    MalformedPDFException,
    PDFException,
    RecursionError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
_DPI = 200
_FEW_LETTERS = 30
_STAMP_LETTERS = 400
_COVERED = 0.5  # of the page by a picture
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
                raise SourceError(
                    name, f"tệp PDF có {len(document.pages)} trang, nhiều nhất {MOST_PAGES}"
                )
            pages = [_read_page(page) for page in counted("trang", document.pages)]
            garbled = [
                number for number, page in enumerate(pages) if page and is_garbled(_words_of(page))
            ]
            seen = can_recognise() and len(garbled) <= MOST_SCANS
            kept = [
                None if seen and number in garbled else page for number, page in enumerate(pages)
            ]
            read_pages = _with_scans(name, document, kept)
            signed = signature_lines(document.doc) or printed_signatures(read_pages)
            source = source_of(name, data, read_pages, "pdf", signed)
            return (
                source
                if seen
                else replace(source, issues=(*source.issues, *map(_unread_layer, garbled)))
            )
    except _BROKEN as error:
        raise SourceError(name, _reason(error)) from error


def _words_of(page: PageWords) -> list[str]:
    return to_unicode("\n".join(word.text for word in page.words)).split()


def _unread_layer(page: int) -> Issue:
    message = "lớp chữ của trang không đọc được; cài luocdo[ocr] để đọc trang từ hình"
    return Issue(kind="encoding", message=message, place=f"trang {page + 1}")


def _reason(error: BaseException) -> str:
    causes = (error, *getattr(error, "args", ()), error.__cause__)
    if any(isinstance(cause, SwollenError) for cause in causes):
        return "tệp PDF bung ra quá lớn (bom nén?)"
    locked = any(isinstance(cause, PDFPasswordIncorrect) for cause in causes)
    return "tệp PDF có mật khẩu; hãy lưu lại không mật khẩu" if locked else "tệp PDF bị hỏng"


def _read_page(page: PdfPage) -> PageWords | None:
    """Return the words of a page; None where it is a scan."""
    grant(SECONDS_A_PAGE)
    lettered = PageOfLetters.of(page)
    found = None if _is_scan(lettered) else _page(lettered)
    lettered.close()  # else its letters wait for the collector of cycles
    return found


def _is_scan(page: PdfPage) -> bool:
    if len(page.chars) < _FEW_LETTERS:
        return bool(page.images)
    area = max((float(one["width"] * one["height"]) for one in page.images), default=0.0)
    return len(page.chars) < _STAMP_LETTERS and area > _COVERED * float(page.width * page.height)


def _with_scans(name: str, document: Any, pages: Sequence[PageWords | None]) -> list[PageWords]:  # noqa: ANN401
    """Put the recognised pages in the places of the scanned ones."""
    scans = [number for number, page in enumerate(pages) if page is None]
    if len(scans) > MOST_SCANS:
        raise SourceError(name, f"bản quét có {len(scans)} trang, nhiều nhất {MOST_SCANS}")
    if not scans:
        return [page for page in pages if page is not None]
    # brings numpy, for scans alone
    from luocdo.loaders.formats.ocr import recognised  # noqa: PLC0415

    found = recognised(name, ((_picture(document.pages[number]), float(_DPI)) for number in scans))
    return [page if page is not None else next(found) for page in pages]


def _picture(page: PdfPage) -> Image:
    picture: Image = page.to_image(resolution=_DPI).original
    page.close()
    return picture


def _with_open_rows(page: PdfPage) -> dict[str, Any]:
    return _TABLES | {"explicit_horizontal_lines": closing_edges(page.edges)}


def _page(page: PdfPage) -> PageWords:
    words = page.extract_words(
        use_text_flow=False,
        keep_blank_chars=False,
        x_tolerance=2,
        y_tolerance=3,
        return_chars=True,
    )
    tables = [
        table
        for found in page.find_tables(_with_open_rows(page))
        if (table := ruled_table(found.cells)) is not None
    ]
    boxes = [cell.box for table in tables for cell in table.cells]
    return PageWords(
        tuple(words_of(words, boxes)),
        tuple(tables),
        float(page.width),
        float(page.height),
    )
