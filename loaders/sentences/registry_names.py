"""Names of the registry at a place of a sentence (tên có trong danh bạ), the longest of them; a
bounded way ahead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.units.lookup import keep_small

if TYPE_CHECKING:
    from luocdo.graph.units.resolving import UnitContext, UnitResolver
    from luocdo.loaders.sentences.words import Words

HARD = frozenset(';:.()[]“”"?!…*+•|«»')
"""Marks that no name runs over."""

ROLES = (("cơ", "quan"), ("đơn", "vị"), ("co", "quan"), ("don", "vi"))
"""Nouns that say behind a name what the unit is."""

_DASHES = frozenset({"-", "–", "—"})
_LONGEST_KNOWN = 18  # words


class RegistryNames:
    """Knows the names of one document: those of the registry, and its own abbreviations."""

    def __init__(self, resolver: UnitResolver, units: UnitContext) -> None:
        """Names are known within the document that ``units`` describe."""
        self._resolver, self._units = resolver, units
        self._told: dict[str, int] = {}

    def end(self, words: Words, place: int) -> int | None:
        """Return the word behind the longest known name that begins at ``place``."""
        if words.printed[place] in self._units.abbreviations:
            return place + 1
        horizon = self._horizon(words, place)
        ahead = words.phrase(place, horizon)
        if ahead not in self._told:
            keep_small(self._told)
            self._told[ahead] = self._longest(words, place, horizon) - place
        return place + self._told[ahead] if self._told[ahead] else None

    def _longest(self, words: Words, place: int, horizon: int) -> int:
        """Return the word behind the longest known name, ``place`` where none begins there."""
        endings = self._resolver.endings
        for end in range(horizon, place, -1):
            ends = words.compared[end - 1] in endings or words.printed[end - 1].isupper()
            if ends and self._resolver.knows(words.phrase(place, end), self._units):
                return end
        return place

    def _horizon(self, words: Words, place: int) -> int:
        end = place
        last = min(len(words), place + _LONGEST_KNOWN)
        while end < last:
            if words.printed[end] in _DASHES and words.compared[end + 1 : end + 3] in ROLES:
                break  # "Sở Tài chính - Cơ quan thường trực": what it is, no part of its name
            if words.printed[end] in HARD and not (
                words.printed[end] == "." and words.printed[end - 1] in ("TP", "T")
            ):
                break
            end += 1
        return end
