"""Words between a class and what it is to do (lời kể chen giữa chủ thể và vị ngữ): "các tổ chức
từ … có trách nhiệm", "các địa phương, nhất là các tỉnh ven biển, khẩn trương …".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.names import NameKind

if TYPE_CHECKING:
    from luocdo.graph.vocabulary.lexicon import Lexicon
    from luocdo.loaders.sentences.actor_list import Listing, ListReader
    from luocdo.loaders.sentences.words import Words

_LONGEST_TALE = 30  # words of a clause that tells which of a class are meant
_LONGEST_EXAMPLES = 40  # words of the examples of a class
_IS = "is"
_HAS = (("có",), ("co",))
_MAY = frozenset(
    {
        "chức",
        "quyền",
        "thể",
        "trách",
        "nhiệm",
        "thẩm",
        "chuc",
        "quyen",
        "the",
        "trach",
        "nhiem",
        "tham",
    }
)


class Asides:
    """Finds where what a class is to do begins behind words that tell of it."""

    def __init__(self, lists: ListReader, lexicon: Lexicon) -> None:
        """Read examples of a class with ``lists``."""
        self._lists, self._lexicon = lists, lexicon

    def past_examples(self, words: Words, end: int) -> int:
        """Pass "…, nhất là các tỉnh trong vùng, …": examples of a class are no actors of their
        own.
        """
        comma = words.printed[end : end + 1] == (",",)
        if not comma or not self._lexicon.at(words.compared, end + 1, Meaning.ABOVE_ALL):
            return end
        at = end + 3 + (words.compared[end + 3 : end + 4] in (("là",), ("có",), ("la",), ("co",)))
        examples = self._lists.at(words, at)
        return self._sure_predicate(words, examples.end) if examples else end

    def _sure_predicate(self, words: Words, at: int) -> int:
        """Return where what is to be done surely begins behind examples; ``at`` where it does not
        within the sentence.
        """
        for place in range(at, min(len(words), at + _LONGEST_EXAMPLES)):
            if words.printed[place] in ".;:":
                break
            if self._lists.names.ends_name(words, place):
                return place
        return at

    def anchor(self, words: Words, actors: Listing) -> int | None:
        """Return where a charge stands behind a class that a clause of its own tells: "Các tổ chức
        từ … có trách nhiệm".
        """
        if actors.kinds[-1] is NameKind.KNOWN:
            return None
        has = self._has(words, actors)
        told = (
            has
            or self._lexicon.at(
                words.compared, actors.end, Meaning.GOES_ON, Meaning.CLASS_QUALIFIER
            )
            is not None
        )
        when = self.is_when(words, actors.end)
        for at in range(actors.end + has, min(len(words), actors.end + _LONGEST_TALE)):
            if self._ends_tale(words, at, when=when):
                return None
            charge = self._lexicon.at(words.compared, at, Meaning.OBLIGES, Meaning.LEADS)
            if charge and charge.words > 1:
                return at
            if told and not when and at > actors.end and self._lists.names.ends_name(words, at):
                return at
        return None

    def _has(self, words: Words, actors: Listing) -> bool:
        """Return whether this is "các xã có rừng …", which tells which are meant, not "các xã có
        trách nhiệm".
        """
        has = (
            words.compared[actors.end : actors.end + 1] in _HAS
            and actors.kinds[-1] is NameKind.CLASS
        )
        does = self._lexicon.at(words.compared, actors.end, Meaning.ACTS)  # "có văn bản đề nghị"
        may = _MAY.intersection(words.compared[actors.end + 1 : actors.end + 2])
        return has and does is None and not may

    def behind_what_is(self, words: Words, end: int) -> int | None:
        """Return where a charge stands behind what somebody is: "Tổ công tác gồm 9 thành viên, có
        nhiệm vụ …".
        """
        told = self._lexicon.at(words.compared, end, Meaning.DESCRIBES)
        if told is None or told.term.value != _IS:
            return None
        for at in range(end + told.words, min(len(words), end + _LONGEST_TALE)):
            if words.printed[at] in ".;:":
                return None
            charge = self._lexicon.at(words.compared, at, Meaning.OBLIGES)
            if charge and charge.words > 1 and words.printed[at - 1] == ",":
                return at
        return None

    def is_when(self, words: Words, at: int) -> bool:
        """Return whether this is "khi nhận được …", which tells when a class acts, not which of it
        are meant.
        """
        opened = self._lexicon.at(words.compared, at, Meaning.CONDITION)
        return opened is not None and opened.term.value == "clause"

    def _ends_tale(self, words: Words, at: int, *, when: bool) -> bool:
        if words.printed[at] in ".;:,(":
            return True
        return (
            not when
            and self._lexicon.at(words.compared, at, Meaning.DESCRIBES, Meaning.STATES) is not None
        )
