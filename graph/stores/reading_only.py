"""What reads is allowed (chỉ được hỏi): a question is a row of reading clauses, anything else is
refused before it runs.

Forbidding what writes is a list that is never whole: CHECKPOINT changes an embedded graph though
it is opened for reading, COPY … TO writes a file wherever it likes, LOAD CSV asks a foreign
server. So each word that begins a clause must be one of those that read. Where clauses begin needs
no grammar of Cypher: at the start, behind an opening brace or UNION, and where a word follows
something that an expression may end with - two operands never stand side by side.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from luocdo.graph.errors import QueryError

READ_ONLY = "chỉ được hỏi, không được sửa kho bằng Cypher; muốn sửa: luocdo load, luocdo forget"

_CLAUSES = frozenset(
    {
        "MATCH",
        "OPTIONAL",
        "WHERE",
        "WITH",
        "UNWIND",
        "RETURN",
        "ORDER",
        "SKIP",
        "LIMIT",
        "UNION",
        "CALL",
        "EXPLAIN",
        "PROFILE",
    }
)
_FIRST = _CLAUSES - {"WHERE", "ORDER", "SKIP", "LIMIT", "UNION"}
# Words within a clause: those that stand between operands, before one, and behind one.
_BETWEEN = frozenset(
    [
        "AND",
        "OR",
        "XOR",
        "IN",
        "STARTS",
        "ENDS",
        "CONTAINS",
        "IS",
        "AS",
        "WHEN",
        "THEN",
        "ELSE",
        "YIELD",
    ]
)
_BEFORE = frozenset(["NOT", "BY", "CASE", "WHEN", "DISTINCT"])
_BEHIND = frozenset(["END", "ASC", "DESC", "ASCENDING", "DESCENDING"])
_PATHS = frozenset(["TRAIL", "SHORTEST", "ACYCLIC", "WALK"])
_HARMLESS = frozenset(  # procedures that tell what a store is made of
    {
        "SHOW_TABLES", "TABLE_INFO", "SHOW_CONNECTION", "SHOW_FUNCTIONS", "SHOW_MACROS",
        "DB_VERSION", "DB.LABELS", "DB.RELATIONSHIPTYPES", "DB.PROPERTYKEYS",
        "DB.SCHEMA.VISUALIZATION", "DB.SCHEMA.NODETYPEPROPERTIES", "DB.SCHEMA.RELTYPEPROPERTIES",
        "DBMS.COMPONENTS",
    }
)  # fmt: skip
_TOKEN = re.compile(
    r"""
    (?P<space> \s+ | //[^\n]* | /\*.*?\*/ )
  | (?P<text>  '(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" )
  | (?P<name>  `(?:``|[^`])*` )
  | (?P<word>  [^\W\d]\w* )
  | (?P<value> \$\w+ | \d[\w.]* )
  | (?P<sign>  . )
    """,
    re.VERBOSE | re.DOTALL,
)


class _Token(NamedTuple):
    kind: str
    text: str


@lru_cache(maxsize=256)  # a look-up asks the same few questions again and again
def refuse_writing(query: str) -> None:
    """Let through what only reads.

    Raises:
        QueryError: a clause is none of those that read, a string is left open, or there is more
        than one question.
    """
    tokens = [_Token(str(found.lastgroup), found.group()) for found in _TOKEN.finditer(query)]
    tokens = [token for token in tokens if token.kind != "space"]
    while tokens and tokens[-1].text == ";":
        tokens.pop()
    if any(token.kind == "sign" and token.text in "'\"`;" for token in tokens):
        raise QueryError(READ_ONLY)
    for at, token in enumerate(tokens):
        if token.kind == "word" and _begins_clause(tokens, at) and not _reads(tokens, at):
            raise QueryError(READ_ONLY)


def _begins_clause(tokens: list[_Token], at: int) -> bool:
    """Return whether the word at ``at`` stands where only a clause can begin."""
    word = tokens[at].text.upper()
    if at == 0 or _opens(tokens, at - 1):
        return word != "ALL"  # UNION ALL
    return (
        _is_operand(tokens, at - 1)
        and word not in _BETWEEN | _BEHIND
        and not _is_kind_of_path(tokens, at)
    )


def _opens(tokens: list[_Token], at: int) -> bool:
    """Return whether a clause begins behind the token at ``at``: UNION [ALL], EXPLAIN, or the
    brace of a subquery.
    """
    word = tokens[at].text.upper()
    if tokens[at].kind == "word" and not _is_named(tokens, at):
        behind = tokens[at - 1].text.upper() if at else ""
        return word in {"UNION", "EXPLAIN", "PROFILE"} or (word == "ALL" and behind == "UNION")
    return word == "{" and not _is_map(tokens, at)


def _is_map(tokens: list[_Token], at: int) -> bool:
    """Return whether the brace at ``at`` holds ``key: value`` pairs, or nothing."""
    following = [token.text for token in tokens[at + 1 : at + 3]]
    return following[:1] == ["}"] or following[1:] == [":"]


def _is_named(tokens: list[_Token], at: int) -> bool:
    """Return whether the word at ``at`` is a property, a label or a type, whatever it is spelled
    like.
    """
    before = tokens[at - 1].text if at else ""
    return before == "." or (before in {":", "|", "&", "!"} and not _is_key(tokens, at - 1))


def _is_key(tokens: list[_Token], at: int) -> bool:
    """Return whether the colon at ``at`` stands behind the key of a map, so that an expression
    follows it.
    """
    opener = tokens[at - 2].text if at > 1 else ""
    return tokens[at].text == ":" and opener in {"{", ","}


def _is_operand(tokens: list[_Token], at: int) -> bool:
    """Return whether an expression or a pattern may end with the token at ``at``."""
    kind, text = tokens[at]
    if kind == "word":
        return _is_named(tokens, at) or not (text.upper() in _CLAUSES or _joins(tokens, at))
    if kind == "sign":
        return text in {")", "]", "}"} or (text == "*" and _is_whole(tokens, at))
    return True


def _joins(tokens: list[_Token], at: int) -> bool:
    """Return whether the word at ``at`` joins operands; behind AS, or where none stands before it,
    it is a name.
    """
    word = tokens[at].text.upper()
    if at and tokens[at - 1].text.upper() == "AS":
        return False
    return (
        word in _BEFORE
        or (word in _BETWEEN and at > 0 and _is_operand(tokens, at - 1))
        or _is_kind_of_path(tokens, at)
    )


def _is_kind_of_path(tokens: list[_Token], at: int) -> bool:
    """Return whether the word at ``at`` says which paths are meant: ``* SHORTEST 1..5``, ``* ALL
    SHORTEST``.
    """
    before = [token.text.upper() for token in tokens[max(at - 2, 0) : at]]
    return tokens[at].text.upper() in _PATHS and (before[-1:] == ["*"] or before == ["*", "ALL"])


def _is_whole(tokens: list[_Token], at: int) -> bool:
    """Return whether the star at ``at`` means every column, not a product or a length."""
    before = tokens[at - 1].text.upper() if at else ""
    return before in {"WITH", "RETURN", "DISTINCT", "YIELD", ","}


def _reads(tokens: list[_Token], at: int) -> bool:
    word = tokens[at].text.upper()
    if word == "CALL":
        return _is_harmless(tokens[at + 1 : at + 12])
    return word in (_CLAUSES if at else _FIRST)


def _is_harmless(called: list[_Token]) -> bool:
    """Return whether a subquery is called (its clauses are looked at as well), or a procedure that
    only tells.
    """
    if called and called[0].text in {"{", "("}:
        return True
    name = ""
    for token in called:
        if token.text == "(":
            break
        name += token.text
    return name.upper() in _HARMLESS
