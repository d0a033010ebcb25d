"""Scans (bản quét): pictures (.png, .jpg, .tif) and pages of a PDF without a text layer,
recognised by Tesseract.

The confidence of the words reaches the evidence. Without Tesseract the file is refused with what
to install; the other files are read.
"""

from __future__ import annotations

import io
import warnings
from hashlib import sha256
from typing import TYPE_CHECKING

from PIL import Image, ImageSequence

from luocdo.graph.errors import SourceError
from luocdo.graph.records import Issue
from luocdo.loaders.formats.layout import blocks
from luocdo.loaders.formats.rendering import render
from luocdo.loaders.formats.unruled import with_unruled
from luocdo.loaders.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from luocdo.loaders.formats.blocks import Block
    from luocdo.loaders.formats.lines import PageWords, Word

MOST_PAGES = 200
_MOST_PIXELS = 80_000_000
_A4 = 8.27  # inches: the width of the page where the picture does not say its resolution
_LEAST_DPI = 72
_FEW = 0.6


def read(name: str, data: bytes) -> Source:
    """Read a picture of one or more pages.

    Raises:
        SourceError: it is no picture, too large, or no OCR is installed.
    """
    # brings numpy, for scans alone
    from luocdo.loaders.formats.ocr import recognised  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    raise SourceError(name, "hình quá lớn")
                pages = list(recognised(name, _sheets(picture)))
    except (
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise SourceError(name, "không phải hình đọc được") from error
    return source_of(name, data, pages, "scan")


def _sheets(picture: Image.Image) -> Iterator[tuple[Image.Image, float]]:
    for number, frame in enumerate(ImageSequence.Iterator(picture)):
        if number < MOST_PAGES:
            sheet = frame.convert("L" if frame.mode in {"1", "L", "I", "F", "I;16"} else "RGB")
            given = float(frame.info.get("dpi", (0, 0))[0])
            yield sheet, given if given > _LEAST_DPI else sheet.width / _A4


def source_of(
    name: str, data: bytes, pages: Sequence[PageWords], kind: str, below: Sequence[str] = ()
) -> Source:
    """Return the text of ``pages`` and the lines ``below`` them, with the confidence of each
    recognised word.
    """
    is_recognised = any(word.sure is not None for page in pages for word in page.words)
    recognised: list[Word] = []
    text, tables = render(_blocks(pages, recognised if is_recognised else None))
    sure = list(_placed(text, recognised))
    mean = sum(one for *_, one in sure) / max(1, len(sure))
    message = f"bản quét, nhận dạng bằng Tesseract, độ tin cậy trung bình {mean:.0%}"
    issues = (Issue(kind="encoding", message=message),) if sure and mean < _FEW else ()
    whole = text + "".join(f"{line}\n" for line in below)
    return Source(
        name,
        whole,
        sha256(data).hexdigest(),
        "scan" if sure else kind,
        issues,
        tuple(sure),
        tables,
    )


def _blocks(pages: Iterable[PageWords], words: list[Word] | None) -> Iterator[Block]:
    """Yield the blocks of ``pages`` one by one, and add their words to ``words`` in the same
    order, where they are wanted.
    """
    for block, inner in blocks(with_unruled(pages)):
        if words is not None:
            words += inner
        yield block


def _placed(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, float]]:
    """Yield (start, end, confidence) of the recognised words, in the order in which they were
    written down.
    """
    at = 0
    for word in words:
        found = text.find(word.text, at)
        if found >= 0:
            at = found + len(word.text)
            if word.sure is not None:
                yield found, at, word.sure
