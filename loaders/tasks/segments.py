"""Cutting a clause into sentences that charge somebody (tách câu giao việc): lists of names are
never cut.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.words import Words
from luocdo.loaders.tasks.actors import HEADING
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.tasks.actors import ActorFinder
    from luocdo.loaders.tasks.duty_words import DutyWords


_WORD = re.compile(r"\w")
_LONGEST_LABEL = 4  # words behind what a label says, with its colon: "Thành phần tham dự họp:"
_LONGEST_NUMBER = 4  # letters: "(viii)"


class Segments:
    """Cuts the clauses of one document."""

    def __init__(self, words: DutyWords, text: str, actors: ActorFinder) -> None:
        """``text`` is that of the page, without accents where ``words`` are."""
        self._words, self._text, self._actors, self._lexicon = words, text, actors, actors.lexicon

    def of(self, span: Span) -> Iterator[tuple[int, int]]:
        """Cut a clause into sentences and items; a list of names stays with its verb ("A; B; C
        chịu trách nhiệm …").
        """
        words = self._text[span.start : span.end]
        reports = (hit.end() for hit in self._words.inner_report.finditer(words))
        cuts = sorted(
            {0, *(hit.end() for hit in self._words.segment.finditer(words)), *reports, len(words)}
        )
        begin, last, listed = 0, 0, self._listed_until(span, 0)
        for end in cuts[1:]:
            if end <= listed and end < len(words):
                continue
            piece, last = words[last:end], end
            if _WORD.search(piece) is None and end < len(words):
                continue
            if end < len(words) and self._goes_on(piece):
                continue
            if _WORD.search(words, begin, end):
                yield span.start + begin, span.start + end
            begin, listed = end, self._listed_until(span, end)

    def _goes_on(self, piece: str) -> bool:
        """Tell words that are no sentence without what stands behind them."""
        return self._names_on(piece) or self._is_condition(piece) or self._is_label(piece)

    def _is_label(self, words: str) -> bool:
        """Tell "Thành phần tham dự:", which says what the names behind it are."""
        if not words.rstrip().endswith(":") or len(words) > HEADING:
            return False
        cut = Words.of(words, Span(0, len(words)), accents=self._lexicon.accents)
        first = self._actors.frames.first_word(cut)
        label = self._lexicon.at(cut.compared, first, Meaning.STATES)
        return label is not None and len(cut) - first - label.words <= _LONGEST_LABEL

    def _names_on(self, words: str) -> bool:
        """Tell "phối hợp với Sở A;" that names partners and goes on behind the semicolon."""
        partners = self._words.partners.search(words)
        if partners is not None:
            return self._words.verb.search(partners["who"]) is None
        return words.rstrip().endswith(";") and self._begins_list(words)

    def _begins_list(self, words: str) -> bool:
        """Tell names with what tells which are meant, and no verb: the list goes on behind the
        semicolon.
        """
        cut = Words.of(words, Span(0, min(len(words), 3 * HEADING)), accents=self._lexicon.accents)
        if self._words.verb.search(words):
            return False
        if not len(cut):
            return False
        listing = self._actors.lists.at(cut, self._actors.frames.first_actor(cut))
        return listing is not None and cut.printed[listing.end : listing.end + 1] != (":",)

    def _is_condition(self, words: str) -> bool:
        """Tell "Trước ngày 10 tháng 6 hằng năm," that stands before what is to be done."""
        cut = Words.of(words, Span(0, min(len(words), HEADING)), accents=self._lexicon.accents)
        first = self._actors.frames.first_word(cut)
        opened = self._lexicon.at(
            cut.compared, first, Meaning.CONDITION, Meaning.TIME_OPENER, Meaning.RECURRENCE
        )
        return (
            opened is not None and "," not in words.rstrip(" ,") and words.rstrip().endswith(",")
        )

    def _listed_until(self, span: Span, at: int) -> int:
        """Return where the names that a sentence begins with end, counted from the beginning of
        the clause.
        """
        return self._actors.list_end(span.start + at, span.end) - span.start

    def only_ends(self, start: int, end: int) -> bool:
        """Tell "hoàn thành trước ngày 25 tháng 11" that dates what stands before it."""
        words = self._actors.words(Span(start, min(end, start + HEADING)))
        done = self._lexicon.at(words.compared, 0, Meaning.TIME_OPENER)
        return (
            done is not None
            and words.compared[0] in ("hoàn", "xong", "hoan")
            and self._lexicon.at(words.compared, done.words, Meaning.TIME_OPENER) is not None
        )


def behind_number(text: str, start: int, end: int) -> int:
    """Return where the words of an order begin that is numbered within its clause: "(ii) lập …",
    "b) rà soát …"; ``start`` where it is not.
    """
    opened = start + text.startswith("(", start)
    closed = text.find(")", opened, min(end, opened + _LONGEST_NUMBER + 1))
    number = text[opened:closed] if closed > opened else ""
    numbered = set(number) <= set("ivx") if len(number) > 1 else number.isalnum()
    return closed + 1 if number and numbered else start
