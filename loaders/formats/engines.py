"""Engines of recognition (bộ nhận dạng): Tesseract within the process, else the program of that
name.

tesserocr carries Tesseract and Leptonica in its wheels; the Vietnamese data lie beside this
module, so that scans are read without anything installed on the system. pytesseract asks the
program `tesseract` instead. Both give the same table.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import threading
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from luocdo.graph.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

LANGUAGE = "vie"
PAGE, ONE_BLOCK = 3, 6  # page segmentation modes of Tesseract
_DATA = Path(__file__).with_name("tessdata")
_COLUMNS = (
    "level", "page", "block", "paragraph", "line", "word", "left", "top", "width", "height", "conf", "text"
)  # fmt: skip
_MISSING = (
    "bản quét: cần cài luocdo[ocr], hoặc pytesseract và Tesseract với dữ liệu tiếng Việt"
    " (tesseract-ocr-vie)"
)

Row = dict[str, str]


class Engine(Protocol):
    """Recognises a picture; may be asked by several threads at once."""

    def rows(self, picture: Image, dpi: int, layout: int) -> Iterator[Row]:
        """Yield Tesseract's table of a picture: a row a block, paragraph, line and word."""


def engine_for(name: str) -> Engine:
    """Return the engine that is installed.

    Raises:
        SourceError: there is none; the message, about the file ``name``, says what to install.
    """
    os.environ.setdefault(
        "OMP_THREAD_LIMIT", "1"
    )  # with more threads a page takes five times as long
    found = _embedded() or _program()
    if found is None:
        raise SourceError(name, _MISSING)
    return found


def can_recognise() -> bool:
    """Return whether an engine is installed."""
    return (_embedded() or _program()) is not None


@cache
def _embedded() -> Engine | None:
    try:
        return Embedded(import_module("tesserocr"))
    except ImportError:
        return None


@cache
def _program() -> Engine | None:
    try:
        module = import_module("pytesseract")
    except ImportError:
        return None
    if shutil.which("tesseract") is None or LANGUAGE not in module.get_languages():
        return None
    return Program(module)


class Embedded:
    """Tesseract in this process, one instance a thread: an instance reads one picture
    at a time.
    """

    def __init__(self, module: Any) -> None:  # noqa: ANN401 - tesserocr, which is optional
        """Use ``module``, which is tesserocr."""
        self._module = module
        self._own = threading.local()

    def rows(self, picture: Image, dpi: int, layout: int) -> Iterator[Row]:
        """Yield Tesseract's table of a picture."""
        api = getattr(self._own, "api", None)
        if api is None:
            api = self._own.api = self._module.PyTessBaseAPI(path=str(_DATA), lang=LANGUAGE)
        api.SetPageSegMode(layout)
        api.SetImage(picture)
        api.SetSourceResolution(dpi)
        return _table(api.GetTSVText(0), headed=False)


class Program:
    """The program `tesseract`, started once a picture."""

    def __init__(self, module: Any) -> None:  # noqa: ANN401 - pytesseract, which is optional
        """Use ``module``, which is pytesseract."""
        self._module = module

    def rows(self, picture: Image, dpi: int, layout: int) -> Iterator[Row]:
        """Yield Tesseract's table of a picture."""
        config = f"--psm {layout} --dpi {dpi}"
        return _table(
            self._module.image_to_data(picture, lang=LANGUAGE, config=config), headed=True
        )


def _table(text: str, *, headed: bool) -> Iterator[Row]:
    lines = csv.DictReader(
        io.StringIO(text), _COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""
    )
    if headed:
        next(lines, None)
    yield from lines
