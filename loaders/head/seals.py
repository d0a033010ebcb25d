"""Digital signatures as copies print them (chữ ký số): who signed and when, a person or the seal
of a body.

Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I: name, body and time. Copies print an ISO time over
"… đã ký lên văn bản", or lines with labels ("Ký bởi:", "Ngày ký:", "Digitally signed by",
"Date:").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.records import PersonMention, Relation, UnitMention
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import of
from luocdo.loaders.head.names import is_person
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.text.zones import Part

_STAMPED = re.compile(
    r"(?im)^[\t ]*(?P<time>20\d\d-\d\d-\d\dT[\d:]+[+\-Z]?\d*)[^\n]*\n[^\n]*\n?[\t"
    r" ]*(?P<who>[^\n<]+?)\s*"
    r"(?:<(?P<mail>[^>\n]*)>)?\s*đã\s+ký\s+lên\s+văn\s+bản"
)
_LABEL = rf"[^\w\n]*{of(Meaning.SEAL_LINE, 'signer')}"
SEAL_LABEL = re.compile(f"(?i){_LABEL}")
_LABELLED = re.compile(
    rf"(?im)^{_LABEL}[ \t]*:?\s*(?P<who>[^\n\t,]+)"
    rf"(?P<more>(?:\n\W*{of(Meaning.SEAL_LINE, 'detail')}[^\n]*){{0,7}})"
)
_DAY_FIRST = re.compile(
    r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>20\d\d)(?:\D{1,3}(?P<t>\d{1,2}:\d\d(?::\d\d)?))?"
)
_YEAR_FIRST = re.compile(
    r"(?P<y>20\d\d)[/.-](?P<m>\d{1,2})[/.-](?P<d>\d{1,2})(?:\D{1,3}(?P<t>\d{1,2}:\d\d(?::\d\d)?))?"
)


@dataclass(frozen=True, slots=True)
class Seal:
    """A digital signature: its lines, the name within them, the time as printed or as ISO; of a
    person or of a body.
    """

    span: Span
    who: Span
    name: str
    time: str
    personal: bool


def seals_of(page: Page, part: Part) -> list[Seal]:
    """Return the digital signatures printed in a document, oldest first."""
    found = [
        _seal(page, one, one["time"])
        for one in _STAMPED.finditer(page.normal.text, part.span.start, part.span.end)
    ]
    return sorted((*found, *_labelled(page, part)), key=lambda seal: seal.time)


def _labelled(page: Page, part: Part) -> Iterator[Seal]:
    text = bare(page.flat)
    for one in _LABELLED.finditer(text, part.span.start, part.span.end):
        yield _seal(page, one, _time(one["more"]) or _time(one[0]))


def _seal(page: Page, found: re.Match[str], time: str) -> Seal:
    who = page.trim(Span(found.start("who"), found.end("who")))
    printed = page.text(who).strip(" .:")
    personal = is_person(in_small_letters(printed))
    name = in_small_letters(printed) if personal else printed
    return Seal(page.trim(Span(found.start(), found.end())), who, name, time, personal)


def in_small_letters(name: str) -> str:
    """Return a person's name that is printed in capitals as names are written."""
    return name.title() if name.isupper() else name


def _time(words: str) -> str:
    found = _YEAR_FIRST.search(words) or _DAY_FIRST.search(words)
    if found is None:
        return ""
    day = f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}"
    return f"{day}T{found['t']}" if found["t"] else day


def seal_edges(page: Page, seals: list[Seal]) -> tuple[Relation, ...]:
    """Return SIGNED_BY to the body for each seal."""
    return tuple(
        Relation(
            type="SIGNED_BY",
            target=UnitMention(as_printed=seal.name, name=seal.name),
            evidence=page.evidence("Chữ ký số", seal.span, printed=seal.who),
            properties={"signature": "digital", "signed_at": seal.time or None},
        )
        for seal in seals
        if not seal.personal
    )


def signer_of(seals: list[Seal]) -> tuple[list[Seal], Seal | None]:
    """Return who initialled, and the last personal signature before the body's seal,
    which signs.
    """
    first = next((seal.time for seal in seals if not seal.personal), "9999")
    people = [seal for seal in seals if seal.personal and seal.time <= first]
    people = people or [seal for seal in seals if seal.personal]
    return (people[:-1], people[-1]) if people else ([], None)


def personal_edge(page: Page, seal: Seal, signature: str) -> Relation:
    """Return SIGNED_BY to a person: ``signature`` is "digital", or "initial" (ký nháy, Nghị định
    30/2020/NĐ-CP, Điều 10).
    """
    return Relation(
        type="SIGNED_BY",
        target=PersonMention(name=seal.name),
        evidence=page.evidence("Chữ ký số", seal.span, printed=seal.who, reading="inferred"),
        properties={"signature": signature, "signed_at": seal.time or None},
    )
