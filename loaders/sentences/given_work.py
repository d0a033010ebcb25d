"""Whom a sentence gives the work that it begins with (câu bị động): who does it stands behind.

    given := work-noun … "do" list (takes-on | leads)         "Việc in giấy mời do Sở A đảm nhận"
           | work-noun … "được" list takes-on                 "Việc in giấy mời được Sở A đảm nhận"
           | work-noun … given-to list                        "Việc in giấy mời được giao cho Sở A"
           | assigns work-noun … "cho" list                   "Giao việc in giấy mời cho Sở A"
A sentence that tells what became of the work gives it to nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.names import NameKind

if TYPE_CHECKING:
    from luocdo.graph.vocabulary.lexicon import Lexicon
    from luocdo.loaders.sentences.actor_list import Listing, ListReader
    from luocdo.loaders.sentences.words import Words

_LONGEST_STRETCH = 30  # words from who is named to the last verb
_DUTY = "duty"  # a word that gives only what is called a duty: "Trách nhiệm … thuộc về Sở A"
_OPEN = frozenset({NameKind.MADE, NameKind.NAMED})  # names that may go on with any words
_DOER = frozenset({"doer", "passive"})  # values of words before who does it


class GivenWork:
    """Reads who gets the work of a sentence."""

    def __init__(self, lists: ListReader, lexicon: Lexicon) -> None:
        """Read who gets it with ``lists``."""
        self._lists, self._lexicon = lists, lexicon

    def at(self, words: Words, start: int) -> Listing | None:
        """Return who is to do what the sentence begins with at the word ``start``."""
        if self._is_work(words, start):
            return self._done_by(words, start) or self._passed_to(words, start)
        assigns = self._lexicon.at(words.compared, start, Meaning.ASSIGNS)
        if assigns and self._is_work(words, start + assigns.words):
            return self._handed_to(words, start + assigns.words)
        return None

    def led_by(self, words: Words, start: int) -> Listing | None:
        """Read "Tổ công tác do Sở A làm đầu mối …": who leads what the sentence is about stands
        behind "do".
        """
        for at in range(start + 1, len(words)):
            if words.printed[at] == "do" and words.is_capital(at + 1):
                if not self._is_about(words, start, at):
                    return None
                actors = self._lists.at(words, at + 1)
                leads = actors and self._lexicon.at(words.compared, actors.end, Meaning.LEADS)
                return actors if leads else None
        return None

    def _is_about(self, words: Words, start: int, end: int) -> bool:
        """Tell work, or a body, that a sentence is about from a noun that its verb has: "Tham dự
        hội thảo do Bộ A chủ trì" gives Bộ A nothing.
        """
        if self._is_work(words, start):
            return True
        named = self._lists.at(words.until(end), start)
        if named is None or named.end == end:
            return named is not None
        behind = range(named.end, end)
        return named.kinds[-1] in _OPEN and not any(
            self._lists.names.ends_name(words, at) for at in behind
        )

    def _is_work(self, words: Words, at: int) -> bool:
        return self._lexicon.at(words.compared, at, Meaning.WORK_NOUN) is not None

    def _done_by(self, words: Words, start: int) -> Listing | None:
        """Read "do Sở A đảm nhận", "được Sở A đảm nhận", the last verb of the clause."""
        for at in range(start + 1, len(words) - 1):
            if words.is_capital(at + 1) and self._names_doer(words, at):
                return self._before_taking_on(words, at + 1)
        return None

    def _names_doer(self, words: Words, at: int) -> bool:
        found = self._lexicon.at(words.compared, at, Meaning.PREPOSITION, Meaning.BEFALLS)
        return found is not None and found.term.value in _DOER

    def _before_taking_on(self, words: Words, place: int) -> Listing | None:
        for at in range(place + 1, min(len(words), place + _LONGEST_STRETCH)):
            verb = self._lexicon.at(words.compared, at, Meaning.TAKES_ON)
            if verb and self._ends(words, at + verb.words):
                named = self._lists.at(words.until(at), place)
                return named if named and named.end == at else None
        return None

    def _passed_to(self, words: Words, start: int) -> Listing | None:
        """Read "được giao cho Sở A", "thuộc trách nhiệm của Sở A"."""
        noun = self._lexicon.at(words.compared, start, Meaning.WORK_NOUN)
        for at in range(start + 1, len(words) - 1):
            if self._tells(words, at):
                return None
            given = self._lexicon.at(words.compared, at, Meaning.GIVEN_TO)
            if given is None:
                continue
            named = self._lists.at(words, at + given.words)
            fits = given.term.value != _DUTY or (noun is not None and noun.term.value == _DUTY)
            return named if named and fits and self._ends(words, named.end) else None
        return None

    def _handed_to(self, words: Words, start: int) -> Listing | None:
        """Read the last "cho Sở A" behind the work: "Giao việc cấp xe cho các xã cho Sở A"."""
        handed: Listing | None = None
        for at in range(start + 1, len(words) - 1):
            if words.compared[at] == "cho" and words.is_capital(at + 1):
                named = self._lists.at(words, at + 1)
                handed = named if named and self._ends(words, named.end) else handed
        return handed

    def _ends(self, words: Words, at: int) -> bool:
        """Tell the end of a clause, or a time limit behind which nothing is told of the past."""
        if at >= len(words):
            return True
        if words.printed[at] in ".;,":
            return True
        limit = self._lexicon.at(words.compared, at, Meaning.TIME_OPENER)
        rest = range(at, len(words))
        return limit is not None and not any(self._tells(words, place) for place in rest)

    def _tells(self, words: Words, at: int) -> bool:
        """Tell a word of what was or is: "đã được giao cho Sở A", "… đạt kết quả tốt"."""
        told = self._lexicon.at(words.compared, at, Meaning.DESCRIBES)
        passive = self._lexicon.at(words.compared, at, Meaning.GIVEN_TO, Meaning.TAKES_ON)
        return told is not None and passive is None
