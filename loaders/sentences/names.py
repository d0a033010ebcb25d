"""Where one name of a list of actors ends (tên cơ quan kết thúc ở đâu).

A unit of the registry ends its own name, whatever follows. A class ends behind what tells which of
it are meant; a name that nobody knows runs on until a word that only a predicate begins with.
Every step looks a bounded way ahead.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import is_collective
from luocdo.graph.units.lookup import keep_small
from luocdo.graph.units.model import AUTHORITY
from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.boundaries import TELLING, Boundaries
from luocdo.loaders.sentences.class_names import ClassNames
from luocdo.loaders.sentences.headed_names import HeadedNames
from luocdo.loaders.sentences.printed_names import PrintedNames
from luocdo.loaders.sentences.registry_names import RegistryNames

if TYPE_CHECKING:
    from luocdo.graph.units.resolving import UnitContext, UnitResolver
    from luocdo.graph.vocabulary.lexicon import Lexicon
    from luocdo.loaders.sentences.words import Words

_PROPER_WORDS = 6
_PLACES = frozenset(
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
_REGIONS = frozenset({*_PLACES, "chi", "khu", "thị", "thành", "đặc", "thi", "thanh", "dac"})
_BELOW = frozenset({*_REGIONS, "thôn", "ấp", "bản", "trường", "thon", "ap", "ban", "truong"})
_AUTHORITIES = frozenset({"phó", "thủ", "chủ", "bộ", "thứ", "tổng", "đồng", "ông", "bà"})


_OWNED = (("của",), ("tại",), ("ở",), ("cua",), ("tai",), ("o",))
_NO_POST = 3  # words: "Người đại diện phần vốn", which says nothing without whose it is


class NameKind(Enum):
    """How a name was told."""

    KNOWN = "known"
    CLASS = "class"
    MADE = "made"  # of a head and of fields of work
    NAMED = "named"
    FIRM = "firm"
    """A firm that nobody knows, whose proper name tells where it ends."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that ends before the word ``end``."""

    end: int
    kind: NameKind


