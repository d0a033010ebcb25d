"""Words that names are made of (từ ngữ làm nên tên cơ quan): a head, fields of work, places,
numbers.

A field of work is a whole word: what follows it in small letters is one more such word, or begins
a predicate. A name that holds nothing else is as sure as one of the registry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning

if TYPE_CHECKING:
    from luocdo.graph.vocabulary.lexicon import Place
    from luocdo.loaders.sentences.boundaries import Boundaries
    from luocdo.loaders.sentences.words import Words

AND = frozenset({"và", "va"})
PLACES = frozenset(
    {
        "cấp",
        "huyện",
        "xã",
        "phường",
        "quận",
        "tỉnh",
        "cap",
        "huyen",
        "xa",
        "phuong",
        "quan",
        "tinh",
    }
)
"""Kinds of places that may end a name ("Hội Nông dân xã")."""

_LEVELS = frozenset({"cấp", "cap"})
_OF_LEVEL = PLACES | {"trung", "cơ", "co"}
SYLLABLES = 2  # of most words, and of a proper name
_PEOPLE = "people"  # a field that is whom the name is about: none stands behind a comma
_COMMUNES = frozenset({("đặc", "khu"), ("thị", "trấn"), ("dac", "khu"), ("thi", "tran")})
_ABOUT = frozenset({"về", "ve"})
_NUMBERED = frozenset({"số", "so"})
VERB = "verb"  # a field of work that is a verb in small letters
_WHOLE_HEAD = 3  # words of a head that says all ("Ban giám hiệu")
OTHERS = (Meaning.REGION, Meaning.UNIT_HEAD, Meaning.CLASS_NOUN, Meaning.DETERMINER)
_LONGER = (Meaning.UNIT_HEAD, Meaning.NO_UNIT, Meaning.NAME_WORD)


class NameWords:
    """Asks the vocabulary what a name is made of."""

    def __init__(self, bounds: Boundaries) -> None:
        """Ask ``bounds`` for terms."""
        self._bounds = bounds
        kept = (place for place in PLACES if not (bounds.accents and place.isascii()))
        self._places = frozenset(kept)
        """In text with accents "quan" is no "quận" ("quan tâm")."""

    def part(self, words: Words, at: int, behind: int) -> int | None:
        """Return where the part of a name ends that begins at ``at``, right ``behind`` what was
        read of it, or with a capital: a phrase that looks like a verb ("Phòng Kế hoạch tổng
        hợp"), a field of work, a verb or a head with capitals, a place.
        """
        if found := self._bounds.term(words, at, Meaning.NAME_PHRASE):
            return at + found.words
        adjacent = self.is_next(words, at, behind)
        told = self._next_part(words, at) if adjacent else None
        return told or self._field_end(words, at, adjacent=adjacent)

    def _next_part(self, words: Words, at: int) -> int | None:
        return (
            self._place_end(words, at)
            or self._joined(words, at)
            or self._further_places(words, at)
            or self._class_end(words, at)
        )

    def _further_places(self, words: Words, at: int) -> int | None:
        """Return where "phường" ends in "Hội Nông dân các xã, phường": a further kind of place."""
        joint = words.printed[at] == "," or words.compared[at] in AND
        if not joint or not words.is_small(at + 1):
            return None
        before = self._bounds.term(words, at - 1, Meaning.REGION)
        kind = self._bounds.term(words, at + 1, Meaning.REGION)
        if before is None or kind is None:
            return None
        end = at + 1 + kind.words
        told = self._bounds.term(words, end, Meaning.CLASS_QUALIFIER)
        return None if told else end  # "các tỉnh, thành phố trực thuộc" is a class

    def _field_end(self, words: Words, at: int, *, adjacent: bool) -> int | None:
        first = at + adjacent * (self._article(words, at) or self._about(words, at))
        field = self._bounds.term(words, first, Meaning.NAME_WORD)
        if field and self._is_field(words, first, field, adjacent=adjacent):
            return first + field.words
        return self.capital_end(words, at)

    def _class_end(self, words: Words, at: int) -> int | None:
        """Return where a class within a name ends: "các tổ chức" in "Liên hiệp các tổ chức hữu
        nghị" is no verb.
        """
        behind = at + self._article(words, at)
        noun = self._bounds.term(words, behind, Meaning.CLASS_NOUN) if behind > at else None
        return behind + noun.words if noun else None

    def _about(self, words: Words, at: int) -> int:
        """Count the word of "về" behind a verb within a name ("Phòng Quản lý về đất đai")."""
        behind_verb = self.capital_end(words, at - SYLLABLES) == at
        return int(behind_verb and words.compared[at] in _ABOUT)

    def goes_on(self, words: Words, at: int) -> bool:
        """Tell "và Tư vấn …", "và phòng, chống …" behind a name: it is half of a longer one."""
        if words.compared[at] not in AND:
            return False
        verb = self._bounds.term(words, at + 1, Meaning.ACTS)
        capital = verb is not None and verb.words > 1 and words.is_capital(at + 1)
        return capital or self._bounds.term(words, at + 1, Meaning.NAME_PHRASE) is not None

    def is_next(self, words: Words, at: int, behind: int) -> bool:
        """Tell what stands right ``behind`` the name so far, its last word whole."""
        return at == behind or (at == behind + 1 and self._is_compound(words, behind - 1))

    def _article(self, words: Words, at: int) -> int:
        """Count the words of "các" within a name ("Ban Quản lý các dự án")."""
        several = self._bounds.term(words, at, Meaning.DETERMINER) if words.is_small(at) else None
        return several.words if several else 0

    def _is_field(self, words: Words, at: int, field: Place, *, adjacent: bool) -> bool:
        """Tell a field of work from two words with capitals ("Nội Tiết niệu")."""
        if words.is_capital(at):
            apart = range(at + 1, at + field.words)
            return not any(words.printed[one].istitle() for one in apart)
        return adjacent and self._is_noun(words, at, field)

    def _is_noun(self, words: Words, at: int, field: Place) -> bool:
        """Tell a field of work in small letters from a verb; behind a verb with a capital all are
        fields ("Đăng ký kinh doanh").
        """
        behind_verb = at >= SYLLABLES and self.capital_end(words, at - SYLLABLES) == at
        return field.term.value != VERB or behind_verb

    def _is_compound(self, words: Words, at: int) -> bool:
        """Tell a word that nobody knows by its capital: "Bổ trợ" in "Phòng Bổ trợ tư pháp"."""
        verb = self._bounds.term(words, at + 1, Meaning.ACTS)
        return words.is_capital(at) and words.is_small(at + 1) and verb is None

    def capital_end(self, words: Words, at: int) -> int | None:
        """Return where "Quản lý" ends in "Phòng Quản lý ngân sách", or a head within a name: what
        belongs to it may follow.
        """
        if not words.is_capital(at):
            return None
        head = self._bounds.term(words, at, Meaning.UNIT_HEAD)
        if head and head.words > SYLLABLES:
            return at + head.words  # "Ban Chỉ huy", whichever of its words has a capital
        if not words.is_small(at + 1):
            return None
        found = self._bounds.term(words, at, Meaning.ACTS, Meaning.UNIT_HEAD)
        whole = found is not None and found.words >= SYLLABLES
        return at + found.words if found and whole and not self.ends_place(words, at) else None

    def ends_place(self, words: Words, at: int) -> bool:
        """Tell "Thành" of "chợ Bến Thành lập …": the end of a place's name, no verb."""
        first = at
        while first > 0 and words.is_capital(first - 1):
            first -= 1
        return first < at and self._bounds.term(words, first - 1, Meaning.REGION) is not None

    def _joined(self, words: Words, at: int) -> int | None:
        """Return where the part behind a comma or "và" within a name ends: a field of work in
        small letters, behind "và" a phrase of names too.
        """
        behind = at + 1
        if words.printed[at] != "," and words.compared[at] not in AND:
            return None
        if not words.is_small(behind):
            return None
        phrase = self._bounds.term(words, behind, Meaning.NAME_PHRASE)
        if phrase and words.compared[at] in AND:
            return behind + phrase.words
        field = self._bounds.term(words, behind, Meaning.NAME_WORD)
        if field is None or self._bounds.term(words, behind, *OTHERS):
            return None
        told = words.compared[at] in AND or field.term.value not in (VERB, _PEOPLE)
        return behind + field.words if told else None

    def _place_end(self, words: Words, at: int) -> int | None:
        """Return where "tỉnh", "khu vực 7", "số 2" end: which of several bodies of that name."""
        if self._is_place(words, at):
            return at + 1
        region = self._bounds.term(words, at, Meaning.REGION)
        behind = at + region.words if region else at + (words.compared[at] in _NUMBERED)
        numbered = at < behind < len(words) and words.is_capital(behind)
        return behind if numbered else None

    def is_level(self, words: Words, at: int) -> bool:
        """Tell "xã", "cấp tỉnh" that a name may go on with from "cấp", which somebody does."""
        if words.compared[at] not in self._places:
            return False
        behind = words.compared[at + 1 : at + 2]
        return words.compared[at] not in _LEVELS or bool(_OF_LEVEL.intersection(behind))

    def is_place(self, words: Words, at: int, end: int) -> bool:
        """Tell a kind of place that ends a name by itself: "Công an đặc khu"."""
        return self._is_place(words, at) or words.compared[at:end] in _COMMUNES

    def is_behind_place(self, words: Words, at: int) -> bool:
        """Return whether a kind of place, or a class within the name, ends right before ``at``."""
        if self._is_place(words, at - 1) or words.compared[at - 2 : at] in _COMMUNES:
            return True
        noun = self._bounds.term(words, at - 1, Meaning.CLASS_NOUN)
        several = self._bounds.term(words, at - 2, Meaning.DETERMINER)
        return noun is not None and several is not None and words.is_small(at - 2)

    def _is_place(self, words: Words, at: int) -> bool:
        """Tell "tỉnh", "xã" that whose place is said by, from "tỉnh ủy", "xã hội"."""
        if not words.is_small(at) or words.compared[at] not in self._places - _LEVELS:
            return False
        longer = self._bounds.term(
            words, at, Meaning.UNIT_HEAD, Meaning.NO_UNIT, Meaning.NAME_WORD
        )
        return longer is None or longer.words == 1

    def makes(self, words: Words, place: int, end: int) -> bool:
        """Tell a name that holds words of names alone, and names a field of work or a number:
        "Xã Tân Tiến" may be where something is done.
        """
        head = self._bounds.term(words, place, Meaning.UNIT_HEAD, Meaning.POST)
        if head is None:
            return False
        more = head.words >= _WHOLE_HEAD or self._tells_field(words, place + 1, end)
        starts = (place + head.words, place + 1)  # "Ban" and "Quản lý dự án"
        return more and any(self._are_words_of_names(words, at, end) for at in starts)

    def _tells_field(self, words: Words, start: int, end: int) -> bool:
        fields = (Meaning.NAME_WORD, Meaning.NAME_PHRASE, Meaning.ACTS)
        return any(
            words.printed[at].isdigit() or self._bounds.term(words, at, *fields)
            for at in range(start, end)
        )

    def _are_words_of_names(self, words: Words, at: int, end: int) -> bool:
        while at < end:
            step = self._step(words, at, end)
            if not step:
                return False
            at += step
        return at == end

    def _step(self, words: Words, at: int, end: int) -> int:
        """Count the words of the next part of a name; 0 where none stands. A word that nobody
        knows is no end.
        """
        terms = (Meaning.NAME_WORD, Meaning.NAME_PHRASE, *OTHERS)
        if found := self._bounds.term(words, at, *terms):
            return found.words
        if capital := self.capital_end(words, at):
            return capital - at
        if self._is_compound(words, at) and at + SYLLABLES < end:
            return SYLLABLES
        plain = words.printed[at] in ",-–&" or words.compared[at] in (
            *self._places,
            *AND,
            *_NUMBERED,
        )
        return int(plain or words.is_capital(at))
