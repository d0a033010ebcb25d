"""Lists of actors (danh sách chủ thể): names one after another, each ended by its own rule, and
where the list ends.

    list     := name { joint name }            joint := "," | ";" | "và" | "/" | "cùng" (với)
    name     := [honorific] (known | class | headed) [ "(" apposition ")" ]
    class    := [post] [determiner] noun { qualifier } [ ":" member { joint member } ]
A comma or "và" behind which no name begins ends the list: what follows is what they do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.names import Name, NameKind, NameReader
from luocdo.loaders.sentences.registry_names import ROLES

if TYPE_CHECKING:
    from luocdo.graph.vocabulary.lexicon import Lexicon
    from luocdo.loaders.sentences.words import Words

_MARKS = frozenset({",", ";", "/", "&", "-", "–"})
_JOINTS = {True: _MARKS | {"và", "cùng", "hoặc"}, False: _MARKS | {"va", "cung", "hoac"}}
"""What joins names, by whether the text has accents: "cung cấp" is no "cùng"."""
_WITH = {True: ("cùng", "với"), False: ("cung", "voi")}
_LONGEST_APPOSITION = 60  # words
_LONGEST_MEMBER = 8
_APART = "apart"  # "Sở A, cơ quan thường trực, …": between commas
_DUTIES = (
    Meaning.ACTS,
    Meaning.MANNER,
    Meaning.LEADS,
    Meaning.OBLIGES,
    Meaning.COORDINATES,
    Meaning.REPORTS,
)


@dataclass(frozen=True, slots=True)
class Listing:
    """Names from the word ``start`` up to ``end``; ``kinds`` tell how each was told."""

    start: int
    end: int
    kinds: tuple[NameKind, ...]

    @property
    def surely(self) -> bool:
        """Return whether a list holds a unit of the registry, a class, or a name made of fields of
        work.
        """
        return any(kind is not NameKind.NAMED for kind in self.kinds)


class ListReader:
    """Reads lists of actors at a place of a sentence."""

    def __init__(self, names: NameReader, lexicon: Lexicon) -> None:
        """Read each name with ``names``."""
        self.names, self._lexicon = names, lexicon
        self._joints, self._with = _JOINTS[lexicon.accents], _WITH[lexicon.accents]

    def explained(self, words: Words, listing: Listing) -> list[Listing]:
        """Return the lists that stand in brackets behind the names of a list: "Các cơ quan (Sở A,
        Sở B)".
        """
        opened = (at for at in range(listing.start, listing.end) if words.printed[at] == "(")
        inner = (self.at(words, at + 1) for at in opened)
        return [
            one
            for one in inner
            if one and len(one.kinds) > 1 and words.printed[one.end : one.end + 1] == (")",)
        ]

    def at(self, words: Words, place: int) -> Listing | None:
        """Return the list that begins at ``place``; each word is passed once."""
        start = at = self._past_honorific(words, place)
        end, kinds, placed = at, list[NameKind](), False
        while name := self._name(words, at, kinds, placed=placed):
            kinds.append(name.kind)
            placed = placed or self._names_a_place(words, at, name)
            end = self._past_members(words, name) if name.kind is NameKind.CLASS else name.end
            end = self._past_brackets(words, end)
            behind = self._past_joint(words, end)
            if behind is None:
                break
            at = self._past_honorific(words, behind)
        return Listing(start, end, tuple(kinds)) if kinds else None

    def _name(self, words: Words, at: int, kinds: list[NameKind], *, placed: bool) -> Name | None:
        """Read the next name, or the place that stands for its body behind one that was
        ``placed``.
        """
        name = self.names.at(words, at, goes_on=bool(kinds))
        return self._place(words, at) if name is None and placed else name

    def _names_a_place(self, words: Words, at: int, name: Name) -> bool:
        """Return whether this is "UBND các xã Đức Trọng", which others may follow by their names
        alone.
        """
        if name.kind is NameKind.KNOWN or not words.is_capital(name.end - 1):
            return False
        return any(
            self._lexicon.at(words.compared, place, Meaning.DETERMINER)
            and self._lexicon.at(words.compared, place + 1, Meaning.REGION)
            for place in range(at, name.end - 1)
        )

    def _place(self, words: Words, at: int) -> Name | None:
        """Read the proper name of a further place: "Di Linh" behind "UBND các xã Đức Trọng, "."""
        end = at
        while end < min(len(words), at + _LONGEST_MEMBER) and words.is_capital(end):
            end += 1
        return Name(end, NameKind.CLASS) if end > at and words.printed[at][0].isalpha() else None

    def _past_honorific(self, words: Words, at: int) -> int:
        honorific = self._lexicon.at(words.compared, at, Meaning.HONORIFIC)
        if honorific is None:
            return at
        end = at + honorific.words
        behind = end + 1 if end < len(words) and words.printed[end] == ":" else end
        return self._past_person(words, behind)

    def _past_person(self, words: Words, at: int) -> int:
        """Pass the name of whoever holds a post: "Ông Phạm Văn Dũng - Phó Chủ tịch …"."""
        if self._lexicon.at(words.compared, at, Meaning.FAMILY_NAME) is None:
            return at
        end = at
        while words.is_capital(end) and end - at < _LONGEST_MEMBER:
            end += 1
        holds = words.printed[end : end + 1] in ((",",), ("-",), ("–",))
        post = self._lexicon.at(words.compared, end + 1, Meaning.POST, Meaning.UNIT_HEAD)
        return end + 1 if holds and post else at

    def _past_joint(self, words: Words, at: int) -> int | None:
        """Return the word behind a comma, "và", "cùng với"; None where none stands."""
        behind = at
        while behind < len(words) and behind - at < 2 and words.compared[behind] in self._joints:  # noqa: PLR2004 - ", và"
            behind += 1
        if behind == at or (behind - at > 1 and words.printed[behind - 1] in "-–"):
            return None  # "…; - Bộ A": an item of its own
        if words.compared[behind - 1 : behind + 1] == self._with:
            behind += 1
        return behind

    def _past_brackets(self, words: Words, at: int) -> int:
        """Pass what explains a name: in brackets, behind a dash ("- Cơ quan thường trực Ban Chỉ
        đạo"), between commas.
        """
        if words.printed[at : at + 1] == ("(",):
            ends = range(at, min(len(words), at + _LONGEST_APPOSITION))
            return next((end + 1 for end in ends if words.printed[end] == ")"), at)
        mark = words.printed[at : at + 1]
        apart = mark == (",",)
        found = self._lexicon.at(words.compared, at + 3, Meaning.BODY_ROLE)
        role = found is not None and (not apart or found.term.value == _APART)
        if (
            not role
            or words.compared[at + 1 : at + 3] not in ROLES
            or mark not in ((",",), ("-",), ("–",))
        ):
            return at
        return self._past_role(words, at, apart=apart)

    def _past_role(self, words: Words, at: int, *, apart: bool) -> int:
        """Pass what a unit is; set ``apart`` by commas, a predicate must follow the second."""
        end = at + 5
        while (
            end < len(words)
            and not words.is_mark(end)
            and (apart or not self.names.ends_name(words, end))
        ):
            end += 1
        if not apart:
            return end
        follows = words.printed[end : end + 1] == (",",) and self._lexicon.at(
            words.compared, end + 1, *_DUTIES
        )
        return end if follows else at

    def _past_members(self, words: Words, name: Name) -> int:
        """Read "các Sở: Công Thương, Tài chính": the members of a class behind its colon."""
        at = name.end
        if at + 1 >= len(words) or words.printed[at] != ":" or not self._is_member(words, at + 1):
            return name.end
        end = at
        while self._is_member(words, end + 1):
            end = self._member_end(words, end + 1)
            if end >= len(words) or words.compared[end] not in self._joints:
                break
        return end

    def _is_member(self, words: Words, at: int) -> bool:
        if not words.is_capital(at) or self.names.ends_name(words, at):
            return False
        said = self._lexicon.at(
            words.compared, at, Meaning.DESCRIBES, Meaning.STATES, Meaning.LEADS, Meaning.OBLIGES
        )
        if said and words.is_small(at + said.words):
            return False
        return self._lexicon.at(
            words.compared, at, Meaning.ACTS, Meaning.MANNER, Meaning.ASSIGNS
        ) is None or not (self._begins_order(words, at))

    def _begins_order(self, words: Words, at: int) -> bool:
        found = self._lexicon.at(words.compared, at, Meaning.ACTS, Meaning.MANNER, Meaning.ASSIGNS)
        behind = at + found.words if found else at
        if (
            behind < len(words) and words.compared[behind] in self._joints
        ):  # "Theo dõi, giám sát …", not "Xây dựng, Công Thương"
            return (
                words.is_small(behind + 1)
                and self._lexicon.at(words.compared, behind + 1, Meaning.ACTS) is not None
            )
        return words.is_small(behind)

    def _member_end(self, words: Words, at: int) -> int:
        """Return where a bare name ends: "Văn hóa, Thể thao và Du lịch" is parted later, by those
        who know it.
        """
        end = at + 1
        while end < min(len(words), at + _LONGEST_MEMBER) and not words.is_mark(end):
            if words.compared[end] in self._joints or self.names.ends_name(words, end):
                break
            end += 1
        return end
