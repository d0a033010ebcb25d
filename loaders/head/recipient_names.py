"""Whom an entry of a list of recipients names (nơi nhận): units, classes of units, posts; offices
for their people.

An entry is read from its end: what it is sent for ("để b/c"), whose it is ("VPCP"), then one name
or several. Words of such lists are vocabulary (`Meaning.RECIPIENT_OFFICE`, …); the right entry is
the one a clerk would address the letter to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from luocdo.graph.units.cell_units import split_units
from luocdo.graph.units.pieces import UnitPiece
from luocdo.graph.units.resolving import UnitContext, UnitResolver
from luocdo.graph.vocabulary import Meaning, alternation
from luocdo.graph.vocabulary.phrasing import of, unguarded
from luocdo.loaders.head.recipient_classes import is_one_class, spelled_class
from luocdo.loaders.head.recipient_offices import EDGES, OFFICE_PEOPLE, office_of, people_of
from luocdo.loaders.head.recipient_posts import in_full, names_person, without_person
from luocdo.loaders.head.recipient_sharing import (
    Recipient,
    behind_one_head,
    behind_one_sign,
    of_one_place,
)
from luocdo.loaders.head.recipient_words import LOWER_UNIT, MINISTRY
from luocdo.loaders.text.bare import bare

_WIDEST_GAP = 20  # blanks before a bracket
_BRACKET = re.compile(r"\s*\((?P<inside>[^()]*)\)?\s*$")
_OPENER = re.compile(rf"\s*(?:{alternation(Meaning.RECIPIENT_PURPOSE)})", re.IGNORECASE)
# "Bộ Nội vụ để phối hợp thực hiện": without brackets only behind "để" or a short form.
_BARE_PURPOSE = re.compile(
    rf"\s+{of(Meaning.RECIPIENT_PURPOSE, 'opens')}\s+"
    rf"(?:{of(Meaning.RECIPIENT_PURPOSE)}|[bptc]/\S+)"
)
_NOBODY = re.compile(rf"\s*(?:{alternation(Meaning.NO_RECIPIENT)})", re.IGNORECASE)
_DETAIL = re.compile(rf"\s*(?:{alternation(Meaning.NO_RECIPIENT)})[^:]*:", re.IGNORECASE)
_LOWER = re.compile(
    rf"(?i)\s*(?:{LOWER_UNIT}|{unguarded(Meaning.STANDING, 'short')}[A-Z]{{2,}}\b)"
)
_UPPER = re.compile(MINISTRY)
_OWNER = re.compile(rf"\s*(?:,|-|–|\()\s*(?P<body>{MINISTRY}.*?)\s*\)?\s*$")
_DOT = re.compile(r"(?<=[A-ZĐ]{2})\.(?=\s*[A-ZĐ])")  # "các PCT. UBND tỉnh"
_SIGN_BEHIND = re.compile(r",\s*[A-ZĐ][A-ZĐ&]+(?=\s*(?:,|$))")
_AND_ONLY = re.compile(r"\s+và\s+")
_CENTRE = re.compile(
    rf"(?i)\s*(?:{of(Meaning.UNIT_HEAD, 'trung tâm')}|{of(Meaning.OFFICE_NAME, 'portal')})"
)
_DEPUTY = re.compile(r"(?i)phó\s+(?!thủ\s+tướng)")
_COMMITTEE_KINDS = frozenset({"ubnd", "hđnd", "đoàn thể"})
_NATION = re.compile(rf"(?i){of(Meaning.UNIT_HEAD, 'cơ quan trung ương', accents=True)}$")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry says: whom it names, for what, and the ``person`` who is all that it names."""

    recipients: tuple[Recipient, ...] = ()
    purpose: str | None = None
    person: bool = False


def read_entry(words: str, resolver: UnitResolver, context: UnitContext) -> Entry:
    """Read one entry of a list of recipients."""
    if _NOBODY.match(bare(words)) or _DETAIL.match(bare(words)):
        return Entry()
    end, purpose, owner = _without_notes(words)
    start = len(words) - len(words.lstrip(EDGES))
    said = words[start:end].rstrip(EDGES).replace("\n", " ").replace(";", ",")
    said = _DOT.sub(" ", said)
    if len(said) < _FEWEST:
        return Entry(purpose=purpose, person=bool(said))
    found = _named(said, owner, resolver, context)
    kept = [one for one in found if len(one.name) >= _FEWEST and not names_person(one.name)]
    return Entry(
        tuple(_moved(one, start) for one in kept), purpose, person=bool(found) and not kept
    )


def _moved(one: Recipient, by: int) -> Recipient:
    head = (one.head[0] + by, one.head[1] + by) if one.head else None
    return Recipient(one.start + by, one.end + by, one.name, head)


def _last_bracket(words: str, end: int) -> re.Match[str] | None:
    """Return the bracket with which ``words`` end at ``end``, with the blanks before it."""
    opened = words.rfind("(", 0, end)
    return _BRACKET.search(words, max(0, opened - _WIDEST_GAP), end) if opened >= 0 else None


def _without_notes(words: str) -> tuple[int, str | None, str | None]:
    """Return where the name ends, the purpose and the body that stand behind it ("(để b/c)",
    "(VPCP)").
    """
    end, purpose, owner = len(words.rstrip(EDGES)), None, None
    while found := _last_bracket(words, end):
        inside = " ".join(found["inside"].split())
        if _OPENER.match(bare(inside)):
            purpose = purpose or inside
        elif _UPPER.match(bare(inside)) and _LOWER.match(bare(words)):
            owner = inside
        end = found.start()
    behind = _BARE_PURPOSE.search(bare(words[:end]))
    if behind:
        purpose, end = purpose or " ".join(words[behind.start() : end].split()), behind.start()
    return end, purpose, owner


