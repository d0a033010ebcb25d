"""Streams of a PDF unpack to what a page can hold (giải nén có giới hạn): ten kilobytes may say
that they are four gigabytes.

pdfminer unpacks a stream whole, however large, once for each of its filters; it is given these
functions in the place of those of `zlib`. PDF 32000-1:2008, 7.4.4 (FlateDecode).
"""

from __future__ import annotations

import zlib
from typing import Final

from pdfminer import pdftypes
from pdfminer.pdfexceptions import PDFException

MOST: Final = (
    200 * 1024 * 1024
)  # bytes of one stream: a page of A4 scanned in colour at 600 dots an inch has 100 MB


class SwollenError(PDFException):
    """A stream unpacks to more than a page can hold."""


class BoundedInflation:
    """Unpacks one stream, in one piece or several, up to `MOST`."""

    def __init__(self) -> None:
        """Begin a stream."""
        self._worker = zlib.decompressobj()
        self._left = MOST

    def decompress(self, data: bytes) -> bytes:
        """Unpack the next piece.

        Raises:
            SwollenError: the stream is larger than a page can hold.
        """
        found = self._worker.decompress(data, self._left + 1)
        self._left -= len(found)
        if self._left < 0:
            raise SwollenError(MOST)
        return found

    @property
    def ended(self) -> bool:
        """Whether the stream came to its end."""
        return self._worker.eof


class _Zlib:
    """What pdfminer asks of the module `zlib`."""

    error = zlib.error
    decompressobj = BoundedInflation

    @staticmethod
    def decompress(data: bytes) -> bytes:
        stream = BoundedInflation()
        found = stream.decompress(data)
        if not stream.ended:
            message = "incomplete stream"
            raise zlib.error(message)
        return found


def bound() -> None:
    """Let pdfminer unpack within bounds."""
    vars(pdftypes)["zlib"] = _Zlib
