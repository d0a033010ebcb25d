"""The frame of a sentence that charges somebody (khung câu giao việc).

    sentence  := { condition "," } [assigns] list ( ":" | [","] predicate ) …
A sentence that tells what somebody is or did ("Sở A là …", "đã …") has no such frame.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.asides import Asides
from luocdo.loaders.sentences.conditions import Conditions
from luocdo.loaders.sentences.given_work import GivenWork
from luocdo.loaders.sentences.names import NameKind
from luocdo.loaders.sentences.predicates import Predicate, PredicateReader

if TYPE_CHECKING:
    from luocdo.graph.vocabulary.lexicon import Lexicon
    from luocdo.loaders.sentences.actor_list import Listing, ListReader
    from luocdo.loaders.sentences.words import Words

LABELS = (
    Meaning.LABEL_LEAD,
    Meaning.LABEL_COORDINATE,
    Meaning.LABEL_TIME,
    Meaning.LABEL_PRODUCT,
    Meaning.LABEL_APPROVER,
)
_MOST_ASKED = 3  # who asks whom to ask whom
_ABBREVIATED = 2  # letters: "TP. Huế"
_LONGEST_JOINED = 12  # words of a name before the comma
_LEADING = 6  # marks and small words before the first name


@dataclass(frozen=True, slots=True)
class Frame:
    """Who acts, and where what they are to do begins: at ``does``; ``headed`` behind a colon,
    ``assigned`` by a word before.
    """

    actors: Listing
    does: int
    predicate: Predicate | None
    headed: bool = False
    assigned: bool = False

    @property
    def open(self) -> bool:
        """Return whether the verb of a frame is in no list: the unit before it is all that
        tells.
        """
        return not self.headed and (self.predicate is None or self.predicate.meaning is None)


class FrameReader:
    """Reads the frame of a sentence."""

    def __init__(self, lists: ListReader, lexicon: Lexicon) -> None:
        """Read who acts with ``lists``."""
        self._lists, self._lexicon = lists, lexicon
        self._conditions = Conditions(lists, lexicon)
        self._asides = Asides(lists, lexicon)
        self._work = GivenWork(lists, lexicon)
        self._predicates = PredicateReader(lexicon)

    def read(self, words: Words) -> Frame | None:
        """Return the frame of a sentence, from its beginning, else behind its conditions."""
        start = self.first_word(words)
        if self.is_label(words, start):
            return None
        if special := self._given(words, start) or self._enforcing(words, start):
            return special
        for at in dict.fromkeys(
            (start, self._past_heading(words, start), *self._conditions.places(words, start))
        ):
            frame = self._from(words, at)
            if frame and (
                at == start or not frame.open or self._begins_anew(words, at, frame.actors)
            ):
                return frame
        return None

    def _begins_anew(self, words: Words, at: int, actors: Listing) -> bool:
        """Return whether this is a known unit behind a condition's comma, not one that goes on
        with a list ("Khi Sở A, Sở B báo cáo …").
        """
        if words.printed[at - 1] == ":" or self._conditions.is_then(words, at - 1):
            return actors.surely
        if actors.kinds[-1] is not NameKind.KNOWN or words.printed[at - 1] != ",":
            return False
        before = range(max(0, at - _LONGEST_JOINED), at - 1)
        return not any(
            name.end == at - 1
            for place in before
            if (
                words.is_capital(place)
                or self._lexicon.at(words.compared, place, Meaning.DETERMINER)
            )
            and (name := self._lists.names.at(words, place))
        )

    def first_word(self, words: Words) -> int:
        """Return the first word behind bullets and marks."""
        return next((at for at in range(min(len(words), _LEADING)) if not words.is_mark(at)), 0)

    def is_label(self, words: Words, at: int) -> bool:
        """Return whether this is "Đơn vị chủ trì: …", a line of an item's fields."""
        label = self._lexicon.at(words.compared, at, *LABELS)
        return label is not None and words.printed[at + label.words : at + label.words + 1] == (
            ":",
        )

    def list_end(self, words: Words) -> int | None:
        """Return the word behind the names that a sentence begins with; all that stands before who
        must enforce are names.
        """
        start = self.first_word(words)
        if enforced := self._enforcing(words, start):
            return enforced.actors.end
        listing = self._lists.at(words, self.first_actor(words))
        return listing.end if listing else None

    def first_actor(self, words: Words) -> int:
        """Return the word at which a list of actors would begin: behind bullets and "Giao", "Yêu
        cầu".
        """
        first = self._past_heading(words, self.first_word(words))
        return self._past_assigning(words, first)[0]

    def _given(self, words: Words, start: int) -> Frame | None:
        """Read who is to do what the sentence begins with: "Việc in giấy mời do Sở A đảm nhận"."""
        actors = self._work.at(words, start) or self._work.led_by(words, start)
        return Frame(actors, 0, Predicate(0, Meaning.LEADS)) if actors else None

    def _enforcing(self, words: Words, start: int) -> Frame | None:
        """Read "…, Giám đốc các Sở … chịu trách nhiệm thi hành Quyết định này": whatever stands
        before are names.
        """
        for at in range(start + 1, len(words) - 3):
            if (
                words.printed[at] == "."
                and words.is_capital(at + 1)
                and len(words.printed[at - 1]) > _ABBREVIATED
            ):
                return None
            if words.compared[at] in ("chịu", "chiu") and words.compared[at + 3] in (
                "thi",
                "thực",
                "tổ",
                "thuc",
                "to",
            ):
                found = self._lexicon.at(words.compared, at, Meaning.OBLIGES)
                begin = self._past_heading(words, self._past_assigning(words, start)[0])
                actors = self._lists.at(words, begin) if found else None
                if actors is None or self._acts_before(words, actors.end, at):
                    return None
                return Frame(
                    replace(actors, end=max(actors.end, at)),
                    at,
                    Predicate(at, Meaning.OBLIGES, obliged=True),
                )
        return None

    def _acts_before(self, words: Words, start: int, end: int) -> bool:
        """Return whether this is "Sở A chủ trì, chỉ đạo B chịu trách nhiệm tổ chức …": who is
        named first does something else.
        """
        verb = self._lexicon.at(
            words.compared, start, Meaning.LEADS, Meaning.COORDINATES, Meaning.ACTS
        )
        return start < end and verb is not None and words.is_small(start)

    def _past_heading(self, words: Words, at: int) -> int:
        """Pass the heading of an article that is glued to its sentence: "Tổ chức thực hiện Chánh
        Văn phòng …".
        """
        heading = self._lexicon.at(words.compared, at, Meaning.HEADING_DUTIES)
        return at + heading.words if heading and words.is_capital(at + heading.words) else at

    def _from(self, words: Words, place: int, asked: int = 0) -> Frame | None:
        at, assigned = self._past_assigning(words, place)
        charged = (
            None if assigned else self._lexicon.at(words.compared, at, Meaning.HEADING_CHARGES)
        )
        actors = self._lists.at(words, at + (charged.words if charged else 0))
        if actors is None or (charged and words.printed[actors.end : actors.end + 1] != (":",)):
            return None
        if actors.end < len(words) and words.printed[actors.end] == ":":
            told = assigned or charged is not None
            return Frame(actors, actors.end + 1, None, headed=True, assigned=told)
        predicate = self._predicate(words, actors.end)
        if (predicate is None or predicate.meaning is None) and (
            anchor := self._asides.anchor(words, actors)
        ):
            predicate = self._predicates.at(words, anchor)
            if not self._asides.is_when(words, actors.end):
                actors = replace(actors, end=anchor)
        if predicate is None:
            return None
        return self._through(words, predicate, asked) or Frame(
            actors, predicate.at, predicate, assigned=assigned
        )

    def _predicate(self, words: Words, end: int) -> Predicate | None:
        """Return what is to be done behind names, or behind what they are."""
        direct = self._predicates.at(words, self._asides.past_examples(words, end))
        charge = None if direct else self._asides.behind_what_is(words, end)
        return self._predicates.at(words, charge) if charge else direct

    def _through(self, words: Words, predicate: Predicate, asked: int) -> Frame | None:
        """Return the frame of whoever is charged through those who are named first."""
        if predicate.meaning is Meaning.ASSIGNS and asked < _MOST_ASKED:
            return self._asked(words, predicate, asked + 1)
        return self._directed(words, predicate)

    def _directed(self, words: Words, predicate: Predicate) -> Frame | None:
        """Read "Sở A chỉ đạo Chi cục B chủ trì …": who is told to lead does, not who tells."""
        directs = self._lexicon.at(words.compared, predicate.at, Meaning.DIRECTS)
        if directs is None:
            return None
        told = self._lists.at(words, predicate.at + directs.words)
        leads = told and self._lexicon.at(words.compared, told.end, Meaning.LEADS)
        if told is None or not leads:
            return None
        return Frame(told, told.end, Predicate(told.end, Meaning.LEADS), assigned=True)

    def _asked(self, words: Words, predicate: Predicate, asked: int) -> Frame | None:
        """Read "Chủ tịch … yêu cầu Giám đốc Sở Y tế …": who is asked acts, not who asks."""
        at = predicate.at
        while at < len(words) and self._lexicon.at(words.compared, at, Meaning.ASSIGNS) is None:
            at += 1
        frame = self._from(words, at, asked)
        return frame if frame and frame.assigned else None

    def _past_assigning(self, words: Words, place: int) -> tuple[int, bool]:
        at, assigned = place, False
        if words.compared[at : at + 1] == ("nay",):
            at += 1
        if words.compared[at : at + 2] in (("trân", "trọng"), ("tran", "trong")):
            at += 2
        while found := self._lexicon.at(words.compared, at, Meaning.ASSIGNS):
            at, assigned = at + found.words, True
            if words.compared[at : at + 1] == ("cho",):
                at += 1
            if words.compared[at : at + 1] not in ((",",), ("và",)):
                break
            at += 1
        return (at, True) if assigned else (place, False)
