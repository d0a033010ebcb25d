"""Verbs by which one document changes another (sửa đổi, thay thế, bãi bỏ …): one list, from the
vocabulary, for whoever reads namings, titles and changes.

Patterns are matched against text without accents.
"""

from __future__ import annotations

from luocdo.graph.vocabulary import Meaning, alternation, terms, value_of

_TYPES = tuple(dict.fromkeys(term.value for term in terms(Meaning.CHANGES)))
SUSPENDS = "SUSPENDS"


def verbs(*types: str) -> str:
    """Return a group of the verbs of these edge ``types``."""
    return alternation(Meaning.CHANGES, without=tuple(one for one in _TYPES if one not in types))


CHANGING = verbs(*(one for one in _TYPES if one != SUSPENDS))
"""What a document does to the words or the life of another; a suspension leaves both."""


def type_of(verb: str) -> str:
    """Return the edge type of a verb as the text has it."""
    return value_of(Meaning.CHANGES, verb) or "AMENDS"
