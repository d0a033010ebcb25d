"""Names that nobody knows (tên chưa có trong danh bạ): they begin with a head word or a post and
run on to a predicate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.boundaries import NO_NOUN, STARTS, TELLING, Boundaries
from luocdo.loaders.sentences.firm_names import FirmNames
from luocdo.loaders.sentences.name_ends import NameEnds
from luocdo.loaders.sentences.name_words import AND, NameWords
from luocdo.loaders.sentences.registry_names import HARD, RegistryNames

if TYPE_CHECKING:
    from luocdo.loaders.sentences.words import Words

_LONGEST_UNKNOWN = 24  # words
_SYLLABLES = 4  # that may follow the last capital of a name
_BEFORE_COLON = 8  # the same, where a colon says that it ends there
_BEHIND_FIRM = 2  # small words behind the proper name of a firm: more are a predicate
_THING = "thing"  # what may be reported


class HeadedNames:
    """Reads names that begin as a unit's name does and are in no register."""

    def __init__(self, bounds: Boundaries, registry: RegistryNames) -> None:
        """End names at ``bounds``."""
        self._bounds, self._registry, self.firms = bounds, registry, FirmNames(bounds)
        self.made_of = NameWords(bounds)
        self._ends = NameEnds(bounds, self.made_of)

    def end(self, words: Words, place: int) -> int | None:
        """Read a name that begins with a head word or a post and is in no register."""
        if not words.is_capital(place) or self._bounds.term(words, place, Meaning.DETERMINER):
            return None
        if not starts_with_head(words.phrase(place, place + TELLING)):
            return None
        if self._is_verb_before_class(words, place):
            return None
        if whole := self._whole(words, place):
            return whole
        end = self.run(words, place)
        noun = self._bounds.term(words, place, Meaning.CLASS_NOUN)
        bare = noun is not None and noun.term.value != "full" and place + noun.words >= end
        within = (
            place > 0 and not words.is_mark(place - 1) and end < len(words) and words.is_small(end)
        )
        return (
            None if bare and not within else end
        )  # "phối hợp với Văn phòng chuẩn bị …": its own office

    def _whole(self, words: Words, place: int) -> int | None:
        """Return where a name ends that no small word goes on, but what tells which is meant."""
        name = self._bounds.term(words, place, Meaning.WHOLE_NAME)
        behind = place + name.words if name else len(words)
        told = self._bounds.term(
            words, behind, Meaning.GOES_ON, Meaning.CLASS_QUALIFIER, Meaning.CLASS_NOUN
        )
        return behind if words.is_small(behind) and not told else None

    def _is_verb_before_class(self, words: Words, place: int) -> bool:
        """Return whether this is "Thống kê các dự án", an order, not a body of that name."""
        verb = self._bounds.term(words, place, Meaning.ACTS)
        if verb is None:
            return False
        several = self._bounds.term(words, place + verb.words, Meaning.DETERMINER)
        return several is not None and words.is_small(place + verb.words)

    def run(self, words: Words, place: int) -> int:
        """Return where a name that begins at ``place`` ends: before a predicate, else behind its
        capitals.
        """
        at, capitals, acts = self._walk(words, place)
        end = self._before_verb(words, capitals, at)
        if acts or end < at or self._is_whole(words, place, at, capitals):
            return end
        return self._behind_capitals(words, place, capitals, at)

    def _walk(self, words: Words, place: int) -> tuple[int, int, bool]:
        """Return the word that stops a name, the word behind its last capital or phrase, and
        whether a predicate stops it. The words of its head are never a predicate ("Ban chỉ đạo").
        """
        head = self._bounds.term(words, place, Meaning.UNIT_HEAD, Meaning.POST)
        at = capitals = place + 1
        inner = place + (head.words if head else 1)
        while at < min(len(words), place + _LONGEST_UNKNOWN):
            if part := self.made_of.part(words, at, capitals):
                at = capitals = part
                continue
            if at >= inner and at == capitals and self._is_behind_field(words, place, at):
                return at, capitals, True
            stop = self._stop(words, at, bare=capitals <= inner) if at >= inner else None
            if stop is not None:
                return at, capitals, stop
            if self._goes_further(words, at, capitals) or at < inner:
                capitals = at + 1
            at += 1
        return at, capitals, False

    def _is_behind_field(self, words: Words, place: int, at: int) -> bool:
        """Tell a predicate right behind a field of work; a verb within the name is none."""
        ends = self._ends.ends_before(words, place, at)
        return ends and not self._is_within_name(words, at)

    def _goes_further(self, words: Words, at: int, capitals: int) -> bool:
        """Return whether this is a capital of the name, or a number right behind one."""
        return words.is_capital(at) and (at == capitals or not words.printed[at].isdigit())

    def _stop(self, words: Words, at: int, *, bare: bool) -> bool | None:
        """Return whether a predicate stops a name at ``at``, or something else does; None where it
        goes on. A ``bare`` name has nothing behind its head yet.
        """
        if words.is_mark(at) or words.compared[at] in AND:
            joins = self._joins(words, at) or (bare and self._is_small_list(words, at))
            return None if joins else False
        if self._ends_at(words, at) and not self._is_within_name(words, at):
            return True
        return False if self._belongs_to_no_name(words, at) else None

    def _is_whole(self, words: Words, place: int, at: int, capitals: int) -> bool:
        """Return whether a name reaches up to the word that stops it."""
        if at - capitals > _BEHIND_FIRM and self.firms.ends(words, place, capitals):
            return False
        if at >= len(words):
            return at - capitals <= _BEFORE_COLON
        if words.is_mark(at) or words.compared[at] in AND:
            return self._is_whole_before_mark(words, at, capitals)
        near = at < place + _LONGEST_UNKNOWN and at - capitals < _SYLLABLES
        return near and self._belongs_to_no_name(words, at)

    def _is_whole_before_mark(self, words: Words, at: int, capitals: int) -> bool:
        behind = at + 1 < len(words) and self._bounds.ends_name(words, at + 1)
        if behind and at - capitals > 1:
            return False
        near = at - capitals <= self._most_small(words, at)
        return near or self._bounds.begins_class(words, at + 1)

    def _most_small(self, words: Words, at: int) -> int:
        """Return how many small words may stand between the last capital and the mark at ``at``:
        a colon ends a name whatever it is made of ("Viện kiểm sát nhân dân khu vực 5: …").
        """
        return _BEFORE_COLON if words.compared[at] == ":" else _SYLLABLES

    def _belongs_to_no_name(self, words: Words, at: int) -> bool:
        """Return whether this is a word that no name goes on over and that begins no predicate
        either.
        """
        ended = self._bounds.term(words, at, *NO_NOUN)
        return ended is not None or self._tells_a_thing(words, at)

    def _tells_a_thing(self, words: Words, at: int) -> bool:
        """Return whether this is "kết quả", "tình hình" behind whom it is reported to: what is
        reported, no part of the name.
        """
        told = self._bounds.term(words, at, Meaning.STATES) if words.is_small(at) else None
        return told is not None and told.term.value == _THING

    def _before_verb(self, words: Words, capitals: int, end: int) -> int:
        """Return where a verb that opens items cuts a name behind its capitals, unless the name
        ends with it.
        """
        for at in range(capitals, end):
            inner = self._is_within_name(words, at) or not words.is_small(at)
            verb = None if inner else self._bounds.term(words, at, Meaning.ACTS)
            if verb and self._bounds.ends_name(words, at + verb.words):
                continue  # "Sở Kế hoạch đầu tư tổ chức …": it belongs to the name
            if verb and (at + verb.words < end or (end < len(words) and words.is_small(end))):
                return at
        return end

    def _ends_at(self, words: Words, at: int) -> bool:
        """Return whether this is a predicate: any that ends names, and right behind a capital one
        of two words that only items begin with.
        """
        if self._bounds.ends_name(words, at) or self._bounds.is_small_manner(words, at):
            return True
        verb = (
            self._bounds.term(words, at, Meaning.ACTS)
            if words.is_small(at) and words.is_capital(at - 1)
            else None
        )
        return verb is not None and verb.words > 1 and verb.term.value == "item"

    def _is_within_name(self, words: Words, at: int) -> bool:
        """Return whether this is a verb of a name by what stands behind it, or by the syllable
        before it: "Đào tạo" in "Phòng Đào tạo lập …".
        """
        before = (
            self._bounds.term(words, at - 1, Meaning.ACTS) if words.is_capital(at - 1) else None
        )
        syllable = before is not None and before.words > 1
        placed = syllable and self.made_of.ends_place(words, at - 1)
        return (syllable and not placed) or self._is_inner_verb(words, at)

    def _is_inner_verb(self, words: Words, at: int) -> bool:
        """Return whether this is a verb within a name by the capital behind it: "Khu Nông nghiệp
        ứng dụng Công nghệ cao".
        """
        verb = self._bounds.term(words, at, Meaning.ACTS)
        behind = at + (verb.words if verb else 0)
        if (
            verb is None
            or not words.is_capital(behind)
            or self._bounds.term(words, at, *STARTS, Meaning.MANNER)
        ):
            return False
        if self._bounds.term(words, behind, Meaning.DOCUMENT_KIND, Meaning.NO_UNIT):
            return False
        return words.printed[behind].istitle() and not self._begins_name(words, behind)

    def _begins_name(self, words: Words, at: int) -> bool:
        return bool(self._registry.end(words, at)) or starts_with_head(
            words.phrase(at, at + TELLING)
        )

    def _joins(self, words: Words, at: int) -> bool:
        return words.printed[at] not in HARD and (
            self._is_joint(words, at) or self._is_small_joint(words, at)
        )

    def _is_small_list(self, words: Words, at: int) -> bool:
        """Return whether this is a comma within a name that has no capital of its own: "Bộ phận kế
        toán, y tế, bảo vệ".
        """
        if words.printed[at] != "," or not words.is_small(at + 1):
            return False
        verb = self._bounds.term(words, at + 1, Meaning.ACTS)
        return (
            self._bounds.ends_name(words, at + 1 + verb.words)
            if verb
            else self._is_no_noun(words, at + 1)
        )

    def _is_joint(self, words: Words, at: int) -> bool:
        """Return whether this is a comma, a dash or "và" within a name: a capital follows that
        begins no name of its own.
        """
        behind = at + 1
        if not words.is_capital(behind):
            return False
        if self._registry.end(words, behind) and not self.made_of.goes_on(words, at):
            return False
        return not starts_with_head(words.phrase(behind, behind + TELLING))

    def _is_small_joint(self, words: Words, at: int) -> bool:
        """Return whether this is "và" within a name in small letters ("Ban tuyên giáo và dân vận
        tỉnh ủy"): no noun of a class follows.
        """
        return not words.is_mark(at) and words.is_small(at + 1) and self._is_no_noun(words, at + 1)

    def _is_no_noun(self, words: Words, at: int) -> bool:
        """Return whether these are words that begin neither a name nor a predicate."""
        nouns = (
            Meaning.CLASS_NOUN,
            Meaning.DETERMINER,
            Meaning.UNIT_HEAD,
            Meaning.ACTS,
            Meaning.MANNER,
            *STARTS,
        )
        return self._bounds.term(words, at, *nouns, *NO_NOUN) is None

    def _behind_capitals(self, words: Words, place: int, capitals: int, limit: int) -> int:
        """Return where a name ends that no predicate ends: its last capital and the syllable that
        belongs to it.

        Behind the name of a place ("xã Ea Kao") or of a firm no syllable is left.
        """
        first = capitals - 1
        while first > place and words.is_capital(first - 1):
            first -= 1
        if capitals - first > 1 and (
            self._bounds.term(words, first - 1, Meaning.REGION) or self.firms.begins(words, place)
        ):
            return capitals
        if words.is_small(capitals - 1):
            return capitals  # behind a phrase of the name, which is whole
        end = min(capitals + 1, limit) if words.is_small(capitals) else capitals
        while end < limit and self.made_of.is_level(words, end):
            end += 1
        return end
