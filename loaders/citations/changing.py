"""Verbs by which one document changes another (sửa đổi, thay thế, bãi bỏ …), and the words around
them: one list, from the vocabulary, for whoever reads namings, titles and changes.

Patterns are matched against text without accents.
"""

from __future__ import annotations

from luocdo.graph.vocabulary import Meaning, alternation, value_of
from luocdo.graph.vocabulary.phrasing import of, optional

_SUSPENDS, _GUIDES, _CONSOLIDATES = "SUSPENDS", "GUIDES", "CONSOLIDATES"


def verbs(*types: str) -> str:
    """Return a group of the verbs of these edge ``types``."""
    return alternation(Meaning.CHANGES, values=types)


ANY_VERB = alternation(Meaning.CHANGES)
CHANGING = alternation(Meaning.CHANGES, without=(_SUSPENDS, _GUIDES, _CONSOLIDATES))
"""What a document does to the words or the life of another; a suspension leaves both."""
AND = of(Meaning.JOINS, "and")
AND_OR = of(Meaning.JOINS, "and", "or")
DETERMINER = of(Meaning.DETERMINER)
MATTER = optional(of(Meaning.TITLE_OPENS, "matter"))
ALREADY = optional(of(Meaning.ALREADY, "done"))
BEFALLS = of(Meaning.BEFALLS)
SUFFERS = of(Meaning.BEFALLS, "passive")
BY = of(Meaning.PREPOSITION, "by", "using", "at", "after")
"""Words before the document that changes another: "sửa đổi bởi", "bổ sung tại"."""
SOME_OF = of(Meaning.SOME_OF, "provisions")
ARTICLES = ("article", "part", "chapter", "section", "small", "annex")
_OF = optional(of(Meaning.PREPOSITION, "of"))
_OF_AT = optional(of(Meaning.PREPOSITION, "of", "at"))
OF_PART = (
    rf"(?:{optional(DETERMINER)}(?:{SOME_OF}\s+{_OF}"
    rf"|{of(Meaning.DIVISION, *ARTICLES)}\s[^.;]{{0,60}}?\s{_OF_AT})?)"
)
"""What of a document is meant, before its name: "một số điều của", "khoản 2 Điều 5"."""
CHANGED_BY = (
    rf"[\s,(;]*{optional(AND)}{ALREADY}{SUFFERS}\s+(?P<verb>{CHANGING})"
    rf"[^.;“”]{{0,100}}?\s{BY}\s+{OF_PART}"
)
"""In full: "X được sửa đổi, bổ sung một số điều bởi Y"."""


def type_of(verb: str) -> str:
    """Return the edge type of a verb as the text has it."""
    return value_of(Meaning.CHANGES, verb) or "AMENDS"
