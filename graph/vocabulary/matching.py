r"""Terms as pieces of patterns (mẫu): white space that lines may break, whole words, with accents
or without.

A piece is in small letters; whoever wants capitals too says ``(?i:…)`` around it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.rows import terms

if TYPE_CHECKING:
    from luocdo.graph.vocabulary.term import Meaning, Scope, Term

# Two places for one accent (hoà, hòa); the first is printed here.
_TONES = (
    ("òa", "oà"),
    ("óa", "oá"),
    ("ỏa", "oả"),
    ("õa", "oã"),
    ("ọa", "oạ"),
    ("ủy", "uỷ"),
    ("ùy", "uỳ"),
    ("úy", "uý"),
)


@cache
def alternation(
    meaning: Meaning,
    scope: Scope | None = None,
    *,
    without: tuple[str, ...] = (),
    values: tuple[str, ...] = (),
    accents: bool = False,
) -> str:
    """Return a group that matches any term of ``meaning``, the longest first; text without accents
    is the rule.

    Terms whose value is one of ``without`` are left out; where ``values`` are named, all others.
    """
    kept = tuple(
        term
        for term in terms(meaning, scope)
        if term.value not in without and (not values or term.value in values)
    )
    return group(kept, accents=accents)


@cache
def value_of(meaning: Meaning, words: str) -> str | None:
    """Return the value of the term that ``words`` spell, accents, case and white space apart; None
    where none does.
    """
    return _values(meaning).get(plain(" ".join(words.split()).lower()))


@cache
def _values(meaning: Meaning) -> dict[str, str]:
    """Return the value of each print of ``meaning``; the first term that claims a print has it."""
    found: dict[str, str] = {}
    for term in terms(meaning):
        for spelt in term.prints:
            found.setdefault(plain(spelt.lower()), term.value)
    return found


def alone(term: Term) -> re.Pattern[str]:
    """Return the pattern of one term, with its accents, in any case."""
    return re.compile(f"(?i:{group((term,), accents=True)})")


def group(found: tuple[Term, ...], *, accents: bool) -> str:
    """Return a group that matches any of some terms, the longest first."""
    spelt = [
        (spelling, term)
        for term in found
        for one in term.prints
        for spelling in spellings(one, accents=accents)
    ]
    spelt.sort(key=lambda pair: len(pair[0]), reverse=True)
    pieces = dict.fromkeys(
        _piece(spelling.lower(), term, accents=accents) for spelling, term in spelt
    )
    return rf"(?<!\w)(?:{'|'.join(pieces)})(?!\w)"


def spellings(print_: str, *, accents: bool) -> tuple[str, ...]:
    """Return the ways in which a print is written: without accents one, with them both places of a
    tone.
    """
    if not accents:
        return (plain(print_),)
    other = print_
    for new, old in _TONES:
        other = re.sub(rf"{new}(?!\w)", old, other)
    return (print_, other) if other != print_ else (print_,)


def plain(text: str) -> str:
    """Return ``text`` without accents, letter for letter."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _piece(print_: str, term: Term, *, accents: bool) -> str:
    before = "".join(rf"(?<!\b{_fixed(one, accents=accents)})" for one in term.not_before)
    return f"{before}{_spaced(print_)}{behind(term, accents=accents)}"


def behind(term: Term, *, accents: bool) -> str:
    """Return what forbids the words that must not follow a term."""
    forbidden = [_follows(one if accents else plain(one)) for one in term.not_behind]
    return f"(?!{'|'.join(forbidden)})" if forbidden else ""


def _fixed(words: str, *, accents: bool) -> str:
    return re.escape(words if accents else plain(words)).replace(r"\ ", r"\s") + r"\s"


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _follows(words: str) -> str:
    if words == "$":
        return r"\s*$"
    return rf"\s+{_spaced(words)}(?!\w)" if words[:1].isalnum() else rf"\s*{re.escape(words)}"
