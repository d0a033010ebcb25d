"""Names that a paper prints whole elsewhere (tên văn bản in trọn ở chỗ khác): among its
recipients, in cells, as headings. There marks end them; in a clause they end themselves, whatever
verb follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import is_collective, starts_with_head
from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.boundaries import STARTS, TELLING, Boundaries
from luocdo.loaders.sentences.name_words import AND
from luocdo.loaders.sentences.words import Words
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.graph.vocabulary.lexicon import Lexicon

_LONGEST = 18  # words
_SAID = (*STARTS, Meaning.MANNER, Meaning.DESCRIBES, Meaning.TIME_OPENER)
_LONGER = (
    Meaning.NAME_WORD,
    Meaning.NAME_PHRASE,
    Meaning.REGION,
    Meaning.GOES_ON,
    Meaning.DETERMINER,
)
_DASHES = frozenset({"-", "–", "&", "/"})


class PrintedNames:
    """Knows the names that one paper prints between marks."""

    def __init__(self, names: Iterable[str], lexicon: Lexicon) -> None:
        """Keep those of ``names`` that say more than a head word, and nothing of what is done."""
        self._bounds = Boundaries(lexicon)
        self._rows: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for name in dict.fromkeys(names):
            words = Words.of(name, Span(0, len(name)), accents=lexicon.accents)
            if self._is_name(words):
                self._rows.setdefault(words.compared[:2], []).append(words.compared)
        for rows in self._rows.values():
            rows.sort(key=len, reverse=True)

    def end(self, words: Words, place: int) -> int | None:
        """Return where the longest such name that begins at ``place`` ends."""
        for row in self._rows.get(words.compared[place : place + 2], ()):
            end = place + len(row)
            if words.compared[place:end] == row and self._stands_alone(words, end):
                return end
        return None

    def _is_name(self, words: Words) -> bool:
        head = self._bounds.term(words, 0, Meaning.UNIT_HEAD)
        if head is None or not head.words < len(words) <= _LONGEST or not words.is_capital(0):
            return False
        whole = words.phrase(0, len(words))
        if is_collective(whole) or not starts_with_head(whole):
            return False
        inner = range(head.words, len(words))
        return not any(self._says(words, at) for at in inner)

    def _says(self, words: Words, at: int) -> bool:
        """Return whether something is said here that no name holds."""
        mark = words.is_mark(at) and words.printed[at] not in ",-–&"
        said = words.is_small(at) and self._bounds.term(words, at, *_SAID) is not None
        return mark or said

    def _stands_alone(self, words: Words, end: int) -> bool:
        """Return whether no longer name goes on behind ``end``."""
        if end >= len(words):
            return True
        if words.is_mark(end) or words.compared[end] in AND:
            begins = starts_with_head(words.phrase(end + 1, end + 1 + TELLING))
            joins = words.printed[end] in _DASHES or words.is_capital(end + 1)
            return begins or not joins
        if words.is_capital(end):
            return self._bounds.begins_order(words, end)
        return self._bounds.term(words, end, *_LONGER) is None
