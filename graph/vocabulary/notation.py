"""The notation of wordings (ký pháp): words as they are printed and terms in braces, put together
with few marks.

    [x]         what may be there; [x]*5 up to five times
    (x|y)       one of several
    {term}      a term by its name
    name=(x)    what is asked for by a name; so name={term}
    !(x) &(x)   what must not, what must follow; <!(x) what must not stand before
    ~ …         white space or none; whatever; a blank is white space
    ^ $         the beginning, the end

With which words a match may begin, and which come second, is told from a notation too, so that few
rules are tried at a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.vocabulary.matching import plain, spellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FIGURE = "#"
"""any figure, as a first or second word"""
ANY = "*"
"""any word"""

Beginnings = frozenset[tuple[str, ...]]
"""The first words of what may be matched, two at most; one word, or none, where no more is asked
for."""

NOTHING: Beginnings = frozenset({()})
_MOST = 2
_TOKEN = re.compile(
    r"\{(?P<term>[\w.!]+)\}|(?P<name>\w+)=(?=[({])|(?P<open>(?:[!&]|<!)?\(|\[)"
    r"|(?P<close>[])])(?:\*(?P<times>\d+))?|(?P<word>[^\W_]+)|(?P<mark>.)"
)
_BLANKS = {" ": r"\s+", "~": r"\s*"}
_WHATEVER = "…"
_EDGE = r"\b"
_ONE_BLANK = r"\s"
_BARE = {*"|^$"}
_OPENS = {"(": "(?:", "[": "(?:", "!(": "(?!", "&(": "(?=", "<!(": "(?<!"}
_ASKS = {"!(", "&(", "<!("}


class Term(NamedTuple):
    """What stands for a name in braces: its pattern, and how it may begin."""

    pattern: str
    begins: Beginnings


def term_of(notation: str, terms: Mapping[str, Term]) -> Term:
    """Return what a notation says, for others to be made of."""
    return Term(f"(?:{pattern_of(notation, terms)})", beginnings(notation, terms))


@dataclass(frozen=True, slots=True)
class Spelling:
    """How texts spell what a notation says: with accents, in the very case of its letters."""

    accents: bool = False
    cased: bool = False

    def of(self, word: str) -> str:
        """Return the pattern of a word."""
        ways = spellings(word if self.cased else word.lower(), accents=self.accents)
        return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


PLAIN = Spelling()


def pattern_of(notation: str, terms: Mapping[str, Term], spelling: Spelling = PLAIN) -> str:
    """Return the pattern of a notation; a word is whole where no blank stands beside it."""
    tokens = list(_TOKEN.finditer(notation))
    pieces = []
    named = looks_back = False  # the bracket or the term right behind a name is what it names
    for at, token in enumerate(tokens):
        looks_back = token["open"] == "<!(" or (looks_back and not token["close"])
        if named:
            pieces.append(f"{terms[token['term']].pattern})" if token["term"] else "")
        elif looks_back and token[0] == " ":
            pieces.append(_ONE_BLANK)
        else:
            pieces.append(_piece(tokens, at, terms, spelling))
        named = token["name"] is not None
    return "".join(pieces)


def _piece(
    tokens: list[re.Match[str]], at: int, terms: Mapping[str, Term], spelling: Spelling
) -> str:
    token = tokens[at]
    if token["word"]:
        return _whole_word(tokens, at, spelling)
    if token["term"]:
        return terms[token["term"]].pattern
    if token["name"]:
        return f"(?P<{token['name']}>"
    return _OPENS[token["open"]] if token["open"] else _closed(token)


def _closed(token: re.Match[str]) -> str:
    if not token["close"]:
        return _mark(token[0])
    if token["times"]:
        return f"){{0,{token['times']}}}"
    return ")?" if token["close"] == "]" else ")"


def _mark(mark: str) -> str:
    if mark == _WHATEVER:
        return ".*"
    return mark if mark in _BARE else _BLANKS.get(mark) or re.escape(mark)


def _whole_word(tokens: list[re.Match[str]], at: int, spelling: Spelling) -> str:
    """Return a word; white space on a side says itself where it ends."""
    before = tokens[at - 1] if at else None
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    starts = before is None or before["open"] or before[0] in {"|", "^", _WHATEVER}
    ends = behind is None or behind[0] not in _BLANKS
    return (_EDGE if starts else "") + spelling.of(tokens[at][0]) + (_EDGE if ends else "")


def beginnings(notation: str, terms: Mapping[str, Term]) -> Beginnings:
    """Return the first words of whatever a notation matches."""
    return _alternatives(_TOKEN.finditer(notation), terms)[0]


def _alternatives(
    tokens: Iterator[re.Match[str]], terms: Mapping[str, Term]
) -> tuple[Beginnings, re.Match[str] | None]:
    """Return the beginnings of all that stands before the closing bracket, and that bracket."""
    found: Beginnings = frozenset()
    current = NOTHING
    for token in tokens:
        if token["close"]:
            return found | current, token
        if token["mark"] == "|":
            found, current = found | current, NOTHING
        else:
            current = joined(current, _begins(token, tokens, terms))
    return found | current, None


def _begins(
    token: re.Match[str], tokens: Iterator[re.Match[str]], terms: Mapping[str, Term]
) -> Beginnings:
    if token["term"]:
        return terms[token["term"]].begins
    if token["open"]:
        inner, closing = _alternatives(tokens, terms)
        return NOTHING if token["open"] in _ASKS else _taken(inner, token, closing)
    if token["word"]:
        return frozenset({(FIGURE if token[0].isdigit() else plain(token[0].lower()),)})
    return NOTHING


def _taken(inner: Beginnings, opening: re.Match[str], closing: re.Match[str] | None) -> Beginnings:
    """Return the beginnings of a bracket that may be left out or come again."""
    if opening["open"] != "[":
        return inner
    again = closing is not None and closing["times"]
    return NOTHING | inner | (joined(inner, inner) if again else NOTHING)


def joined(first: Beginnings, second: Beginnings) -> Beginnings:
    """Return the beginnings of one thing behind another."""
    return frozenset(
        one if len(one) >= _MOST else (one + two)[:_MOST] for one in first for two in second
    )
