"""Whom a sentence names beside who acts (người phối hợp, nơi nhận báo cáo), behind the verb that
says in which part.

partners  := coordinates { manner } ["với" | "cùng"] list
receivers := reports ["cho" | "về" | "lên"] list  |  reports … ("cho" | "về" | "gửi") list
channel   := receivers ["("] ["thông"] "qua" list
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.names import NameKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.vocabulary.lexicon import Lexicon, Place
    from luocdo.loaders.sentences.actor_list import Listing, ListReader
    from luocdo.loaders.sentences.words import Words

_WITH = frozenset({"with", "together"})  # values of words that join
_TO = frozenset({"to", "toward", "until", "with"})  # values of words before a receiver
_LONGEST_VERB = 2  # words: "làm việc"
_FAR_TO = frozenset({"to", "toward"})
_LONGEST_HELP = 4  # words: "sự tham gia, phối hợp của"
_BY = frozenset({"of", "from"})
_MOST_MANNER = 8  # words between "phối hợp" and "với"
_BRACKET = 3  # words that may stand between whom it goes to and "qua": "(thông"
_SIGNED = 3  # words between whom it is submitted to and whom it is sent to: "ký gửi"
_FARTHEST = 30  # words between "báo cáo" and "cho Sở A"


@dataclass(frozen=True, slots=True)
class Partners:
    """Whom a sentence names behind "phối hợp"; they help where somebody ``leads``, else they are
    only named.
    """

    units: Listing
    leads: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A unit that what is reported passes through on its way: it is to gather or to examine, then
    to send it ``to``.
    """

    units: Listing
    examines: bool
    to: Listing | None = None
    verb: int = 0


