"""Recognition (nhận dạng chữ): a page as a picture becomes words with their places, by Tesseract with Vietnamese data.

What stands outside tables is recognised as a page; the cells of a table are cut out along its lines and recognised one
below the other, so that no cell runs into its neighbour.
"""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageDraw

from luocdo.graph.errors import SourceError
from luocdo.loaders.formats.lines import PageWords, Word
from luocdo.loaders.formats.rules import ruled_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from luocdo.loaders.drawn import Box

    Sheet = tuple[Image.Image, float]

_LANGUAGE = "vie"
_POINTS = 72
_PAGE, _ONE_BLOCK = "--psm 3", "--psm 6"
_WHITE = 255
_INSET = 3  # pixels: the rule itself
_GAP = 24  # pixels between two cells
_TALLEST = 20_000  # pixels of a strip: Tesseract takes 32,767
_WORD_LEVEL, _LINE_LEVEL = 5, 4  # of Tesseract's table


def tesseract(name: str) -> Any:  # noqa: ANN401 - the library's module
    """Return pytesseract, ready to read Vietnamese.

    Raises:
        SourceError: it, the program, or its Vietnamese data are not installed; the message says what to install.
    """
    try:
        import pytesseract  # noqa: PLC0415 - optional
    except ImportError as error:
        raise SourceError(
            name, "bản quét: cần cài luocdo[ocr] và Tesseract (tesseract-ocr, tesseract-ocr-vie)"
        ) from error
    if shutil.which("tesseract") is None or _LANGUAGE not in pytesseract.get_languages():
        raise SourceError(name, "bản quét: cần cài Tesseract với dữ liệu tiếng Việt (tesseract-ocr, tesseract-ocr-vie)")
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # with more threads a page takes five times as long
    return pytesseract


def recognised(name: str, sheets: Iterable[Sheet]) -> Iterator[PageWords]:
    """Yield the words of ``sheets`` (picture, dots per inch), as many at a time as there are cores.

    Raises:
        SourceError: see `tesseract`.
    """
    engine, cores, rest = tesseract(name), os.cpu_count() or 1, iter(sheets)
    with ThreadPoolExecutor(cores) as pool:
        while batch := list(islice(rest, 2 * cores)):
            yield from pool.map(lambda sheet: _page(engine, *sheet), batch)


def _page(engine: Any, picture: Image.Image, dpi: float) -> PageWords:  # noqa: ANN401 - the library's module
    grey = picture.convert("L")
    tables = ruled_tables(np.asarray(grey), dpi)
    scale = _POINTS / dpi
    boxes = [cell.box for table in tables for cell in table.cells]
    around = grey.copy()
    for box in boxes:
        ImageDraw.Draw(around).rectangle(
            [(box[0] / scale) - 4, box[1] / scale - 4, box[2] / scale + 4, box[3] / scale + 4], fill=_WHITE
        )
    words = _words(engine, around, dpi, _PAGE) + _cell_words(engine, grey, boxes, dpi)
    return PageWords(tuple(words), tuple(tables), picture.width * scale, picture.height * scale)


def _cell_words(engine: Any, grey: Image.Image, boxes: list[Box], dpi: float) -> list[Word]:  # noqa: ANN401
    """Recognise the cells of a page in strips: one below the other, white between them."""
    found: list[Word] = []
    strip: list[tuple[Image.Image, Box]] = []
    height = 0
    for box in boxes:
        cell = grey.crop(_inner(box, dpi))
        if cell.width < _GAP or cell.height < _GAP or np.asarray(cell).min() > _WHITE // 2:
            continue
        if height + cell.height + _GAP > _TALLEST:
            found += _strip_words(engine, strip, dpi)
            strip, height = [], 0
        strip.append((cell, box))
        height += cell.height + _GAP
    return found + (_strip_words(engine, strip, dpi) if strip else [])


def _inner(box: Box, dpi: float) -> Box:
    """Return the pixels of a cell within its lines."""
    x0, top, x1, bottom = (int(side * dpi / _POINTS) for side in box)
    return x0 + _INSET, top + _INSET, x1 - _INSET, bottom - _INSET


def _strip_words(engine: Any, strip: list[tuple[Image.Image, Box]], dpi: float) -> list[Word]:  # noqa: ANN401
    width = max(cell.width for cell, _ in strip) + 2 * _GAP
    sheet = Image.new("L", (width, sum(cell.height + _GAP for cell, _ in strip) + _GAP), _WHITE)
    places: list[tuple[float, float, Box]] = []
    top = _GAP
    for cell, box in strip:
        sheet.paste(cell, (_GAP, top))
        places.append((top * _POINTS / dpi, (top + cell.height) * _POINTS / dpi, box))
        top += cell.height + _GAP
    left = (_GAP - _INSET) * _POINTS / dpi
    return [moved for word in _words(engine, sheet, dpi, _ONE_BLOCK) if (moved := _moved(word, places, left))]


def _moved(word: Word, places: list[tuple[float, float, Box]], left: float) -> Word | None:
    """Return ``word`` of a strip at its place on the page."""
    middle = (word.top + word.bottom) / 2
    for top, bottom, box in places:
        if top <= middle <= bottom:
            right, down = box[0] - left, box[1] - top
            return Word(word.text, word.x0 + right, word.x1 + right, word.top + down, word.bottom + down, word.sure)
    return None


def _words(engine: Any, picture: Image.Image, dpi: float, layout: str) -> list[Word]:  # noqa: ANN401
    """Return the words of a picture; each is as high as its line."""
    found = engine.image_to_data(
        picture, lang=_LANGUAGE, config=f"{layout} --dpi {int(dpi)}", output_type=engine.Output.DICT
    )
    scale = _POINTS / dpi
    columns = ("level", "text", "conf", "left", "top", "width", "height")
    line = (0.0, 0.0)
    words: list[Word] = []
    for level, text, sure, left, top, width, height in zip(*(found[one] for one in columns), strict=True):
        if level == _LINE_LEVEL:
            line = (top * scale, (top + height) * scale)
        elif level == _WORD_LEVEL and text.strip():
            words.append(Word(text.strip(), left * scale, (left + width) * scale, *line, max(0.0, float(sure)) / 100))
    return words
