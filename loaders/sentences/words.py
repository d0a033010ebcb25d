"""A stretch of a page as words with their places (từ trong câu): what the grammar of clauses
reads.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from luocdo.graph.vocabulary.lexicon import WORD, as_compared
from luocdo.loaders.text.page import Span

_SHORT = 2_000  # characters: a longer text is a page, of which many stretches are asked for
_SHEET = 50_000  # characters of a page that are cut into words at once
_OVERLAP = 3_000  # more behind, so that a sentence which begins on a sheet ends on it


@dataclass(frozen=True, slots=True)
class Words:
    """Words and marks of ``text`` (the whole page): as printed, as compared, and where each begins
    and ends.
    """

    text: str
    printed: tuple[str, ...]
    compared: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, span: Span, *, accents: bool) -> Words:
        """Cut ``span`` of ``text`` into words; compared with accents unless the page has none."""
        number = span.start // _SHEET
        if len(text) <= _SHORT or span.end > (number + 1) * _SHEET + _OVERLAP:
            return cls._cut(text, span, accents=accents)
        sheet = _sheet(text, number, accents=accents)
        first, behind = bisect_left(sheet.starts, span.start), bisect_left(sheet.starts, span.end)
        if (first and sheet.ends[first - 1] > span.start) or (
            behind and sheet.ends[behind - 1] > span.end
        ):
            return cls._cut(
                text, span, accents=accents
            )  # the stretch begins or ends within a word
        kept = slice(first, behind)
        return cls(
            text, sheet.printed[kept], sheet.compared[kept], sheet.starts[kept], sheet.ends[kept]
        )

    @classmethod
    def _cut(cls, text: str, span: Span, *, accents: bool) -> Words:
        hits = list(WORD.finditer(text, span.start, span.end))
        printed = tuple(map(re.Match.group, hits))
        compared = tuple([as_compared(word, accents=accents) for word in printed])
        return cls(
            text,
            printed,
            compared,
            tuple(map(re.Match.start, hits)),
            tuple(map(re.Match.end, hits)),
        )

    def __len__(self) -> int:
        """Count words and marks."""
        return len(self.printed)

    def is_mark(self, at: int) -> bool:
        """Return whether this is a mark of punctuation, not a word."""
        return not self.printed[at][0].isalnum()

    def is_capital(self, at: int) -> bool:
        """Return whether this is a word with a capital, or a number, not one in small letters."""
        return at < len(self.printed) and (
            self.printed[at][0].isupper() or self.printed[at][0].isdigit()
        )

    def is_small(self, at: int) -> bool:
        """Return whether this is a word in small letters."""
        return at < len(self.printed) and self.printed[at][0].islower()

    def begins_line(self, at: int) -> bool:
        """Return whether a word stands first in its line."""
        return (
            0 < at < len(self.printed) and "\n" in self.text[self.ends[at - 1] : self.starts[at]]
        )

    def span(self, first: int, end: int) -> Span:
        """Return the place of the words from ``first`` up to ``end`` in the page."""
        end = min(end, len(self))
        if first >= end:
            behind = self.ends[-1] if self.ends else 0
            at = self.starts[first] if first < len(self) else behind
            return Span(at, at)
        return Span(self.starts[first], self.ends[end - 1])

    def phrase(self, first: int, end: int) -> str:
        """Return the words as printed, white space collapsed."""
        span = self.span(first, end)
        return " ".join(self.text[span.start : span.end].split())

    def until(self, end: int) -> Words:
        """Return the words before ``end``, at the same places."""
        kept = slice(0, end)
        return Words(
            self.text, self.printed[kept], self.compared[kept], self.starts[kept], self.ends[kept]
        )

    def at(self, place: int) -> int:
        """Return the first word that begins at or behind ``place`` of the page."""
        return bisect_left(self.starts, place)


@lru_cache(maxsize=16)
def _sheet(text: str, number: int, *, accents: bool) -> Words:
    """Cut one stretch of a page into words, for all who ask for a sentence of it."""
    stretch = Span(number * _SHEET, min(len(text), (number + 1) * _SHEET + _OVERLAP))
    return Words._cut(text, stretch, accents=accents)  # noqa: SLF001 - its own class
