"""Words typed wrongly (gõ sai): letters swapped, missing, too many, words run together; mended by
the words there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from luocdo.graph.stores.word_index import WordIndex

_MOST = 60  # spellings that one word may stand for
_LONG = 6  # letters from which two may be wrong
_LEAST = 2  # letters of a word that is mended


def mended(index: WordIndex, typed: Sequence[str]) -> list[tuple[str, ...]]:
    """Return each word of ``typed`` with the spellings it may be meant for, itself first; words
    run together taken apart.
    """
    known = index.words()
    words = [piece for word in typed for piece in _apart(word, known)]
    return [tuple(_spellings(word, known)) for word in words]


def _spellings(word: str, known: Mapping[str, int]) -> list[str]:
    """Return the words there are within one wrong letter of ``word``, two of a long one; a number
    is never wrong.
    """
    if len(word) < _LEAST or any(letter.isdigit() for letter in word):
        return [word]
    most = 2 if len(word) >= _LONG and word not in known else 1
    far = {
        other: OSA.distance(word, other, score_cutoff=most)
        for other in known
        if abs(len(other) - len(word)) <= most
    }
    near = sorted(
        (gap, -known[other], other)
        for other, gap in far.items()
        if gap <= most and other.isalpha()
    )
    return [word, *(other for _, _, other in near if other != word)][:_MOST]


def _apart(word: str, known: Mapping[str, int]) -> list[str]:
    """Return the two words that were run together, where ``word`` is none and they are; the
    commonest pair.
    """
    if word in known:
        return [word]
    cuts = [(word[:at], word[at:]) for at in range(_LEAST, len(word) - _LEAST + 1)]
    pairs = [pair for pair in cuts if all(one in known for one in pair)]
    best = max(pairs, key=lambda pair: min(known[one] for one in pair), default=None)
    return list(best) if best and len(word) >= _LONG - 1 else [word]
