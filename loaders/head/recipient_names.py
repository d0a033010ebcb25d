"""Whom an entry of a list of recipients names (nơi nhận): units, classes of units, posts; offices
for their people.

An entry is read from its end: what it is sent for ("để b/c"), whose it is ("VPCP"), then one name
or several. Words of such lists are vocabulary (`Meaning.RECIPIENT_OFFICE`, …); the right entry is
the one a clerk would address the letter to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from luocdo.graph.units.pieces import UnitPiece
from luocdo.graph.units.resolving import UnitContext, UnitResolver, split_units
from luocdo.graph.vocabulary import Meaning, alternation
from luocdo.loaders.head.recipient_posts import in_full, names_person, without_person
from luocdo.loaders.head.recipient_sharing import (
    Recipient,
    behind_one_head,
    behind_one_sign,
    of_one_place,
)
from luocdo.loaders.text.bare import bare

_WIDEST_GAP = 20  # blanks before a bracket
_BRACKET = re.compile(r"\s*\((?P<inside>[^()]*)\)?\s*$")
_EDGES = " \t\n.,;:-–*_|"
_OPENER = re.compile(rf"\s*(?:{alternation(Meaning.RECIPIENT_PURPOSE)})", re.IGNORECASE)
# "Bộ Nội vụ để phối hợp thực hiện": without brackets only behind "để" or a short form.
_BARE_PURPOSE = re.compile(
    r"\s+(?:de|thay)\s+(?:bao\s+cao|biet|thuc\s+hien|phoi\s+hop|chi\s+dao|theo\s+doi|[bptc]/\S+|dang)\b"
)
_NOBODY = re.compile(rf"\s*(?:{alternation(Meaning.NO_RECIPIENT)})", re.IGNORECASE)
_DETAIL = re.compile(rf"\s*(?:{alternation(Meaning.NO_RECIPIENT)})[^:]*:", re.IGNORECASE)
_POST = rf"(?:cac\s+)?(?:d/c\s+|dong\s+chi\s+)?(?:{alternation(Meaning.RECIPIENT_OFFICE)})"
_AND = r"\s*(?:,|;|va|&|/)\s*"
_OFFICE_PEOPLE = re.compile(
    rf"\s*{_POST}(?:{_AND}{_POST})*(?P<tail>[\s.,](?!\s*\w+\s*:).*)?$", re.IGNORECASE | re.DOTALL
)
# "VPCP: BTCN, các PCN", "VP UBND tỉnh: LĐVP, TH": one office, its people and rooms behind the
# colon.
_OFFICE_COLON = re.compile(
    r"\s*(?P<office>(?:VP|van\s+phong|TTUB|lanh\s+dao)[^:]*?)\s*:", re.IGNORECASE
)
# One class of several bodies: "HĐND, UBND các tỉnh", "Thường trực các Huyện ủy, Thành ủy", "Đảng
# ủy các bộ, ngành, …".
_ONE_CLASS = re.compile(r"""(?xi)\s*(?:
      (?:(?:thuong\s+truc|TT\.?)\s*)?(?:(?:HDND|UBND|hoi\s+dong\s+nhan\s+dan|[uU]y\s+ban\s+nhan\s+dan)\s*(?:,|va|/)\s*)+(?:(?:HDND|UBND|hoi\s+dong\s+nhan\s+dan|uy\s+ban\s+nhan\s+dan)|so\s[^,;]+?)
      \s+(?:cac|cap)\s[^:]+
    | (?:so|chi\s+cuc|thue|cong\s+an)\s[^,;]+?\s+cac\s+(?:tinh|thanh\s+pho|TP)\b[^:]*
    | dang\s+uy\s+cac\s.+
    | [^,;:]+\s+cac\s+(?:tinh|thanh|huyen|dang)\s+uy\b[^:]*
    )$""")
_COMMITTEES = re.compile(
    r"\s*(?P<whose>(?:thuong\s+truc|ban\s+thuong\s+vu|TT\.?|BTV)\s+)?(?P<cac>cac\s+)?(?:huyen|thi|quan)\s+uy(?:\s*(?:,|va)\s*(?:huyen|thi|quan|thanh|dang)\s+uy\b)*\s*$",
    re.IGNORECASE,
)
# "Báo và Đài PT-TH Đồng Nai": one paper and broadcaster since they were joined.
_PRESS = re.compile(r"\s*bao\s+(?:va|,)\s+(?:dai\s+)?(?:phat\s+thanh|PT)", re.IGNORECASE)
_LOWER = re.compile(
    r"\s*(?:cuc|vu|tong\s+cuc|thanh\s+tra|trung\s+tam|TT[A-Z]{2,})\b", re.IGNORECASE
)
_UPPER = re.compile(r"(?i:bo)\s+[A-Z]|(?i:van\s+phong\s+chinh\s+phu|VP\s*CP|VP\s+chinh\s+phu)")
_OWNER = re.compile(
    r"\s*(?:,|-|–|\()\s*(?P<body>(?:Bo\s+[A-Z]|Van\s+phong\s+Chinh\s+phu|VPCP).*?)\s*\)?\s*$"
)
_DOT = re.compile(r"(?<=[A-ZĐ]{2})\.(?=\s*[A-ZĐ])")  # "các PCT. UBND tỉnh"
_SIGN_BEHIND = re.compile(r",\s*[A-ZĐ][A-ZĐ&]+(?=\s*(?:,|$))")
_AND_ONLY = re.compile(r"\s+và\s+")
_CENTRE = re.compile(r"(?i)\s*(?:trung\s+tam|trang|cong|website)\b")
_DEPUTY = re.compile(r"(?i)phó\s+(?!thủ\s+tướng)")
_COMMITTEE_KINDS = frozenset({"ubnd", "hđnd", "đoàn thể"})
_NATION = re.compile(r"(?:Quốc hội|Chính phủ)$")
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
    start = len(words) - len(words.lstrip(_EDGES))
    said = words[start:end].rstrip(_EDGES).replace("\n", " ").replace(";", ",")
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
    end, purpose, owner = len(words.rstrip(_EDGES)), None, None
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
    if office := _office(said, plain):
        return [office]
    if _is_one(plain):
        return [Recipient(0, len(said), _spelled(said, plain))]
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


def _office(said: str, plain: str) -> Recipient | None:
    """Read "Chánh, các PCVP UBND tỉnh", "LĐVP.UBND tỉnh", "VPUBND: CVP": the office."""
    if colon := _OFFICE_COLON.match(plain):
        people = _OFFICE_PEOPLE.match(plain, 0, colon.end("office"))
        return people_of(said[: colon.end("office")], people) or Recipient(
            0, colon.end("office"), in_full(said[: colon.end("office")])
        )
    return people_of(said, _OFFICE_PEOPLE.match(plain))


def people_of(said: str, people: re.Match[str] | None) -> Recipient | None:
    """Return the office whose people are named; a person's name behind the post is no
    part of it.
    """
    if people is None:
        return None
    tail = (
        in_full(without_person(said[people.start("tail") :].strip(_EDGES)))
        if people["tail"]
        else ""
    )
    tail = re.sub(r"(?i)^(?:văn phòng|vp)\s*", "", tail)
    return Recipient(0, len(said), f"Văn phòng {tail}".strip())


def _is_one(plain: str) -> bool:
    return any(pattern.match(plain) for pattern in (_ONE_CLASS, _COMMITTEES, _PRESS))


def _spelled(said: str, plain: str) -> str:
    """Name a class; one of district committees gets the determiner that lists leave out."""
    committees = _COMMITTEES.match(plain)
    name = re.sub(r"(?i)^TT\.?\s*(?=HĐND|UBND)", "Thường trực ", " ".join(in_full(said).split()))
    if committees and not committees["cac"]:
        cut = len(" ".join(said[: committees.end("whose")].split())) if committees["whose"] else 0
        whose, rest = name[:cut].strip(), name[cut:].strip()
        whose = re.sub(r"(?i)^TT\.?$", "Thường trực", whose)
        return f"{whose} các {rest}" if whose else f"Các {rest}"
    return name


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
    return Recipient(0, len(said), f"{in_full(name).strip(_EDGES)} - {in_full(body)}")


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
        office = people_of(one.name, _OFFICE_PEOPLE.match(bare(one.name)))
        done.append(replace(one, name=office.name) if office else one)
    return done
