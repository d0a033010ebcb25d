"""How far the reading of one file has come (tiến độ trong một tệp): told to whoever waits, now and
then.

A large file takes minutes: it says where it is ("trang 300/1999"). What is read says so wherever
it counts its pages, rows or paragraphs; who hears it is set around the reading of the file, nobody
by default.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
PAUSE = 3.0  # seconds before the first word about a file, and between two


@dataclass(slots=True)
class _Hearer:
    name: str
    say: Callable[[str], None]
    due: float

    def tell(self, what: str, done: int, of: int) -> None:
        now = monotonic()
        if now >= self.due:
            self.due = now + PAUSE
            self.say(f"đọc {self.name}: {what} {done}/{of}")


_HEARER: ContextVar[_Hearer | None] = ContextVar("hearer", default=None)


@contextmanager
def heard(name: str, say: Callable[[str], None]) -> Iterator[None]:
    """Let ``say`` hear how far the reading of the file ``name`` is."""
    token = _HEARER.set(_Hearer(name, say, monotonic() + PAUSE))
    try:
        yield
    finally:
        _HEARER.reset(token)


def counted(what: str, items: Sequence[T]) -> Iterator[T]:
    """Yield ``items``, telling before each which one of how many it is: ``what`` names them
    ("trang", "dòng", "đoạn").
    """
    hearer = _HEARER.get()
    for number, item in enumerate(items, 1):
        if hearer is not None:
            hearer.tell(what, number, len(items))
        yield item
