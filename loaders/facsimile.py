"""Pages as they were printed (trang như in): of a PDF or a scan, the page as a picture and where a
sentence stands on it.

Nothing is kept but the file's own copy: a page is rendered when somebody looks at it.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException
from PIL import Image, ImageSequence, UnidentifiedImageError

from luocdo.graph.errors import SourceError
from luocdo.loaders.formats.charsets import to_unicode
from luocdo.loaders.formats.engines import can_recognise
from luocdo.loaders.formats.lines import PageWords, Word
from luocdo.loaders.formats.ruled import ruled_table
from luocdo.loaders.framing import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfplumber.pdf import PDF

    from luocdo.loaders.drawn import Box

_PDF = b"%PDF"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_HEAD = 1024  # bytes before which a PDF begins
_WIDEST = 1500  # pixels of a picture that is shown
_SHARP, _FEW_LETTERS = (
    200,
    30,
)  # dots per inch for recognition; letters below which a page is a scan
_FOUND = 0.8  # of a quote: no better page is looked for
_MOST_LOOKED_AT, _MOST_RECOGNISED = 400, 20  # pages
_POINTS, _A4 = 72, 8.27
_SNAP = 4  # points within which lines of a table are one
_BROKEN = (
    PdfminerException,
    PDFException,
    PDFPasswordIncorrect,
    UnidentifiedImageError,
    OSError,
    ValueError,
    KeyError,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, ``number`` from 1, of ``pages``; its size and its ``frames`` in points from the
    top left corner.
    """

    number: int
    pages: int
    width: float
    height: float
    frames: tuple[Box, ...] = ()


class _Pages(Protocol):
    """The pages of a file, counted from 0."""

    def __len__(self) -> int: ...

    def words(self, number: int, *, recognised: bool) -> PageWords | None:
        """Return the words of a page; None where it is a scan that is not to be recognised."""
        ...

    def picture(self, number: int) -> Image.Image: ...

    def size(self, number: int) -> tuple[float, float]:
        """Return width and height in points."""
        ...


def is_paged(data: bytes) -> bool:
    """Return whether the file has pages as they were printed."""
    return _PDF in data[:_HEAD] or data.startswith(_PICTURES)


def sheet(data: bytes, quote: str, wanted: int = 0) -> Sheet | None:
    """Return the page on which most of ``quote`` stands, or the ``wanted`` one; None where there
    is no such page.
    """
    with _opened(data) as pages:
        if pages is None or len(pages) == 0:
            return None
        number, found = (
            (wanted - 1, _standing(pages, wanted - 1, quote, recognised=True))
            if 0 < wanted <= len(pages)
            else _best(pages, quote)
        )
        return Sheet(number + 1, len(pages), *pages.size(number), found.frames)


def picture(data: bytes, number: int) -> bytes | None:
    """Return page ``number`` (from 1) as PNG; None where there is no such page."""
    with _opened(data) as pages:
        if pages is None or not 0 < number <= len(pages):
            return None
        shown = pages.picture(number - 1)
        shown.thumbnail((_WIDEST, 2 * _WIDEST))
        out = io.BytesIO()
        shown.save(out, "PNG")
        return out.getvalue()


def _best(pages: _Pages, quote: str) -> tuple[int, Standing]:
    best, found, recognised = 0, Standing(0), 0
    for number in range(min(len(pages), _MOST_LOOKED_AT)):
        here = _standing(pages, number, quote, recognised=recognised < _MOST_RECOGNISED)
        recognised += pages.words(number, recognised=False) is None
        if here.share > found.share:
            best, found = number, here
        if found.share >= _FOUND:
            break
    return best, found


def _standing(pages: _Pages, number: int, quote: str, *, recognised: bool) -> Standing:
    try:
        words = pages.words(number, recognised=recognised)
    except SourceError:  # the recognition that read the file is no longer installed
        words = None
    cells = [cell.box for table in words.tables for cell in table.cells] if words else ()
    return standing(words.words, quote, cells) if words else Standing(0)


@contextmanager
def _opened(data: bytes) -> Iterator[_Pages | None]:
    """Open the pages of a file; one that is broken has none."""
    try:
        with (
            pdfplumber.open(io.BytesIO(data))
            if _PDF in data[:_HEAD]
            else Image.open(io.BytesIO(data))
        ) as found:
            yield (
                _PicturePages(found, data)
                if isinstance(found, Image.Image)
                else _PdfPages(found, data)
            )
    except _BROKEN:
        yield None


class _PdfPages:
    def __init__(self, document: PDF, data: bytes) -> None:
        self._pages, self._data = document.pages, data

    def __len__(self) -> int:
        return len(self._pages)

    def words(self, number: int, *, recognised: bool) -> PageWords | None:
        page = self._pages[number]
        if len(page.chars) >= _FEW_LETTERS or not page.images:
            printed = page.extract_words(x_tolerance=2, y_tolerance=3)
            words = tuple(
                Word(to_unicode(one["text"]), one["x0"], one["x1"], one["top"], one["bottom"])
                for one in printed
            )
            found = page.find_tables(
                {"snap_tolerance": _SNAP, "intersection_tolerance": _SNAP + 1}
            )
            tables = tuple(one for table in found if (one := ruled_table(table.cells)))
            return PageWords(words, tables, float(page.width), float(page.height))
        return _recognised(self._data, number) if recognised else None

    def picture(self, number: int) -> Image.Image:
        page = self._pages[number]
        made: Image.Image = page.to_image(
            resolution=_WIDEST * _POINTS / max(1.0, float(page.width))
        ).original
        return made

    def size(self, number: int) -> tuple[float, float]:
        page = self._pages[number]
        return float(page.width), float(page.height)


class _PicturePages:
    def __init__(self, found: Image.Image, data: bytes) -> None:
        self._frames, self._data = ImageSequence.Iterator(found), data
        self._count: int = getattr(found, "n_frames", 1)

    def __len__(self) -> int:
        return self._count

    def words(self, number: int, *, recognised: bool) -> PageWords | None:
        return _recognised(self._data, number) if recognised else None

    def picture(self, number: int) -> Image.Image:
        return self._frames[number].convert("L")

    def size(self, number: int) -> tuple[float, float]:
        frame = self._frames[number]
        return frame.width * _POINTS / _resolution(frame), frame.height * _POINTS / _resolution(
            frame
        )


def _resolution(frame: Image.Image) -> float:
    """Return dots per inch; a page that does not say is as wide as A4."""
    given = float(frame.info.get("dpi", (0, 0))[0])
    return given if given > _POINTS else frame.width / _A4


@lru_cache(maxsize=64)
def _recognised(data: bytes, number: int) -> PageWords | None:
    """Return the words of a scanned page, kept while its file is looked at; None without an
    engine.
    """
    if not can_recognise():
        return None
    # brings numpy, for scans alone
    from luocdo.loaders.formats.ocr import recognised  # noqa: PLC0415

    if _PDF in data[:_HEAD]:
        with pdfplumber.open(io.BytesIO(data)) as document:
            drawn: Image.Image = document.pages[number].to_image(resolution=_SHARP).original
            return next(recognised("", [(drawn, float(_SHARP))]))
    with Image.open(io.BytesIO(data)) as found:
        frame = ImageSequence.Iterator(found)[number]
        return next(recognised("", [(frame.convert("L"), _resolution(frame))]))
