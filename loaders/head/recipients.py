"""Who receives a document and which unit drafted it (nơi nhận, kính gửi, lưu) as relations with
their evidence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.records import Issue, Relation, UnitMention, Value
from luocdo.graph.vocabulary import Meaning, prints
from luocdo.graph.vocabulary.phrasing import of
from luocdo.loaders.head.recipient_lists import addressees, recipient_items
from luocdo.loaders.head.recipient_names import read_entry
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.units.resolving import UnitContext, UnitResolver
    from luocdo.loaders.head.recipient_sharing import Recipient
    from luocdo.loaders.text.zones import Part

_FILED = re.compile(rf"(?i)\s*{of(Meaning.HEAD_MARK, 'filed')}\s*:?\s*(?=\S)")
_COPIES = re.compile(r"\([^()]*\)?|\bbản\b")
_UNITS = of(
    Meaning.UNIT_HEAD, "cục", "vụ", "văn phòng", "phòng", "ban", "viện", "trung tâm", accents=True
)
_SIGN = re.compile(
    rf"(?P<sign>(?=[A-ZĐ])(?i:{_UNITS})[^,;:]*|[A-ZĐ][A-ZĐ0-9&]*(?:-[A-ZĐ]{{2,}}[A-ZĐ0-9&]*)*)"
)
_FURTHER = re.compile(r"\s*(\d+)\s*(?:[.]|$)")
_NUMBERED = re.compile(r"\s*\d+[\s.]*(?=[A-ZĐ])")


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who receives, who drafted, and the entries that name only a person."""

    relations: tuple[Relation, ...] = ()
    issues: tuple[Issue, ...] = ()


def read_recipients(
    page: Page, part: Part, resolver: UnitResolver, context: UnitContext
) -> Recipients:
    """Return SENT_TO and DRAFTED_BY of the document."""
    relations: list[Relation] = []
    issues: list[Issue] = []
    for place, items in (
        ("Nơi nhận", recipient_items(page, part)),
        ("Kính gửi", addressees(page, part)),
    ):
        for item in items:
            if filed := _FILED.match(bare(page.flat), item.start, item.end):
                relations += _drafted(page, item, filed.end())
            else:
                found, missed = _sent(page, item, place, resolver, context)
                relations += found
                issues += missed
    return Recipients(tuple(relations), tuple(issues))


def _sent(
    page: Page, item: Span, place: str, resolver: UnitResolver, context: UnitContext
) -> tuple[list[Relation], list[Issue]]:
    entry = read_entry(page.flat[item.start : item.end], resolver, context)
    if entry.person:
        message = f"nơi nhận không nêu cơ quan: «{page.text(item)}»"
        return [], [Issue(kind="recipient", message=message, place=place, quote=page.text(item))]
    properties: dict[str, Value] = {"purpose": entry.purpose} if entry.purpose else {}
    return [_received(page, item, place, one, properties) for one in entry.recipients], []


def _received(
    page: Page, item: Span, place: str, one: Recipient, properties: dict[str, Value]
) -> Relation:
    """Return SENT_TO; where a head is printed once for several names, the quote is the head and
    the name.
    """
    span = Span(item.start + one.start, item.start + one.end)
    printed = page.text(span)
    if one.head is None:
        evidence = page.evidence(place, item, printed=span)
    else:
        head = Span(item.start + one.head[0], item.start + one.head[1])
        printed = f"{page.text(head)} {printed}"
        evidence = page.evidence(place, head, span, printed=printed)
    return Relation(
        type="SENT_TO",
        target=UnitMention(as_printed=printed, name=one.name),
        evidence=evidence,
        properties=properties,
    )


def _drafted(page: Page, item: Span, start: int) -> Iterator[Relation]:
    """Read "Lưu: VT, CNTT (5b), NC.Châu": the drafting units stand behind VT (văn thư), a clerk's
    name behind theirs.
    """
    words = page.flat[start : item.end]
    signs = list(_filed(_COPIES.sub(lambda found: " " * len(found[0]), words)))
    for begin, end, name in signs or list(_filed(re.sub(r"[()/]", ",", words)))[:1]:
        span = Span(start + begin, start + end)
        yield Relation(
            type="DRAFTED_BY",
            target=UnitMention(as_printed=page.text(span), name=name or page.text(span)),
            evidence=page.evidence("Nơi nhận", item, printed=span),
        )


def _filed(words: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield start, end and name of each unit's sign; a number alone goes on with the sign before
    it ("VP10, 11").
    """
    before = ""
    for piece in re.finditer(r"[^,;]+", words):
        numbered = _NUMBERED.match(piece[0])
        sign = _SIGN.match(
            piece[0], numbered.end() if numbered else len(piece[0]) - len(piece[0].lstrip())
        )
        if further := _FURTHER.match(piece[0]) if before[-1:].isdigit() else None:
            yield (
                piece.start() + further.start(1),
                piece.start() + further.end(1),
                before.rstrip("0123456789") + further[1],
            )
        elif (
            sign
            and sign["sign"].upper() not in _filing()
            and _is_sign(sign["sign"], piece[0][sign.end() :])
        ):
            before = sign["sign"].rstrip(" .:")
            begin = piece.start() + sign.start()
            yield begin, begin + len(before), None


def _is_sign(sign: str, behind: str) -> bool:
    """Return whether this is a unit's sign, not the capital that a clerk's name begins with
    ("N.H.Điệp", "VDuẩn", "HDiem").
    """
    if behind.startswith("_"):
        return False  # the name of a file: "HP_VP11_QĐ"
    return not (sign.isupper() and behind[:1].islower()) and not (
        len(sign) == 1 and behind[:1] == "."
    )


@cache
def _filing() -> frozenset[str]:
    return frozenset(one.upper() for one in prints(Meaning.FILING))
