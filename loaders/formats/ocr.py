"""Recognition (nhận dạng chữ): a page as a picture becomes words with their places, by Tesseract
with Vietnamese data.

What stands outside tables is recognised as a page; the cells of a table are cut out along its
lines and recognised one below the other, so that no cell runs into its neighbour.
"""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from luocdo.loaders.formats.engines import ONE_BLOCK, PAGE, engine_for
from luocdo.loaders.formats.lines import PageWords, Word
from luocdo.loaders.formats.pictures import ready
from luocdo.loaders.formats.row_numbers import with_numbers
from luocdo.loaders.formats.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from luocdo.loaders.drawn import Box
    from luocdo.loaders.formats.engines import Engine

    Sheet = tuple[Image.Image, float]

_POINTS = 72
_WHITE = 255
_INSET = 3  # pixels: the rule itself
_GAP = 24  # pixels between two cells
_TALLEST = 20_000  # pixels of a strip: Tesseract takes 32,767
_TURNS = (180, 90, 270)  # degrees
_SURE = 0.6
_WELL = 0.6  # of the letters of a page
_QUARTER = "quý"
_STROKES = re.compile(r"(?P<strokes>[I1l|!]{1,3}V?)(?P<rest>(?:/\d{4})?[.,;]?)")
_WORD_LEVEL, _LINE_LEVEL = "5", "4"  # of Tesseract's table


def recognised(name: str, sheets: Iterable[Sheet]) -> Iterator[PageWords]:
    """Yield the words of ``sheets`` (picture, dots per inch), as many at a time as there are
    cores.

    Raises:
        SourceError: see `engine_for`.
    """
    engine, cores, rest = engine_for(name), os.cpu_count() or 1, iter(sheets)
    with ThreadPoolExecutor(cores) as pool:
        while batch := list(islice(rest, 2 * cores)):
            yield from pool.map(lambda sheet: _page(engine, *sheet), batch)


def _page(engine: Engine, picture: Image.Image, dpi: float) -> PageWords:
    """Recognise a page; one that reads badly may lie on its side or on its head, and is read as it
    reads best.
    """
    grey = ready(picture, dpi)
    found = _upright(engine, grey, dpi)
    if _is_read(found):
        return found
    turned = (
        _upright(engine, ready(picture.rotate(angle, expand=True), dpi), dpi) for angle in _TURNS
    )
    return max((found, *turned), key=_letters_read)


def _is_read(page: PageWords) -> bool:
    """Return whether most of a page was read with confidence; an empty one is."""
    return _letters_read(page) >= _WELL * sum(len(word.text) for word in page.words)


def _letters_read(page: PageWords) -> float:
    """Return how many letters of words were read with confidence; single ones are specks."""
    words = (word for word in page.words if word.sure is not None and word.sure > _SURE)
    return sum(len(word.text) for word in words if len(word.text) > 1)


def _upright(engine: Engine, grey: Image.Image, dpi: float) -> PageWords:
    pixels = np.asarray(grey)
    rules = Rules.of(pixels, dpi)
    tables = rules.tables(dpi)
    if tables:
        grey = Image.fromarray(rules.taken_out(pixels))
    scale = _POINTS / dpi
    boxes = [cell.box for table in tables for cell in table.cells]
    around = grey.copy()
    for box in boxes:
        ImageDraw.Draw(around).rectangle(
            [(box[0] / scale) - 4, box[1] / scale - 4, box[2] / scale + 4, box[3] / scale + 4],
            fill=_WHITE,
        )
    words = _words(engine, around, dpi, PAGE) + _cell_words(engine, grey, boxes, dpi)
    page = PageWords(tuple(words), tuple(tables), grey.width * scale, grey.height * scale)
    return with_numbers(page)


def _cell_words(engine: Engine, grey: Image.Image, boxes: list[Box], dpi: float) -> list[Word]:
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


def _strip_words(engine: Engine, strip: list[tuple[Image.Image, Box]], dpi: float) -> list[Word]:
    width = max(cell.width for cell, _ in strip) + 2 * _GAP
    sheet = Image.new("L", (width, sum(cell.height + _GAP for cell, _ in strip) + _GAP), _WHITE)
    places: list[tuple[float, float, Box]] = []
    top = _GAP
    for cell, box in strip:
        sheet.paste(cell, (_GAP, top))
        places.append((top * _POINTS / dpi, (top + cell.height) * _POINTS / dpi, box))
        top += cell.height + _GAP
    left = (_GAP - _INSET) * _POINTS / dpi
    return [
        moved
        for word in _words(engine, sheet, dpi, ONE_BLOCK)
        if (moved := _moved(word, places, left))
    ]


def _moved(word: Word, places: list[tuple[float, float, Box]], left: float) -> Word | None:
    """Return ``word`` of a strip at its place on the page."""
    middle = (word.top + word.bottom) / 2
    for top, bottom, box in places:
        if top <= middle <= bottom:
            right, down = box[0] - left, box[1] - top
            return Word(
                word.text,
                word.x0 + right,
                word.x1 + right,
                word.top + down,
                word.bottom + down,
                word.sure,
            )
    return None


def _words(engine: Engine, picture: Image.Image, dpi: float, layout: int) -> list[Word]:
    """Return the words of a picture; each is as high as its line."""
    scale = _POINTS / dpi
    line = (0.0, 0.0)
    words: list[Word] = []
    for row in engine.rows(picture, int(dpi), layout):
        left, top, width, height = (
            int(row[side]) * scale for side in ("left", "top", "width", "height")
        )
        text = (row["text"] or "").strip()
        if row["level"] == _LINE_LEVEL:
            line = (top, top + height)
        elif row["level"] == _WORD_LEVEL and text:
            text = _numeral(text) if words and words[-1].text.lower() == _QUARTER else text
            words.append(Word(text, left, left + width, *line, max(0.0, float(row["conf"])) / 100))
    return words


def _numeral(text: str) -> str:
    """Return the Roman number of a quarter, whose strokes are read as any upright letter:
    "II1/2026" is "III/2026".
    """
    found = _STROKES.fullmatch(text)
    if found is None:
        return text
    return (
        "I" * len(found["strokes"].rstrip("V"))
        + "V" * found["strokes"].endswith("V")
        + found["rest"]
    )
