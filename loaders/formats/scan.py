"""Scans (bản quét): pages as pictures through Tesseract with its Vietnamese data, several pages at a time.

The confidence of the words reaches the evidence. Without Tesseract the file is refused with what to install; the other
files are read.
"""

from __future__ import annotations

import io
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pdfplumber

from luocdo.graph.errors import SourceError
from luocdo.graph.records import Issue
from luocdo.loaders.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PAGES = 200
_DPI = 200
_LANGUAGE = "vie"
_FEW = 0.6


def read(name: str, data: bytes) -> Source:
    """Read the scanned pages of a PDF.

    Raises:
        SourceError: Tesseract or its Vietnamese data are not installed, or the file has too many pages.
    """
    tesseract = _tesseract(name)
    with pdfplumber.open(io.BytesIO(data)) as document:
        if len(document.pages) > MOST_PAGES:
            raise SourceError(name, f"bản quét có {len(document.pages)} trang, nhiều nhất {MOST_PAGES}")
        pictures = (page.to_image(resolution=_DPI).original for page in document.pages)
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            pages = list(pool.map(lambda picture: _words(tesseract, picture), pictures))
    text, confidences = _text(pages)
    sure = sum(weight for _, _, weight in confidences) / max(1, len(confidences))
    words = f"bản quét, nhận dạng bằng Tesseract, độ tin cậy trung bình {sure:.0%}"
    issues = (Issue(kind="encoding", message=words),) if sure < _FEW else ()
    return Source(name, text, sha256(data).hexdigest(), "scan", issues, tuple(confidences))


def _tesseract(name: str) -> Any:  # noqa: ANN401 - the library's module
    try:
        import pytesseract  # noqa: PLC0415 - optional
    except ImportError as error:
        raise SourceError(
            name, "bản quét: cần cài luocdo[ocr] và Tesseract (tesseract-ocr, tesseract-ocr-vie)"
        ) from error
    if shutil.which("tesseract") is None or _LANGUAGE not in pytesseract.get_languages():
        raise SourceError(name, "bản quét: cần cài Tesseract với dữ liệu tiếng Việt (tesseract-ocr, tesseract-ocr-vie)")
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    return pytesseract


def _words(tesseract: Any, picture: Any) -> list[tuple[tuple[int, int, int], str, float]]:  # noqa: ANN401
    """Return the words of a page: (block, paragraph, line), the word, its confidence."""
    found = tesseract.image_to_data(picture, lang=_LANGUAGE, output_type=tesseract.Output.DICT)
    keys = zip(found["block_num"], found["par_num"], found["line_num"], strict=True)
    return [
        (key, word, max(0.0, float(sure)) / 100)
        for key, word, sure in zip(keys, found["text"], found["conf"], strict=True)
        if word.strip()
    ]


def _text(pages: list[list[tuple[tuple[int, int, int], str, float]]]) -> tuple[str, list[tuple[int, int, float]]]:
    """Return the text and, for each line, (start, end, mean confidence)."""
    pieces: list[str] = []
    confidences: list[tuple[int, int, float]] = []
    at = 0
    for line, sure in _lines(pages):
        pieces.append(line + "\n")
        if line:
            confidences.append((at, at + len(line), sure))
        at += len(line) + 1
    return "".join(pieces), confidences


def _lines(pages: list[list[tuple[tuple[int, int, int], str, float]]]) -> Iterator[tuple[str, float]]:
    for page in pages:
        block = None
        for key, group in groupby(page, key=lambda word: word[0]):
            words = list(group)
            if block is not None and key[:2] != block:
                yield "", 1.0
            block = key[:2]
            yield " ".join(word for _, word, _ in words), sum(sure for *_, sure in words) / len(words)
        yield "", 1.0
