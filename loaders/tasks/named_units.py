"""Units that a stretch of a clause names (đơn vị trong một chuỗi tên), cut apart, without what
explains them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.units.cell_units import split_units
from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.units.model import AUTHORITY
from luocdo.graph.units.pieces import UnitPiece, is_branch
from luocdo.graph.vocabulary.term import Meaning
from luocdo.graph.vocabulary.wordings import wording
from luocdo.loaders.sentences.words import Words
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.vocabulary.lexicon import Lexicon, Place
    from luocdo.loaders.context import ReadingContext

_LONGEST_UNKNOWN = 14
_CALLED = wording(__package__, "name_wordings", "explains a name")
_SEVERAL = re.compile(r"\([^()]*,[^()]*\)")  # units that explain a class; they are read apart
_SIGN = re.compile(r"\(\s*(?P<sign>[A-ZĐ]\w{0,7})\s*\)")
_POST_OF_CLASS = wording(__package__, "name_wordings", "post of a class")


class NamedUnits:
    """Finds the units that stretches of one document name."""

    def __init__(self, context: ReadingContext, lexicon: Lexicon) -> None:
        """``lexicon``: the words of the document's language, with accents or without."""
        self._context, self._page, self._lexicon = context, context.page, lexicon

    def of(self, name: Span) -> tuple[tuple[UnitPiece, Span], ...]:
        """Return the units of a stretch of names, and where they are printed."""
        found = tuple(one for item in _items(self._page.flat, name) for one in self._pieces(item))
        return tuple(one for one in found if self._plausible(one[0].name))

    def _pieces(self, item: Span) -> Iterator[tuple[UnitPiece, Span]]:
        printed = _CALLED.pattern.sub(
            _blank, self._page.flat[item.start : item.end].replace("\n", " ")
        )
        printed = _SIGN.sub(self._sign, _SEVERAL.sub(_blank, printed))
        for piece in split_units(printed, self._context.resolver, self._context.units):
            yield (
                self._without_person(piece),
                Span(item.start + piece.start, item.start + piece.end),
            )

    def _without_person(self, piece: UnitPiece) -> UnitPiece:
        """Name the holder of a post by the post: "Phó Hiệu trưởng Lê Văn An" is the Phó Hiệu
        trưởng.
        """
        words = Words.of(piece.name, Span(0, len(piece.name)), accents=self._lexicon.accents)
        post = self._lexicon.at(words.compared, 0, Meaning.POST, Meaning.UNIT_HEAD)
        if post is None or not self._may_be_held(post):
            return piece  # "BỘ Y TẾ": no person of the family Y
        if not all(map(words.is_capital, range(post.words, len(words)))):
            return piece
        person = self._lexicon.at(words.compared, post.words, Meaning.FAMILY_NAME)
        return (
            replace(piece, name=words.phrase(0, post.words))
            if person and len(words) - post.words > 1
            else piece
        )

    def _may_be_held(self, post: Place) -> bool:
        """Tell a post from the head word of a body, behind which no person is named."""
        return post.term.meaning is Meaning.POST or post.term.value == AUTHORITY

    def _sign(self, hit: re.Match[str]) -> str:
        """Blank a sign of the document's own behind its name: "Phòng Đào tạo (P3)"."""
        return (
            " " * len(hit.group())
            if hit["sign"] in self._context.units.abbreviations
            else hit.group()
        )

    def _plausible(self, name: str) -> bool:
        """Tell a unit from a stretch of a clause: it begins as a name, and one that nobody knows
        is short.
        """
        unit = self._context.resolver.resolve(name, self._context.units)
        if unit.known and unit.kind != "nhóm":
            return True
        if is_branch(name, lambda words: self._context.resolver.knows(words, self._context.units)):
            return True
        full = self._context.units.abbreviations.get(name, name)
        return (starts_with_head(full) or self._is_post(full)) and (
            unit.kind == "nhóm" or len(name.split()) <= self._longest(name)
        )

    def _is_post(self, name: str) -> bool:
        """Tell "Tổng giám đốc" alone: the head of the body that speaks."""
        words = Words.of(name, Span(0, len(name)), accents=self._lexicon.accents)
        post = self._lexicon.at(words.compared, 0, Meaning.POST)
        return post is not None and post.words == len(words)

    def _longest(self, name: str) -> int:
        """Return how many words a name that nobody knows may have; more where they are those that
        names are made of.
        """
        words = Words.of(name, Span(0, len(name)), accents=self._lexicon.accents)
        made = (
            self._lexicon.at(words.compared, at, Meaning.NAME_PHRASE) for at in range(len(words))
        )
        return 2 * _LONGEST_UNKNOWN if any(made) else _LONGEST_UNKNOWN


def _blank(hit: re.Match[str]) -> str:
    return " " * len(hit.group())


def _items(flat: str, name: Span) -> Iterator[Span]:
    """Cut a list of names at its semicolons and before the classes that a post governs."""
    printed = flat[name.start : name.end]
    cuts = [Span(0, 0), *(Span(*hit.span()) for hit in re.finditer(r";\s*", printed))]
    cuts += [Span(*hit.span()) for hit in _POST_OF_CLASS.finditer(printed)]
    cuts.sort(key=lambda cut: cut.start)
    for cut, after in pairwise((*cuts, Span(len(printed), len(printed)))):
        if printed[cut.end : after.start].strip(" ,"):
            yield Span(name.start + cut.end, name.start + after.start)
