"""Words of the language are data: patterns that spell them by hand become fewer, never more."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
READERS = ("loaders", "graph/units")
_COMPILING = {"compile", "sub", "search", "finditer", "match", "split", "findall", "fullmatch"}
_PIECE = re.compile(r"\\[bdsSwW]|\(\?[:=!<P]")
_WORD = re.compile(r"[^\W\d_]{2,}")
# What a pattern says that is no word of the language: comments, names and flags of groups, classes
# of letters, escapes, counts.
_SYNTAX = re.compile(
    r"(?m)\s\#.*$|\(\?P[<=]\w+[>)]|\(\?[a-z]+\)|\(\?[a-z-]+:|\\[a-zA-Z]|\[[^\]]*\]|\{[^}]*\}"
)
# What a phrase may have around its words and between them without being a pattern of its own.
_AROUND_PHRASE = re.compile(r"\(\?[a-z]+\)|\(\?[a-z]*:|\\[bsW][+*]?|\\\.|[\^$)]")


def hand_written(source: str) -> Iterator[str]:
    """Yield the pattern strings of a module that spell words of the language by hand.

    Counted is each pattern that is compiled or handed to a function of `re`, and each piece that is
    put into others, if it has a word of two letters or more and more than one phrase: a choice, a
    class, a repetition or a look around. Not counted: a phrase ("có hiệu lực", its blanks opened),
    and what is put in from the vocabulary. An f-string counts by what it spells itself.
    """
    tree = ast.parse(source)
    patterns = [one for node in ast.walk(tree) if (one := _pattern(node)) is not None]
    inside = {id(inner) for pattern in patterns for inner in ast.walk(pattern)}
    pieces = [node for node in _strings(tree) if id(node) not in inside]
    spelt = [*map(_spelt, patterns), *(one for one in map(_spelt, pieces) if _PIECE.search(one))]
    yield from (
        one for one in spelt if _WORD.search(_SYNTAX.sub(" ", one)) and not _is_phrase(one)
    )


def _strings(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield the strings of a module but those that are a statement (docstrings)."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    formatted = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    said |= {id(inner) for node in formatted for inner in ast.walk(node) if inner is not node}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in said:
            yield node


def _pattern(node: ast.AST) -> ast.expr | None:
    """Return what a call compiles."""
    if not isinstance(node, ast.Call):
        return None
    name = node.func
    if isinstance(name, ast.Attribute) and isinstance(name.value, ast.Name):
        compiles = name.value.id == "re" and name.attr in _COMPILING
    else:
        compiles = isinstance(name, ast.Name) and name.id == "compiled"
    return node.args[0] if compiles and node.args else None


def _spelt(node: ast.expr) -> str:
    """Return the letters of a string that stand in the module itself."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_spelt(piece) for piece in node.values)
    if isinstance(node, ast.BinOp):
        return _spelt(node.left) + _spelt(node.right)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _is_phrase(spelt: str) -> bool:
    return re.fullmatch(r"[\w ]*", _AROUND_PHRASE.sub("", spelt)) is not None


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('re.compile(r"(?i)sở|cục")', 1),  # a choice of words
        ('re.compile(rf"(?i)\\b(?:{HEADS})\\s+tỉnh")', 0),  # words of the vocabulary and a phrase
        ('re.compile(r"có\\s+hiệu\\s+lực")', 0),  # a phrase
        ('re.sub(r"[ \\t]+|\\d{1,3}", "", text)', 0),  # marks and figures are no words
        ('_PLACE = r"(?:các\\s+)?tỉnh"', 1),  # a piece of patterns
        ('"""Tell a|b (?:c)."""', 0),  # a docstring
        ('re.compile(r"(?P<short>[A-Z]+)")', 0),  # the name of a group is no word
    ],
)
def test_a_pattern_counts_where_it_spells_more_than_a_phrase(source: str, count: int) -> None:
    assert len(list(hand_written(source))) == count


def test_patterns_that_spell_words_become_fewer() -> None:
    """Lower the ceiling with each pattern that goes; what is to go stands in the vocabulary."""
    found = [
        spelt
        for folder in READERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        for spelt in hand_written(path.read_text(encoding="utf-8"))
    ]
    assert len(found) <= 104
    assert all(len(spelt) <= 200 for spelt in found)