class NameReader:
    """Reads names at a place of a sentence of one document."""

    def __init__(
        self,
        resolver: UnitResolver,
        units: UnitContext,
        lexicon: Lexicon,
        printed: PrintedNames | None = None,
    ) -> None:
        """Names are known within the document that ``units`` describe, which prints some whole."""
        self._bounds = Boundaries(lexicon)
        self._printed = printed or PrintedNames((), lexicon)
        self._registry = RegistryNames(resolver, units)
        self._headed = HeadedNames(self._bounds, self._registry)
        self._classes = ClassNames(self._bounds, self._headed, self._known)
        self._told: dict[tuple[str, int, int, bool], Name | None] = {}

    def at(self, words: Words, place: int, *, goes_on: bool = False) -> Name | None:
        """Return the name that begins at ``place``; where it ``goes_on`` with a class, a bare noun
        is one too.

        Several readers ask of one place: each stretch of a page is read once.
        """
        if place >= len(words):
            return None
        key = (words.text, words.starts[place], words.ends[-1], goes_on)
        if key not in self._told:
            keep_small(self._told)
            self._told[key] = self._counted(self._name(words, place, goes_on=goes_on), -place)
        return self._counted(self._told[key], place)

    @staticmethod
    def _counted(name: Name | None, first: int) -> Name | None:
        return Name(name.end + first, name.kind) if name else None

    def _name(self, words: Words, place: int, *, goes_on: bool) -> Name | None:
        if words.is_mark(place) or self._bounds.term(words, place, Meaning.NO_UNIT):
            return None
        found = self._read(words, place, goes_on=goes_on)
        return None if found is None or self._bounds.is_verb(words, place, found.end) else found

    def _read(self, words: Words, place: int, *, goes_on: bool) -> Name | None:
        known, printed = self._known(words, place), self._printed.end(words, place)
        if printed and printed > (known or place):
            return Name(printed, NameKind.KNOWN)
        if known:
            several = self._of_places(words, known)
            return Name(several or known, NameKind.CLASS if several else NameKind.KNOWN)
        several = self._classes.end(words, place, goes_on=goes_on)
        own = goes_on and words.is_capital(place)
        headed = self._headed.end(words, place) if own or not several else None
        if several and several >= (headed or 0):
            return Name(several, NameKind.CLASS)
        if not headed:
            return None
        made = self._headed.made_of.makes(words, place, headed)
        firm = self._headed.firms.ends(words, place, headed)
        surely = NameKind.MADE if made else NameKind.FIRM
        kind = surely if made or firm else NameKind.NAMED
        return Name(self._past_owner(words, place, headed), kind)

    def _past_owner(self, words: Words, place: int, end: int) -> int:
        """Pass whose a holder of an office is, and where: "Người đại diện phần vốn của Tổng công
        ty tại các công ty con".
        """
        head = self._bounds.term(words, place, Meaning.UNIT_HEAD)
        if head is None or head.term.value != AUTHORITY or head.words < _NO_POST:
            return end
        while words.compared[end : end + 1] in _OWNED:
            owner = self._read(words, end + 1, goes_on=True)
            if owner is None:
                break
            end = owner.end
        return end

    def ends_name(self, words: Words, place: int) -> bool:
        """Return whether a predicate surely begins at ``place``: no name goes on with it."""
        return self._bounds.ends_name(words, place)

    def _known(self, words: Words, place: int) -> int | None:
        """Read the longest name of the registry, or an abbreviation of the document's own."""
        if not words.is_capital(place):
            return None
        end = self._registry.end(words, place)
        if (
            end is None
            or self._is_of_several(words, place, end)
            or self._bounds.is_verb(words, place, end)
        ):
            return None
        return self._past_proper(words, place, end)

    def _of_places(self, words: Words, at: int) -> int | None:
        """Read "Hội Nông dân | các xã, phường": a known body of many places."""
        several = self._bounds.term(words, at, Meaning.DETERMINER)
        noun = at + several.words if several else len(words)
        if noun >= len(words) or words.compared[noun] not in _BELOW or not words.is_small(noun):
            return None
        return self._classes.end(words, at, goes_on=False)

    def _past_proper(self, words: Words, place: int, end: int) -> int:
        """Pass what stands behind a known name: a person, the place of a commune's committee, the
        region of a branch.

        A capital behind "Văn phòng" tells a longer name that nobody knows, unless an order is
        glued there.
        """
        at, regions = end, 0
        while (region := self._bounds.term(words, at, Meaning.REGION)) and words.is_small(at):
            at, regions = at + region.words, regions + 1
        if at > end:
            if words.is_capital(at):
                return self._past_capitals(words, at)
            whole = regions > 1 or self._headed.made_of.is_place(words, end, at)
            return at if whole else end  # "NHCSXH chi nhánh tỉnh", "Công an đặc khu"
        if self._is_half(words, place, end):
            return max(end, self._headed.run(words, place))
        document = self._bounds.term(words, end, Meaning.DOCUMENT_KIND)
        if not words.is_capital(end) or document or self._bounds.begins_order(words, end):
            return end
        authority = (
            self._bounds.term(words, place, Meaning.POST) or words.compared[place] in _AUTHORITIES
        )
        person = self._past_capitals(words, end)
        return (
            person if authority and person - end > 1 else max(end, self._headed.run(words, place))
        )

    def _is_half(self, words: Words, place: int, end: int) -> bool:
        """Tell half of a longer name: it goes on, or its head does ("Văn phòng" of "Văn phòng
        thường trực Ban Chỉ đạo").
        """
        if end >= len(words):
            return False
        head = self._bounds.term(words, place, Meaning.UNIT_HEAD)
        longer = head is not None and place + head.words > end
        return longer or self._headed.made_of.goes_on(words, end)

    def _past_capitals(self, words: Words, at: int) -> int:
        first = at
        while (
            words.is_capital(at)
            and at - first < _PROPER_WORDS
            and not self._bounds.begins_order(words, at)
        ):
            if self._is_dash_of_place(words, at + 1):
                at += 2
                continue
            numbered = (
                words.is_small(at + 1) and at + 2 < len(words) and words.printed[at + 2].isdigit()
            )
            at += 2 if numbered else 1
        return at

    def _is_dash_of_place(self, words: Words, at: int) -> bool:
        """Tell the dash of "phường Xuân Hương - Đà Lạt" from one that says what a unit is."""
        if words.printed[at : at + 1] not in (("-",), ("–",)) or not words.is_capital(at + 1):
            return False
        head = self._bounds.term(words, at + 1, Meaning.UNIT_HEAD, Meaning.CLASS_NOUN)
        return head is None and not self._bounds.begins_order(words, at + 1)

    def _is_of_several(self, words: Words, place: int, end: int) -> bool:
        """Return whether this is "UBND" of "UBND các xã", "UBND tỉnh" of "UBND tỉnh, thành phố
        trực thuộc": the class is meant.
        """
        if end >= len(words):
            return False
        if self._bounds.term(words, end, Meaning.DETERMINER):
            return is_collective(words.phrase(place, end + TELLING))
        at = end + 1 if words.printed[end] == "," else end
        noun = (
            at < len(words)
            and words.compared[at] in (_REGIONS if at > end else _PLACES)
            and words.is_small(at)
        )
        return noun and not words.is_capital(at + 1) and is_collective(words.phrase(place, at + 2))
