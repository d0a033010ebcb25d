"""Recipients that share what is printed once (dùng chung): the head of a list, the place of
several bodies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import either, of, optional
from luocdo.loaders.head.recipient_posts import in_full
from luocdo.loaders.head.recipient_words import COMMITTEE, DETERMINER, OFFICE, PLACE, STANDING
from luocdo.loaders.text.bare import bare

# "Thường trực: Tỉnh ủy, HĐND tỉnh", "Các phòng thuộc Sở: GDMN, GDTH": the head goes to each.
_SHARED = either(
    of(Meaning.STANDING, ""),
    of(Meaning.UNIT_HEAD, "phòng", "ban", "viện", "trung tâm", "chi cục", "tổ"),
)
_WHOSE = either(
    of(Meaning.CLASS_QUALIFIER),
    of(Meaning.CLASS_NOUN),
    of(Meaning.PREPOSITION, "of", "below"),
    of(Meaning.UNIT_HEAD, "trung tâm", "ban"),
    of(Meaning.STANDING, "short"),
)
_SHARED_HEAD = re.compile(
    rf"(?is)\s*(?:{optional(DETERMINER)}(?P<noun>{_SHARED})|{DETERMINER}\s+(?P<office>{OFFICE}))"
    rf"(?:\s*,?\s*{_WHOSE}(?:\s+[^:]{{1,40}})?)?\s*:\s*(?P<rest>\S.*)$"
)
# "Phòng NVDTPC, KTR1", "Cục CST, PC": signs that share the head of the first.
_SIGN = r"[A-Z][A-Z0-9&.-]+"
_SIGNS = re.compile(
    rf"(?i)\s*(?P<head>{of(Meaning.UNIT_HEAD, 'phòng', 'ban', 'cục', 'vụ', 'sở', 'chi cục')})"
    rf"\s+{_SIGN}(?:\s*,\s*{_SIGN})+\s*$"
)
_PLACE_BODY = re.compile(rf"(?i)(?:{STANDING}\s*)?{COMMITTEE}")
_BODY = _PLACE_BODY.pattern.removeprefix("(?i)")
_PLACE_BODIES = re.compile(
    rf"(?i)(?P<bodies>{_BODY}(?:\s*,\s*{_BODY})+)\s+(?P<place>{PLACE}[^,;:]*)"
)
_PLACE_WORD = re.compile(rf"(?i)^{of(Meaning.UNIT_HEAD, 'ubnd', accents=True)}\.?\s*")
_MEMBER = re.compile(r"[^\s,;&][^,;]*(?<!\s)")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is named between ``start`` and ``end`` of an entry; ``name`` is what is to be resolved.

    ``head`` is where the first word of the name stands, if it is printed once for several ("Thường
    trực: A, B").
    """

    start: int
    end: int
    name: str
    head: tuple[int, int] | None = None


def of_one_place(said: str, plain: str) -> list[Recipient]:
    """Read "Tỉnh ủy, HĐND, UBND tỉnh Phú Thọ": bodies of one place, which is named once."""
    found = _PLACE_BODIES.fullmatch(plain)
    if found is None:
        return []
    place = said[found.start("place") : found.end("place")]
    bodies = list(_PLACE_BODY.finditer(plain, 0, found.end("bodies")))
    last = bodies[-1]
    made = [
        Recipient(one.start(), one.end(), _of(said[one.start() : one.end()], place))
        for one in bodies[:-1]
    ]
    return [*made, Recipient(last.start(), len(said), _of(said[last.start() : last.end()], place))]


def _of(body: str, place: str) -> str:
    name = in_full(body)
    if bare(name).lower().endswith(" uy"):  # "Tỉnh ủy Phú Thọ", without "tỉnh"
        place = _PLACE_WORD.sub("", place)
    return f"{name} {place}".strip()


def behind_one_head(said: str, plain: str) -> list[Recipient]:
    """Read "Thường trực: Tỉnh ủy, HĐND tỉnh" and "Các phòng thuộc Sở: GDMN, GDTH"."""
    found = _SHARED_HEAD.match(plain)
    if found is None:
        return []
    at = found.span("noun" if found["noun"] else "office")
    head = said[slice(*at)].capitalize()
    start = found.start("rest")
    members = _MEMBER.finditer(said[start:])
    return [
        Recipient(start + one.start(), start + one.end(), f"{head} {in_full(one[0])}", at)
        for one in members
    ]


def behind_one_sign(said: str, plain: str) -> list[Recipient]:
    """Read "Phòng NVDTPC, KTR1": signs that share the head of the first."""
    found = _SIGNS.match(plain)
    if found is None:
        return []
    at = (found.start("head"), found.end("head"))
    first, *others = _MEMBER.finditer(said)
    return [
        Recipient(first.start(), first.end(), first[0]),
        *(_behind_head(said, at, one) for one in others),
    ]


def _behind_head(said: str, at: tuple[int, int], one: re.Match[str]) -> Recipient:
    """Name a sign behind a head, unless it is one of an office: "Ban NVT, VP"."""
    if starts_with_head(one[0]):
        return Recipient(one.start(), one.end(), one[0])
    return Recipient(one.start(), one.end(), f"{said[slice(*at)].capitalize()} {one[0]}", at)