def _named(
    said: str, owner: str | None, resolver: UnitResolver, context: UnitContext
) -> list[Recipient]:
    plain = bare(said)
    if office := office_of(said, plain):
        return [office]
    if is_one_class(plain):
        return [Recipient(0, len(said), spelled_class(said, plain))]
    if below := _below_body(said, plain, owner, resolver, context):
        return [below]
    found = (
        of_one_place(said, plain) or behind_one_head(said, plain) or behind_one_sign(said, plain)
    )
    if found:
        return found
    pieces = [
        one
        for piece in split_units(said, resolver, context)
        for one in _apart(piece, resolver, context)
    ]
    pieces = _centres(said, pieces, resolver, context)
    return _joined(said, [_recipient(piece, resolver, context) for piece in pieces])


def _apart(piece: UnitPiece, resolver: UnitResolver, context: UnitContext) -> list[UnitPiece]:
    return [
        one
        for each in _words_apart(piece, resolver, context)
        for one in _signs_apart(each, resolver, context)
    ]


def _below_body(
    said: str, plain: str, owner: str | None, resolver: UnitResolver, context: UnitContext
) -> Recipient | None:
    """Read a unit with its ministry behind a comma, a dash or in brackets: "Cục KSTTHC, Văn phòng
    Chính phủ".
    """
    if not _LOWER.match(plain):
        return None
    found = _OWNER.search(plain)
    body = owner or (said[found.start("body") : found.end("body")] if found else None)
    if body is None or not resolver.knows(body, UnitContext(None, {}, context.date, None)):
        return None
    name = said[: found.start()] if found else said
    return Recipient(0, len(said), f"{in_full(name).strip(EDGES)} - {in_full(body)}")


def _words_apart(
    piece: UnitPiece, resolver: UnitResolver, context: UnitContext
) -> list[UnitPiece]:
    """Part two signs whose comma was lost ("các Bộ: XD, CA QP"), where each is known behind the
    head they share.
    """
    signs = list(re.finditer(r"\S+", piece.text))
    head = piece.name.removesuffix(piece.text).strip()
    if (
        not head
        or len(signs) < _FEWEST
        or not all(resolver.knows(f"{head} {sign[0]}", context) for sign in signs)
    ):
        return [piece]
    return [
        UnitPiece(
            sign[0], piece.start + sign.start(), piece.start + sign.end(), f"{head} {sign[0]}"
        )
        for sign in signs
    ]


def _signs_apart(
    piece: UnitPiece, resolver: UnitResolver, context: UnitContext
) -> list[UnitPiece]:
    """Part the signs behind the commas of a name that nobody knows: "Phòng Đô thị, TTHCC", "V, C,
    HCC".
    """
    if resolver.knows(piece.name, context) or not _SIGN_BEHIND.search(piece.text):
        return [piece]
    found = list(re.finditer(r"[^\s,][^,]*(?<!\s)", piece.text))
    return [
        replace(
            piece,
            text=one[0],
            start=piece.start + one.start(),
            end=piece.start + one.end(),
            name=one[0],
        )
        for one in found
    ]


def _centres(
    said: str, pieces: list[UnitPiece], resolver: UnitResolver, context: UnitContext
) -> list[UnitPiece]:
    """Join what "và" parts in the name of a centre or a portal that nobody knows: "Trung tâm Công
    nghệ và Cổng …".
    """
    done: list[UnitPiece] = []
    for piece in pieces:
        before = done[-1] if done else None
        joins = (
            before is not None and _AND_ONLY.fullmatch(said, before.end, piece.start) is not None
        )
        if (
            joins
            and before
            and _is_centre(before, resolver, context)
            and not piece.text.lower().startswith("các ")
        ):
            text = said[before.start : piece.end]
            done[-1] = UnitPiece(text, before.start, piece.end, text)
        else:
            done.append(piece)
    return done


def _is_centre(piece: UnitPiece, resolver: UnitResolver, context: UnitContext) -> bool:
    return _CENTRE.match(bare(piece.text)) is not None and not resolver.knows(piece.name, context)


def _recipient(piece: UnitPiece, resolver: UnitResolver, context: UnitContext) -> Recipient:
    """Name a piece; a deputy who is named in person stands for no unit, unless the body is a
    committee.
    """
    post = in_full(without_person(piece.name))
    body = resolver.get(context.body) if context.body else None
    deputy = post != in_full(piece.name) and _DEPUTY.match(post) is not None
    named = not deputy or (body is not None and body.kind in _COMMITTEE_KINDS)
    return Recipient(piece.start, piece.end, post if named else "")


def _joined(said: str, found: list[Recipient]) -> list[Recipient]:
    """Join what belongs to one body: an office named by several of its people, a committee with
    "Quốc hội" behind it.
    """
    done: list[Recipient] = []
    for one in found:
        before = done[-1] if done else None
        if before and _NATION.match(one.name) and not said[before.end : one.start].strip():
            done[-1] = Recipient(before.start, one.end, f"{before.name} {one.name}")
            continue
        office = people_of(one.name, OFFICE_PEOPLE.match(bare(one.name)))
        done.append(replace(one, name=office.name) if office else one)
    return done