class PartnerReader:
    """Reads partners and receivers of a sentence."""

    def __init__(self, lists: ListReader, lexicon: Lexicon) -> None:
        """Read names with ``lists``."""
        self._lists, self._lexicon = lists, lexicon

    def partners(self, words: Words) -> Partners | None:
        """Return the partners of the first "phối hợp" that names some."""
        leads = False
        for at in range(len(words)):
            leads = leads or self._lexicon.at(words.compared, at, Meaning.LEADS) is not None
            found = self._lexicon.at(words.compared, at, Meaning.COORDINATES) or self._leads_with(
                words, at
            )
            if found is None:
                continue
            if helped := self._helped_by(words, at, at + found.words):
                return Partners(helped, leads=True)
            colon = words.printed[at + found.words : at + found.words + 1] == (":",)
            if units := self._behind_word(words, at + found.words):
                return Partners(units, leads or colon)
        return None

    def _helped_by(self, words: Words, at: int, behind: int) -> Listing | None:
        """Read "có sự phối hợp của Sở B", "với sự tham gia phối hợp từ Sở B": whoever acts is
        helped.
        """
        before = range(max(0, at - _LONGEST_HELP), at)
        noun = any(self._lexicon.at(words.compared, one, Meaning.MAKES_NOUN) for one in before)
        if not noun or self._value(words, behind) not in _BY:
            return None
        return self._lists.at(words, behind + 1)

    def _behind_word(self, words: Words, at: int) -> Listing | None:
        """Return whom "phối hợp với", or "phối hợp:", names."""
        if words.printed[at : at + 1] == (":",):
            return self._lists.at(words, at + 1)
        return self._lists.at(words, self._past_manner(words, at))

    def _leads_with(self, words: Words, at: int) -> Place | None:
        """Read "chủ trì cùng Sở B", "làm đầu mối, cùng với Sở B": who leads does so
        with somebody.
        """
        leads = self._lexicon.at(words.compared, at, Meaning.LEADS)
        behind = at + leads.words if leads else len(words)
        behind += words.printed[behind : behind + 1] == (",",)
        return leads if self._value(words, behind) == "together" else None

    def _past_manner(self, words: Words, at: int) -> int:
        for place in range(at, min(len(words), at + _MOST_MANNER)):
            if self._value(words, place) in _WITH:
                return self._past_with(words, place)
            if words.printed[place] in ".;:(" or words.is_capital(place):
                break
        return at

    def _past_with(self, words: Words, at: int) -> int:
        while self._value(words, at) in _WITH:
            at += 1
        return at

    def receivers(self, words: Words) -> Listing | None:
        """Return whom the first verb of reporting names."""
        return next((units for _, units in self._sendings(words)), None)

    def beyond(self, words: Words) -> Listing | None:
        """Return who gets what is first submitted for signing: "trình Lãnh đạo Bộ ký gửi Bộ B"."""
        sendings = list(islice(self._sendings(words), 2))
        if [value for value, _ in sendings] != ["submit", "send"]:
            return None
        first, second = (units for _, units in sendings)
        return second if second.start - first.end <= _SIGNED else None

    def channel(self, words: Words, receivers: Listing) -> tuple[Listing, Listing] | None:
        """Return whom it goes to and by way of whom: "về Bộ B (qua Cục A)"; the bracket may be
        read as of the name.
        """
        through = range(receivers.start + 1, min(len(words), receivers.end + _BRACKET))
        at = next((place for place in through if words.compared[place] == "qua"), 0)
        before = at - (words.compared[at - 1] in ("thông", "thong"))
        before -= words.printed[before - 1] == "("
        if not at or receivers.end < before or not (channel := self._units(words, at + 1)):
            return None
        return replace(receivers, end=before), channel

    def steps(self, words: Words) -> Iterator[Step]:
        """Yield the stations of "gửi A tổng hợp gửi B thẩm định trình C": A, then B."""
        first = True
        sendings = list(self._sendings(words))
        for number, (value, units) in enumerate(sendings):
            if value == "submit":
                continue
            at = self._step(words, units.end)
            step = at < len(words)
            examines = step and self._passes_on(words, at) == "examines"
            if (
                not step
                or (not first and not examines)
                or (first and not self._goes_on(words, at))
            ):
                continue
            first = False
            further = next((further for _, further in sendings[number + 1 :]), None)
            yield Step(units, examines, further, at)

    def _step(self, words: Words, at: int) -> int:
        """Return where "tổng hợp" or "thẩm định" stands behind whom it is sent to and what is
        sent.
        """
        for place in range(at, min(len(words), at + _FARTHEST)):
            if words.printed[place] in ".;:":
                break
            if self._passes_on(words, place):
                return place
        return len(words)

    def _passes_on(self, words: Words, at: int) -> str:
        found = self._lexicon.at(words.compared, at, Meaning.PASSES_ON)
        return found.term.value if found else ""

    def _value(self, words: Words, at: int) -> str:
        """Return what a word says that joins, or that stands before whose or to whom it is."""
        found = self._lexicon.at(words.compared, at, Meaning.PREPOSITION, Meaning.JOINS)
        return found.term.value if found and found.words == 1 else ""

    def _goes_on(self, words: Words, at: int) -> bool:
        return any(
            self._lexicon.at(words.compared, place, Meaning.REPORTS)
            for place in range(at + 1, len(words))
        )

    def _sendings(self, words: Words) -> Iterator[tuple[str, Listing]]:
        at = 0
        while at < len(words):
            found = self._lexicon.at(words.compared, at, Meaning.REPORTS)
            units = self._behind(words, at + found.words, found.term.value) if found else None
            if found and units:
                yield found.term.value, units
                at = units.end
            else:
                at += found.words if found else 1

    def _behind(self, words: Words, at: int, value: str) -> Listing | None:
        place = at
        while again := self._verb_again(words, place):
            place = again
        place += self._value(words, place) in _TO
        if direct := self._units(words, place):
            return direct
        return None if value == "submit" else self._afar(words, place)

    def _verb_again(self, words: Words, at: int) -> int:
        """Return where the next verb of reporting ends ("báo cáo, đề xuất"), 0 where
        none follows.
        """
        place = at + (words.printed[at : at + 1] == (",",))
        again = self._lexicon.at(words.compared, place, Meaning.REPORTS)
        return place + again.words if again else 0

    def _afar(self, words: Words, at: int) -> Listing | None:
        """Read "báo cáo kết quả thực hiện cho Sở A": what is reported stands between."""
        for place in range(at, min(len(words), at + _FARTHEST)):
            if words.printed[place] in ".;:" or self._lexicon.at(
                words.compared, place, Meaning.REPORTS
            ):
                return None
            far = self._value(words, place) in _FAR_TO or self._is_before(words, at, place)
            if far and (units := self._units(words, place + 1)):
                return units
        return None

    def _is_before(self, words: Words, start: int, at: int) -> bool:
        """Tell "báo cáo kết quả với Sở A" from "kết quả phối hợp với Sở A", "đối với Sở A"."""
        if at == start or words.compared[at] not in ("với", "voi"):
            return False
        return not any(
            (taken := self._lexicon.at(words.compared, place, Meaning.TAKES_WITH))
            and place + taken.words == at
            for place in range(max(start, at - _LONGEST_VERB), at)
        )

    def _units(self, words: Words, at: int) -> Listing | None:
        """Return the units at ``at``: a receiver is named with a capital."""
        if not words.is_capital(at):
            return None
        units = self._lists.at(words, at)
        return units if units and (units.surely or units.kinds[0] is NameKind.NAMED) else None
