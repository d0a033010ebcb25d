"""Terms put together to a phrase (cụm từ): what may stand and may be left out, what is
said several times, what is printed with a capital.

``optional(of(Meaning.JOINS)) + "quy che"`` matches "va quy che" and "quy che".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.matching import alternation, plain
from luocdo.graph.vocabulary.rows import terms
from luocdo.graph.vocabulary.term import Meaning

if TYPE_CHECKING:
    from collections.abc import Callable


def of(meaning: Meaning, *values: str, accents: bool = False) -> str:
    """Return what matches a term of ``meaning`` that has one of ``values``; any where none is
    named.
    """
    return alternation(meaning, values=values, accents=accents)


def either(*pieces: str) -> str:
    """Return what matches one of ``pieces``."""
    return f"(?:{'|'.join(pieces)})"


def optional(*pieces: str) -> str:
    """Return what matches ``pieces`` in order, or nothing; white space ends each."""
    return "(?:" + "".join(rf"{piece}\s+" for piece in pieces) + ")?"


def several(piece: str, between: str) -> str:
    """Return what matches ``piece`` once or more, ``between`` two of them."""
    return f"(?:{piece}(?:{between}{piece})*)"


def spaced(words: str) -> str:
    """Return what matches ``words``, however the white space between them is."""
    return r"\s+".join(map(re.escape, words.split()))


def in_any_case(words: str) -> str:
    """Return what matches ``words`` as they are printed: small, with a capital or two, or in
    capitals; letters first, so that a search for them costs next to nothing.
    """
    forms = dict.fromkeys((words, words.capitalize(), words.title(), words.upper()))
    return "|".join(rf"{spaced(form)}(?!\w)" for form in forms)


def unguarded(meaning: Meaning, *values: str) -> str:
    """Return what matches the terms of ``meaning`` whatever stands around them: markup may touch a
    word that marks a part of a paper ("_Nơi nhận:_").
    """
    return f"(?:{'|'.join(map(spaced, _plain_prints(meaning, values, str.lower)))})"


@cache
def opening(meaning: Meaning, *values: str) -> str:
    """Return what matches a term of ``meaning`` as it begins a sentence: with a capital; without
    accents.
    """
    return _guarded(_plain_prints(meaning, values, _with_capital))


@cache
def capitalised(meaning: Meaning, *values: str) -> str:
    """Return what matches a term of ``meaning`` as it begins a heading: with a capital, or in
    capitals; without accents.
    """
    return _guarded(_plain_prints(meaning, values, _with_capital, str.upper))


def _with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _plain_prints(
    meaning: Meaning, values: tuple[str, ...], *forms: Callable[[str], str]
) -> list[str]:
    """Return the prints of the terms that have one of ``values`` in each of ``forms``, the longest
    first.
    """
    said = (
        plain(spelt)
        for term in terms(meaning)
        if not values or term.value in values
        for spelt in term.prints
    )
    return sorted({form(one) for one in said for form in forms}, key=lambda one: (-len(one), one))


def _guarded(prints: list[str]) -> str:
    return rf"(?<!\w)(?:{'|'.join(map(spaced, prints))})(?!\w)"
