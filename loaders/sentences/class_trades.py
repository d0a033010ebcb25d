"""What a class does by trade (ngành nghề của nhóm): words that tell which of it are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.boundaries import FIRM, Boundaries

if TYPE_CHECKING:
    from luocdo.graph.vocabulary.lexicon import Place
    from luocdo.loaders.sentences.words import Words

_OF_WHAT = frozenset(
    {"vực", "ngành", "vụ", "vuc", "nganh", "vu"}
)  # a noun, no verb: "lĩnh vực xây dựng"
_LONGEST_TRADE = 30
_SURE = "sure"  # words of trade that are no duty
_LONGEST_BRACKET = 60
_OFFICE = "office"
_AND = frozenset({"và", "va"})


class ClassTrades:
    """Reads the trade of a class behind its noun."""

    def __init__(self, bounds: Boundaries) -> None:
        """End it at ``bounds``."""
        self._bounds = bounds

    def end(self, words: Words, at: int, noun: Place) -> int | None:
        """Return where the words end that tell a class by its trade ("hoạt động trong lĩnh vực bưu
        chính"), None without.

        What may be a duty too ("cung cấp …") is the trade of firms alone, and only where a
        predicate or a colon follows.
        """
        trade = self._bounds.term(words, at, Meaning.CLASS_ACTIVITY)
        if trade is None or (trade.term.value == "" and noun.term.value != FIRM):
            return None
        end = self._trade_end(words, at + trade.words)
        behind = self.past_bracket(words, end) if words.printed[end : end + 1] == ("(",) else end
        told = trade.term.value == _OFFICE or end > at + trade.words
        followed = behind < len(words) and self._bounds.begins_predicate(words, behind)
        return end if trade.term.value == _SURE or (told and followed) else None

    def _trade_end(self, words: Words, start: int) -> int:
        noun = (
            self._bounds.term(words, start, Meaning.ACTS)
            if words.compared[start - 1] in _OF_WHAT
            else None
        )
        first = start + (noun.words if noun else 0)
        for end in range(first, min(len(words), start + _LONGEST_TRADE)):
            if self._ends_trade(words, end):
                return end
        return len(words) if len(words) <= start + _LONGEST_TRADE else start

    def _ends_trade(self, words: Words, at: int) -> bool:
        """Return whether where words of trade end: before a predicate or a tale; a comma or "và"
        ends them only where another name or what is to be done follows.
        """
        if self._bounds.term(words, at, Meaning.DESCRIBES, Meaning.CONDITION):
            return True
        if words.printed[at] == "," or words.compared[at] in _AND:
            behind = at + 1
            named = self._bounds.begins_class(words, behind) or words.is_capital(behind)
            return named or self._bounds.begins_predicate(words, behind)
        stopped = words.is_mark(at) and words.printed[at] != "%"
        return stopped or self._bounds.begins_predicate(words, at)

    def concern_end(self, words: Words, at: int) -> int:
        """Return where what a class is concerned with ends: "liên quan đến việc thực hiện sắp
        xếp".
        """
        if words.compared[at : at + 1] in (("việc",), ("viec",)):
            at += 1
            while verb := self._bounds.term(words, at, Meaning.ACTS):
                at += verb.words
        return self._trade_end(words, at)

    def past_bracket(self, words: Words, at: int) -> int:
        """Return the word behind a bracket that opens at ``at``."""
        ends = range(at, min(len(words), at + _LONGEST_BRACKET))
        return next((end + 1 for end in ends if words.printed[end] == ")"), at + 1)
