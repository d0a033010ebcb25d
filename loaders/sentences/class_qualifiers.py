"""What tells which units of a class are meant (từ ngữ chỉ rõ đơn vị nào trong nhóm): "trên địa bàn
tỉnh", "được giao", "thuộc Bộ", "liên quan".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.boundaries import STARTS, TELLING, Boundaries
from luocdo.loaders.sentences.name_words import AND

if TYPE_CHECKING:
    from collections.abc import Callable

    from luocdo.graph.vocabulary.lexicon import Place
    from luocdo.loaders.sentences.class_trades import ClassTrades
    from luocdo.loaders.sentences.words import Words

OF = frozenset({"thuộc", "của", "thuoc", "cua", "bàn", "ban"})
_HARM = "harm"
_LONGEST_PLACE = 4  # words of a place's proper name
_LONGEST_HARM = 4  # words: "bị ngập", "bị chia cắt bởi lũ"
_CONCERNED = frozenset(
    {
        ("liên", "quan", "đến"),
        ("liên", "quan", "tới"),
        ("lien", "quan", "den"),
        ("lien", "quan", "toi"),
    }
)


class ClassQualifiers:
    """Reads what tells which units of a class are meant, behind its noun."""

    def __init__(
        self,
        bounds: Boundaries,
        trades: ClassTrades,
        known: Callable[[Words, int], int | None],
    ) -> None:
        """``known`` returns where a unit of the registry ends."""
        self._bounds, self._trades, self._known = bounds, trades, known

    def end(self, words: Words, place: int) -> int:
        """Return where what tells which of a class are meant ends."""
        at = place
        while (
            at < len(words) and (step := self._next_qualifier(words, at, first=at == place)) > at
        ):
            at = step
        return at

    def _next_qualifier(self, words: Words, at: int, *, first: bool) -> int:
        """Return the word behind the next step of what tells which are meant; a list of them goes
        on behind its comma.
        """
        if (place := self._further_place(words, at)) > at:
            return place
        if words.is_mark(at):
            return at if first else self._joined_qualifier(words, at)
        return at if self._advises(words, at, first=first) else self._qualifier(words, at)

    def _joined_qualifier(self, words: Words, at: int) -> int:
        """Read "viễn thông, bưu chính": behind the comma stands what tells which are meant, and no
        class of its own.
        """
        behind = at + 1
        if words.printed[at] != "," or not words.is_small(behind):
            return at
        further = self._bounds.term(words, behind, Meaning.CLASS_QUALIFIER)
        if (
            further is None
            or self._bounds.begins_class(words, behind)
            or self._bounds.ends_name(words, behind)
        ):
            return at
        return behind + further.words

    def _further_place(self, words: Words, at: int) -> int:
        """Read "các tỉnh Nghệ An, Hà Tĩnh và Thanh Hóa": a further place behind its comma or "và"
        is a proper name that begins no unit's.
        """
        end = behind = at + 1
        joint = words.printed[at] == "," or words.compared[at] in AND
        if not joint or starts_with_head(words.phrase(behind, behind + TELLING)):
            return at
        while words.is_capital(end) and end - behind < _LONGEST_PLACE:
            end += 1
        return end if end > behind and self._is_behind_places(words, at) else at

    def _is_behind_places(self, words: Words, at: int) -> bool:
        """Tell the proper names of several places before ``at``, from "các tỉnh" on."""
        first = at - 1
        while first > 0 and (
            words.is_capital(first) or words.printed[first] == "," or words.compared[first] in AND
        ):
            first -= 1
        kind = self._bounds.term(words, first, Meaning.REGION)
        several = self._bounds.term(words, first - 1, Meaning.DETERMINER) if first else None
        return first < at - 1 and kind is not None and several is not None

    def _advises(self, words: Words, at: int, *, first: bool) -> bool:
        """Return whether this is "tham mưu" that is what they do: behind other words about them,
        or before whom they advise.
        """
        if not self._bounds.ends_name(words, at):
            return False
        found = self._bounds.term(words, at, Meaning.REPORTS, Meaning.ACTS)
        return found is not None and (not first or words.is_capital(at + found.words))

    def _qualifier(self, words: Words, at: int) -> int:
        """Return the word behind one step of what tells which are meant; ``at`` where
        none stands.
        """
        if found := self._bounds.term(words, at, Meaning.CLASS_QUALIFIER):
            return self._behind_qualifier(words, at, found)
        field = self._bounds.term(words, at, Meaning.NAME_WORD) if words.is_small(at) else None
        if field and not field.term.value:
            return at + field.words
        befalls = self._bounds.term(words, at, Meaning.BEFALLS) if words.is_small(at) else None
        if befalls:
            harm = befalls.term.value == _HARM
            return self._suffered(words, at) if harm else self._passive(words, at)
        if self._bounds.ends_name(words, at) or (
            words.begins_line(at) and self._bounds.term(words, at, Meaning.ACTS)
        ):
            # "… các tổ chức chính trị - xã hội ⏎ Tuyên truyền …": a heading and what stands below
            # it
            return at
        # "các Tổ đại biểu Hội đồng nhân dân tỉnh": the body they belong to is named whole
        return self._owner(words, at) if words.is_capital(at) else self._further_noun(words, at)

    def _behind_qualifier(self, words: Words, at: int, found: Place) -> int:
        end = at + found.words
        if words.compared[end - 2 : end + 1] in _CONCERNED:
            return self._trades.concern_end(words, end + 1)
        if words.compared[end - 1] not in OF:
            return end
        owner = self._owner(words, end)
        return owner if owner > end or found.words > 1 else at

    def _further_noun(self, words: Words, at: int) -> int:
        """Read "UBND các xã", "giáo viên các lớp": a class within the class."""
        several = self._bounds.term(words, at, Meaning.DETERMINER)
        behind = at + (several.words if several else 0)
        noun = self._bounds.term(words, behind, Meaning.CLASS_NOUN)
        if noun is None or self._bounds.term(words, behind, Meaning.NO_UNIT):
            return at
        return behind + noun.words

    def _owner(self, words: Words, at: int) -> int:
        """Read behind "thuộc", "của", "trên địa bàn": the body or place that a class
        belongs to.
        """
        if known := self._known(words, at):
            return known
        noun = self._bounds.term(
            words, at, Meaning.CLASS_NOUN, Meaning.DETERMINER, Meaning.UNIT_HEAD
        )
        place = noun or self._bounds.term(words, at, Meaning.CLASS_QUALIFIER)
        if place:
            return at + place.words
        return at + 1 if words.is_capital(at) else at

    def _passive(self, words: Words, at: int) -> int:
        """Read "được giao", "được kiểm tra", "được phân công chủ trì": whom it befalls is told,
        not what they do.
        """
        end = at + 1
        for _ in range(2):
            if verb := self._bounds.term(words, end, *STARTS, Meaning.ACTS):
                if verb.term.meaning is Meaning.OBLIGES:
                    break
                end += verb.words
        return end if end > at + 1 else at

    def _suffered(self, words: Words, at: int) -> int:
        """Read "bị ngập", "bị cô lập": what befell them, up to where a predicate surely begins."""
        ends = range(at + 2, min(len(words), at + 2 + _LONGEST_HARM))
        told = (end for end in ends if self._bounds.ends_name(words, end))
        return next(told, at)
