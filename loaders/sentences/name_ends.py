"""Where a name surely ends (chỗ tên chắc chắn kết thúc): behind a whole word of it, whatever
word follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.boundaries import TELLING
from luocdo.loaders.sentences.name_words import AND, OTHERS, SYLLABLES, VERB

if TYPE_CHECKING:
    from luocdo.loaders.sentences.boundaries import Boundaries
    from luocdo.loaders.sentences.name_words import NameWords
    from luocdo.loaders.sentences.words import Words

_NAMED_LAST = frozenset({"doanh nghiệp", "doanh nghiệp nhà nước", "trường", "ngân hàng"})
_BEFORE_COLON = 4  # small words that may stand between the last part of a name and its colon
_LETTERS = frozenset("ABCDEFGHK")  # "Y" is a field of work
_LONGEST_FIELD = 6  # words of a field of work
_FURTHER = (
    Meaning.REGION,
    Meaning.GOES_ON,
    Meaning.DESCRIBES,
    Meaning.CONDITION,
    Meaning.CLASS_QUALIFIER,
    Meaning.DETERMINER,
)
_WHOLE = frozenset({"thẩm quyền", "đoàn thể"})  # such a head needs nothing behind it
_WHOLE_HEAD = 3  # words of a head that says all ("Ban giám hiệu")


class NameEnds:
    """Tells where names end that no predicate of a list ends."""

    def __init__(self, bounds: Boundaries, made_of: NameWords) -> None:
        """Ask ``bounds`` for terms."""
        self._bounds, self._made_of = bounds, made_of

    def ends_before(self, words: Words, place: int, at: int) -> bool:
        """Tell "ứng" in "Phòng Kinh tế ứng kinh phí": a small word behind a field of work begins a
        predicate, be it in a list or not.
        """
        if not words.is_small(at) or words.compared[at] in AND:
            return False
        if self._made_of.is_level(words, at):
            return False
        if self._bounds.term(words, at, *_FURTHER) or self._leads_to_proper(words, at):
            return False
        if self._is_before_colon(words, at):
            return False
        return (
            self._ends_with_field(words, place, at)
            or self._made_of.is_behind_place(words, at)
            or self._ends_with_number(words, place, at)
            or self._ends_with_proper(words, place, at)
        )

    def _is_before_colon(self, words: Words, at: int) -> bool:
        """Return whether a colon soon ends the name, whatever it is made of ("Ban Quản trị rủi ro:
        …"): small words without a verb stand before it.
        """
        for place in range(at, min(len(words), at + _BEFORE_COLON)):
            if words.printed[place] == ":":
                return True
            if not words.is_small(place) or self._bounds.term(words, place, Meaning.ACTS):
                return False
        return False

    def _leads_to_proper(self, words: Words, at: int) -> bool:
        """Tell "xe hàng Sài Gòn", "chợ Bến Thành": words of a name before its proper name."""
        if self._bounds.term(words, at, Meaning.ACTS):
            return False
        first = at + 1 + words.is_small(at + 1)
        both = range(first, first + SYLLABLES)
        titled = all(one < len(words) and self._is_proper(words, one) for one in both)
        return titled and not starts_with_head(words.phrase(first, first + TELLING))

    def _ends_with_field(self, words: Words, place: int, at: int) -> bool:
        """Tell a name that ends before ``at`` with a field of work; behind one in small letters
        two syllables before a sure verb may be one more.
        """
        head = self._bounds.term(words, place, Meaning.UNIT_HEAD)
        whole = head is not None and head.words >= _WHOLE_HEAD and head.term.value in _WHOLE
        inner = head is not None and whole and place + head.words == at
        begun = self._ends_with(words, place, at)
        if any(self._is_noun(words, first) for first in begun) or (begun and inner):
            return True
        return bool(begun) and not self._bounds.ends_name(words, at + SYLLABLES)

    def _is_noun(self, words: Words, at: int) -> bool:
        """Return whether a capital begins a field of work that is no verb: "Quản trị" may have an
        object of its own.
        """
        field = self._bounds.term(words, at, Meaning.NAME_WORD)
        return words.is_capital(at) and (field is None or field.term.value != VERB)

    def _ends_with_number(self, words: Words, place: int, at: int) -> bool:
        """Tell "khu vực 7", "vùng II", "Khoa Ngoại B": nothing of a name follows its number, or
        the letter that stands for one.
        """
        number = words.printed[at - 1]
        told = number.isdigit() or not number.strip("IVX")
        behind = words.is_small(at - 2) or at - 2 == place  # "Đội 3"
        return (behind and told) or (len(number) == 1 and number in _LETTERS)

    def _ends_with_proper(self, words: Words, place: int, at: int) -> bool:
        """Tell a name that ends with a proper name, capitals that begin no field of work: two of
        them behind a word in small letters ("rừng phòng hộ Tà Niên"), of a firm or a school also
        one, or two behind its head ("Công ty Điện lực Huế").
        """
        head = self._bounds.term(words, place, Meaning.UNIT_HEAD)
        if head is None:
            return False
        first = at
        while first > place + head.words and self._is_proper(words, first - 1):
            first -= 1
        many, behind_small = at - first, words.is_small(first - 1)
        if head.term.value in _NAMED_LAST:
            behind_field = behind_small and first > place + head.words
            return many >= SYLLABLES or (many == 1 and behind_field)
        placed = many == 1 and self._bounds.term(words, first - 1, Meaning.REGION) is not None
        return (many >= SYLLABLES or placed) and behind_small

    def _is_proper(self, words: Words, at: int) -> bool:
        fields = (Meaning.NAME_WORD, Meaning.NAME_PHRASE, Meaning.ACTS, *OTHERS)
        told = self._bounds.term(words, at, *fields)
        return words.printed[at].istitle() and (told is None or told.words < SYLLABLES)

    def _ends_with(self, words: Words, place: int, at: int) -> list[int]:
        """Return where fields and phrases begin that end a name before ``at``."""
        nearest = range(max(place + 1, at - _LONGEST_FIELD), at - words.is_small(at - 1))
        terms = (Meaning.NAME_WORD, Meaning.NAME_PHRASE)
        found = ((first, self._bounds.term(words, first, *terms)) for first in nearest)
        return [first for first, term in found if term and first + term.words == at]
