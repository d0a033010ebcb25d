"""Terms put together to a wording (cách diễn đạt): what may stand and may be left out, what is
said several times, what is printed with a capital.

``optional(of(Meaning.JOINS)) + "quy che"`` matches "va quy che" and "quy che".
"""

from __future__ import annotations

import re
from functools import cache

from luocdo.graph.vocabulary.matching import alternation, plain
from luocdo.graph.vocabulary.rows import terms
from luocdo.graph.vocabulary.term import Meaning


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


@cache
def capitalised(meaning: Meaning, *values: str) -> str:
    """Return what matches a term of ``meaning`` as it begins a sentence or a heading: with a
    capital, or in capitals; without accents.
    """
    said = (
        plain(spelt)
        for term in terms(meaning)
        if not values or term.value in values
        for spelt in term.prints
    )
    forms = {form for one in said for form in (one[:1].upper() + one[1:], one.upper())}
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    spaced = (r"\s+".join(map(re.escape, form.split())) for form in ordered)
    return rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)"
