"""Conditions, purposes and times before who acts (điều kiện, mục đích đứng trước chủ thể): where
who acts may begin.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.vocabulary.lexicon import Lexicon
    from luocdo.loaders.sentences.actor_list import ListReader
    from luocdo.loaders.sentences.words import Words

_MOST_CONDITIONS = 12  # commas behind which who acts is looked for
_WITH = frozenset(
    {"với", "cùng", "voi", "cung"}
)  # "phối hợp với các cơ quan, đơn vị …": they help
_TOPIC = "topic"  # "về", "liên quan đến": who acts stands behind a colon
_LONGEST_TOPIC = 24  # words
_LONGEST_TIME = 8  # words of a time in front: "Sáng thứ Hai hằng tuần,"
_WORKING = frozenset({"ngày", "giờ", "ngay", "gio"})  # "10 ngày làm việc"
_SINCE = (("kể", "từ"), ("ke", "tu"))
_OF = frozenset({"of", "below"})  # values of prepositions
_LONGEST_OPENER = 4  # words: "trong quá trình thực hiện"
_ASKED = "đề nghị"
_THEN = "then"  # a value of what joins clauses
_LONGEST_ARTICLE = 8  # words between an article and the comma of its class


class Conditions:
    """Passes what stands before who acts."""

    def __init__(self, lists: ListReader, lexicon: Lexicon) -> None:
        """Read names with ``lists``."""
        self._lists, self._lexicon = lists, lexicon

    def places(self, words: Words, start: int) -> Iterator[int]:
        """Yield the words behind the commas of a sentence that begins with a condition, a purpose
        or a time.
        """
        yield from self._behind_topic(words, start)
        if not (self._is_condition(words, start) or self._returns(words, start)):
            return
        yield from self._behind_then(words, start)
        found, first = 0, self._past_subject(words, start)
        for at in range(first, len(words) - 1):
            place = self._behind(words, at, opened=at <= start + _LONGEST_OPENER)
            if place is not None:
                yield place
                found += 1
                if found >= _MOST_CONDITIONS:
                    return
        yield from self._small_nouns(words, start)

    def _behind_topic(self, words: Words, start: int) -> Iterator[int]:
        """Yield where "Về kinh phí: Sở A …", "Về chợ tạm, giao Sở A …" say who acts."""
        opened = self._lexicon.at(words.compared, start, Meaning.CONDITION, Meaning.TIME_OPENER)
        for at in range(start, min(len(words), start + _LONGEST_TOPIC) if opened else start):
            assigns = self._lexicon.at(words.compared, at + 1, Meaning.ASSIGNS)
            if words.printed[at] == ":" or (words.printed[at] == "," and assigns):
                yield at + 1
                return
            if words.printed[at] in ".;":
                return

    def _behind_then(self, words: Words, start: int) -> Iterator[int]:
        """Yield where "thì" ends a condition: "Nếu hồ sơ chưa đủ thì Sở A, Sở B …"."""
        for at in range(start, len(words) - 1):
            if words.printed[at] in ".;:":
                return
            if self.is_then(words, at):
                yield at + 1
                return

    def is_then(self, words: Words, at: int) -> bool:
        """Return whether the word here ends a condition."""
        joins = self._lexicon.at(words.compared, at, Meaning.JOINS)
        return joins is not None and joins.term.value == _THEN

    def _behind(self, words: Words, at: int, *, opened: bool) -> int | None:
        """Return where who acts may begin: behind a comma, or at "đề nghị" that no comma stands
        before ("nếu có vướng mắc đề nghị các sở …").
        """
        if words.printed[at] == ",":
            return at + 1 if self._may_begin(words, at + 1) else None
        if opened or not words.is_small(at - 1):
            return None  # "Trường hợp đề nghị cơ quan A …": what is asked there is the condition
        asked = self._lexicon.at(words.compared, at, Meaning.ASSIGNS)
        if asked is None or asked.term.value != _ASKED:
            return None
        return at if self._may_begin(words, at + asked.words) else None

    def _past_subject(self, words: Words, start: int) -> int:
        """Pass whoever a condition speaks of: "Sau khi Sở A, Sở B thống nhất, …"."""
        opened = self._lexicon.at(words.compared, start, Meaning.CONDITION)
        if opened is None or opened.term.value != "clause":
            return start
        subject = self._lists.at(words, start + opened.words)
        return subject.end if subject else start

    def _is_condition(self, words: Words, start: int) -> bool:
        """Return whether a sentence begins with a condition, not one that begins with
        its verb ("Theo dõi …", "định kỳ báo cáo …").
        """
        opened = self._lexicon.at(
            words.compared, start, Meaning.CONDITION, Meaning.TIME_OPENER, Meaning.RECURRENCE
        )
        verb = self._lexicon.at(words.compared, start, Meaning.ACTS)
        if opened is None or (verb and verb.words > opened.words):
            return False
        if opened.term.value == _TOPIC:
            return False
        behind = start + opened.words
        if verb:  # "Thực hiện Nghị quyết …, Sở A …"
            return (
                self._lexicon.at(words.compared, behind, Meaning.DOCUMENT_KIND, Meaning.CONVEYS)
                is not None
            )
        return (
            opened.term.meaning is Meaning.CONDITION and opened.term.value != "time"
        ) or not self._orders_at_once(words, behind)

    def _returns(self, words: Words, start: int) -> bool:
        """Tell "Thứ Sáu hằng tuần, Sở A …", "Cuối mỗi quý, Sở A …": what comes back, up to the
        first comma.
        """
        for at in range(start, min(len(words), start + _LONGEST_TIME)):
            if words.printed[at] in ".;:":
                return False
            if words.printed[at] == ",":
                return any(
                    self._lexicon.at(words.compared, place, Meaning.RECURRENCE)
                    for place in range(start, at)
                ) and not self._lexicon.at(words.compared, start, Meaning.ACTS, Meaning.REPORTS)
        return False

    def _orders_at_once(self, words: Words, at: int) -> bool:
        """Return whether this is a time that its verb follows without a comma: whoever is named
        behind is told, not charged.
        """
        for place in range(at, len(words)):
            if words.printed[place] == "," or self._opens_clause(words, place):
                return False
            verb = self._lexicon.at(words.compared, place, Meaning.REPORTS, Meaning.ACTS)
            if words.is_small(place) and verb and words.compared[place - 1] not in _WORKING:
                return True
        return True

    def _opens_clause(self, words: Words, at: int) -> bool:
        """Tell "kể từ ngày nhận …", "trước khi khai mạc …", whose verb says when, not what."""
        if words.compared[at : at + 2] in _SINCE:
            return True
        opened = self._lexicon.at(words.compared, at, Meaning.CONDITION)
        return opened is not None and opened.term.value == "clause"

    def _small_nouns(self, words: Words, start: int) -> list[int]:
        """Return where a class without its article stands behind a comma: "…, cơ quan quản lý
        nhiệm vụ gửi …".
        """
        commas = (at for at in range(start, len(words) - 1) if words.printed[at] == ",")
        found = (
            at + 1 for at in commas if self._lexicon.at(words.compared, at + 1, Meaning.CLASS_NOUN)
        )
        found = (at for at in found if not self._goes_on(words, at))
        begins = (self._with_article(words, at) for at in islice(found, _MOST_CONDITIONS))
        return [at for at in begins if words.compared[at - 1] not in _WITH]

    def _goes_on(self, words: Words, at: int) -> bool:
        """Tell "của Bộ, cơ quan": the noun goes on with the one before its comma, of whom the
        condition speaks.
        """
        noun = self._lexicon.at(words.compared, at - 2, Meaning.CLASS_NOUN)
        of = self._lexicon.at(words.compared, at - 3, Meaning.PREPOSITION)
        return noun is not None and noun.words == 1 and of is not None and of.term.value in _OF

    def _with_article(self, words: Words, at: int) -> int:
        """Return where the class begins that goes on at ``at``: "nếu cần sửa đổi các sở, ngành đề
        xuất …".
        """
        for place in range(max(0, at - _LONGEST_ARTICLE), at):
            if self._lexicon.at(words.compared, place, Meaning.DETERMINER):
                listing = self._lists.at(words, place)
                if listing and listing.end > at:
                    return place
        return at

    def _may_begin(self, words: Words, at: int) -> bool:
        """Return whether this is what may begin a list: a capital, a determiner, a word that
        assigns, a post before its class ("…, trưởng các đơn vị …").
        """
        if words.is_capital(at):
            return True
        post = self._lexicon.at(words.compared, at, Meaning.POST)
        at += post.words if post else 0
        return (
            self._lexicon.at(words.compared, at, Meaning.DETERMINER, Meaning.ASSIGNS) is not None
        )
