"""Files looked at (xem tệp): their text, their pages, made in one process of its own within the
limits of a reading.

The process is started when it is first asked and anew when it died; it ends with the one that
asks.
"""

from __future__ import annotations

import threading
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeVar

from luocdo.graph.errors import SourceError
from luocdo.loaders import facsimile, likeness
from luocdo.loaders.allowance import allowance
from luocdo.loaders.formats import reader_for
from luocdo.loaders.pool import Apart
from luocdo.loaders.source import decode_source

if TYPE_CHECKING:
    from collections.abc import Callable

R = TypeVar("R")


class Viewer:
    """Shows files, one at a time."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._lock = threading.Lock()
        self._apart = Apart()

    def text(self, name: str, data: bytes) -> str:
        """Return the text of the file called ``name``.

        Raises:
            SourceError: it cannot be read within its limits; all others here raise it as well.
        """
        is_plain = reader_for(name, data) is None
        return decode_source(name, data).text if is_plain else self._made(_text, name, data)

    def sheet(self, name: str, data: bytes, quote: str, number: int) -> facsimile.Sheet | None:
        """Return a page as it was printed, a sentence framed; see `facsimile.sheet`."""
        return self._made(_sheet, name, data, quote, number) if facsimile.is_paged(data) else None

    def picture(self, name: str, data: bytes, number: int) -> bytes | None:
        """Return a page as PNG."""
        return self._made(_picture, name, data, number) if facsimile.is_paged(data) else None

    def likeness(self, name: str, data: bytes, quote: str) -> str | None:
        """Return a page that looks like a Word file or web page, a sentence marked in it."""
        return (
            self._made(_likeness, name, data, quote) if likeness.has_likeness(name, data) else None
        )

    def _made(self, work: Callable[..., R], name: str, data: bytes, *given: object) -> R:
        with self._lock:
            try:
                made: R = self._apart.do(_within_limits, work, name, data, *given)
            except BrokenProcessPool as error:  # the system ended it: it heard no alarm
                raise SourceError(
                    name, "không dựng được trong giới hạn thời gian và bộ nhớ"
                ) from error
            return made


def _within_limits(work: Callable[..., R], name: str, data: bytes, *given: object) -> R:
    with allowance(name, len(data)):
        return work(name, data, *given)


def _text(name: str, data: bytes) -> str:
    return decode_source(name, data).text


def _sheet(_: str, data: bytes, quote: str, number: int) -> facsimile.Sheet | None:
    return facsimile.sheet(data, quote, number)


def _picture(_: str, data: bytes, number: int) -> bytes | None:
    return facsimile.picture(data, number)


def _likeness(name: str, data: bytes, quote: str) -> str | None:
    return likeness.likeness(name, data, quote)
