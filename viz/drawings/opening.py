"""Which part of a picture a reader opened (phần đã mở), and from which of its boxes on: a part
that holds more than a picture has room for is turned like pages.
"""

from __future__ import annotations

from dataclasses import dataclass

_AFTER = "~"  # between the part and how many of its boxes were passed over


@dataclass(frozen=True, slots=True)
class Opened:
    """The ``part`` that was opened (empty: none), its first ``after`` boxes passed over.

    >>> str(Opened.parse("units~32"))
    'units~32'
    """

    part: str = ""
    after: int = 0

    @classmethod
    def parse(cls, words: str) -> Opened:
        """Return what an address says; words that say nothing open nothing."""
        part, _, after = words.partition(_AFTER)
        known = after.isascii() and after.isdigit() and len(after) < len("100000")
        return cls(part, int(after) if known else 0)

    def __str__(self) -> str:
        """Return it as an address carries it."""
        return f"{self.part}{_AFTER}{self.after}" if self.after else self.part

    def first(self, part: str) -> int:
        """Return how many boxes of ``part`` are passed over."""
        return self.after if part == self.part else 0


WHOLE = Opened()  # no part was opened


def stretch(first: int, shown: int, total: int) -> str:
    """Return which of ``total`` stand in a picture that passes over the ``first``; empty where all
    do.

    >>> stretch(32, 60, 500)
    ' 33–92/500'
    """
    return f" {first + 1}–{first + shown}/{total}" if first else ""
