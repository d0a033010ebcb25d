"""What a document's node says (thuộc tính của văn bản): its own loaded text wins over what others
say of it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.graph.text import fold, is_accented
from luocdo.graph.units.model import SHOWN, UnitContext, UnitRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.graph.building.issuers import Issuers
    from luocdo.graph.numbers import DocumentNumber
    from luocdo.graph.records import DocumentMention, HeaderRecord, Value
    from luocdo.graph.registry.laws import Law
    from luocdo.graph.units.resolving import UnitResolver


@dataclass(slots=True)
class Known:
    """All that the records say of one document: files with letterhead and score, mentions with how
    many files make them.

    ``law`` is what the registry knows of it, its number printed or not.
    """

    id: str
    number: DocumentNumber | None = None
    headers: list[tuple[str, HeaderRecord, int]] = field(default_factory=list)
    mentions: list[tuple[DocumentMention, int]] = field(default_factory=list)
    issuer: str = ""
    law: Law | None = None


def facts_of(known: Known, resolver: UnitResolver, issuers: Issuers) -> dict[str, Value]:
    """Return a document's properties: its own loaded text wins, of several the one with most
    facts; else the longest words.
    """
    if known.headers:
        file, header, _ = min(known.headers, key=by_facts)
        return _loaded(file, header, known)
    return _cited(known, resolver, issuers)


def by_facts(loaded: tuple[str, HeaderRecord, int]) -> tuple[int, str]:
    """Sort the files that hold one document: most facts first, ties by name."""
    file, _, facts = loaded
    return -facts, file


def _day(known: Known) -> tuple[str | None, int | None]:
    """Return the day and the year of a document that is only named: a law's own, else what most
    say, else the number's year.
    """
    date = (
        known.law.date
        if known.law
        else _commonest((one.date, count) for one, count in known.mentions)
    )
    if date:
        return date, int(date[:4])
    return None, _year(known)


def _cited(known: Known, resolver: UnitResolver, issuers: Issuers) -> dict[str, Value]:
    mentions = [mention for mention, _ in known.mentions]
    number = str(known.number) if known.number else None
    date, year = _day(known)
    kind = _commonest((one.kind, count) for one, count in known.mentions)
    kind = kind or (known.number.kind if known.number else None)
    issuer = _issuer(known, resolver, issuers)
    title = _longest(mention.title for mention in mentions)
    called = known.law.name if known.law else _longest(mention.name for mention in mentions)
    name = number or called or title or known.id
    return {
        "name": name,
        "number": number,
        "kind": kind,
        "issuer": issuer,
        "date": date,
        "year": year,
        "title": title or (called if number else None),
        "status": "cited",
        "name_fold": fold(name),
        "title_fold": fold(title or called or ""),
    }


def _issuer(known: Known, resolver: UnitResolver, issuers: Issuers) -> str | None:
    """Return the issuer's name: by the symbol; of a joint act all, of bodies that share a symbol
    the one that is named.
    """
    printed = _commonest((mention.issuer, count) for mention, count in known.mentions)
    if (
        known.number is not None
        and known.number.is_joint
        and (units := issuers.named_issuers(known.number))
    ):
        return ", ".join(_named(unit) for unit in units)
    unit = resolver.get(f"unit:{known.issuer}") if known.issuer else None
    if unit is None:
        return printed
    sharing = resolver.sharing(known.number.issuer_symbol or "") if known.number else ()
    named = resolver.resolve(printed, UnitContext(None)) if sharing and printed else unit
    return _named(named if named.id in {one.id for one in sharing} else unit)


def _named(unit: UnitRef) -> str:
    """Return an issuer's name; a body of a province that is no part of its administration with the
    province: "Tỉnh ủy X".
    """
    place = unit.display.partition(SHOWN)[2] if unit.parent is None else ""
    return (
        f"{unit.name} {place.partition(' ')[2] if place.startswith('tỉnh ') else place}".rstrip()
    )


def _loaded(file: str, header: HeaderRecord, known: Known) -> dict[str, Value]:
    described = " ".join(
        str(piece) for piece in (header.kind, header.issuer, header.year, header.title) if piece
    )
    name = str(known.number) if known.number else described
    return {
        "name": name,
        "number": str(known.number) if known.number else None,
        "kind": header.kind,
        "issuer": header.issuer,
        "date": header.date,
        "year": header.year,
        "title": header.title,
        "signer": header.signer,
        "signer_title": header.signer_title,
        "status": "loaded",
        "draft": header.draft,
        "unnumbered": header.unnumbered,
        "condensed": header.condensed or None,
        "identified": header.identified,
        "effective_from": header.effective_from,
        "effective_except": header.effective_except,
        "effective_to": header.effective_to,
        "period_start": header.period_start,
        "period_end": header.period_end,
        "system": header.system,
        "nature": header.nature,
        "source": file,
        "name_fold": fold(name),
        "title_fold": fold(header.title or ""),
    }


def _commonest(values: Iterable[tuple[str | None, int]]) -> str | None:
    counts: Counter[str] = Counter()
    for value, count in values:
        if value:
            counts[value] += count
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _longest(values: Iterable[str | None]) -> str | None:
    """Return the longest statement; one that has kept its accents goes before one that OCR took
    them from.
    """
    found = [value for value in values if value]
    return (
        min(found, key=lambda value: (not is_accented(value), -len(value), value))
        if found
        else None
    )


def _year(known: Known) -> int | None:
    if known.number:
        return known.number.year
    year = _commonest(
        (str(mention.year) if mention.year else None, count) for mention, count in known.mentions
    )
    return int(year) if year else None
