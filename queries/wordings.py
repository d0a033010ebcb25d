"""Ways to write what is asked for (cách viết): as typed, with abbreviations for what they stand
for, and the other way round.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.registry.datafiles import read_rows
from luocdo.graph.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from luocdo.graph.words import Word

_VARIANTS = 8  # ways to write what was asked with abbreviations and without


class Wanted(NamedTuple):
    """A word asked for: ``spellings`` without accents any of which will do; ``printed`` only where
    it must be printed so.
    """

    spellings: tuple[str, ...]
    printed: str = ""

    def fits(self, word: Word) -> bool:
        """Return whether ``word`` is the one."""
        return word.plain in self.spellings and (not self.printed or word.printed == self.printed)


Phrase = tuple[Wanted, ...]


def variants(asked: Sequence[Word]) -> Iterator[Phrase]:
    """Yield what was asked as typed, then with abbreviations for what they stand for, and the
    other way round.
    """
    found: list[Phrase] = [tuple(_literal(word) for word in asked)]
    for short, full in _abbreviations():
        for phrase in list(found):
            found += [*_replaced(phrase, short, full), *_replaced(phrase, full, short)]
    yield from list(dict.fromkeys(found))[:_VARIANTS]


def _literal(word: Word) -> Wanted:
    """A word typed as an abbreviation is meant as one: AI is not "ai"."""
    is_short = any(
        short == (Wanted((word.plain,), word.printed),) for short, _ in _abbreviations()
    )
    return Wanted((word.plain,), word.printed if is_short else "")


def _replaced(phrase: Phrase, old: Phrase, new: Phrase) -> Iterator[Phrase]:
    spelt = [word.spellings for word in old]
    for at in range(len(phrase) - len(old) + 1):
        if [word.spellings for word in phrase[at : at + len(old)]] == spelt:
            yield (*phrase[:at], *new, *phrase[at + len(old) :])


@cache
def _abbreviations() -> tuple[tuple[Phrase, Phrase], ...]:
    """Return the common abbreviations; a short form counts only where it is printed so."""
    rows = list(read_rows("abbreviations.tsv"))
    return tuple(
        (
            tuple(Wanted((word.plain,), word.printed) for word in words_of(row["short"])),
            tuple(Wanted((word.plain,)) for word in words_of(row["full"])),
        )
        for row in rows
    )
