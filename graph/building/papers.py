"""The documents of one file (các văn bản của một tệp): what identifies each, as far as the file
itself tells.

Identity is issuer, kind, number and year: most administrative numbers carry no year and recur
every year and in every province. An undated mention joins the one dated candidate of its own
document, else of the graph, that is not younger than the act that cites it, else is a document of
its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from copy import copy
from typing import TYPE_CHECKING

from luocdo.graph.building.issuers import Base, Issuers, document_id
from luocdo.graph.building.mentions import day_of, header_mention, mentions_of
from luocdo.graph.building.names import name_key
from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.text import fold
from luocdo.graph.units.model import UnitContext

if TYPE_CHECKING:
    from luocdo.graph.records import DocumentMention, FileRecord, HeaderRecord
    from luocdo.graph.units.resolving import UnitResolver

SHORT = re.compile(r"^(?P<kind>[^\d]+?)\s*(?:số\s*)?(?P<serial>\d{1,5})$")
Years = Callable[[Base], Iterable[str]]
"""The years under which the graph knows a number."""


class Papers:
    """The documents of one file with all that they mention; what other files say is asked for as
    ``years``.
    """

    def __init__(self, record: FileRecord, resolver: UnitResolver) -> None:
        """Understand each letterhead by a ``resolver`` that knows nothing of other files."""
        self.record = record
        self.resolver = resolver
        self.issuers = Issuers(self.resolver)
        self.headers = [document.header for document in record.documents]
        self.bodies = [self._body(header) for header in self.headers]
        self.mentions = [
            (at, one)
            for at, document in enumerate(record.documents)
            for one in mentions_of(document)
        ]
        self.years: dict[Base, set[str]] = defaultdict(set)
        self.name_days: dict[str, set[str]] = defaultdict(set)
        self._years_within: dict[tuple[int, Base], set[str]] = defaultdict(set)
        self._days_within: dict[tuple[int, str], set[str]] = defaultdict(set)
        for at, header in enumerate(self.headers):
            self._count(header_mention(header), at)
        for at, mention in self.mentions:
            self._count(mention, at)

    def again(self) -> Papers:
        """Return the same for another who asks: neither knows what the other finds later."""
        other = copy(self)
        other.issuers = self.issuers.again()
        return other

    def base(self, number: DocumentNumber, issuer: str | None, at: int) -> Base:
        """Return by what a number is known, as the document ``at`` that place names it."""
        return self.issuers.base(number, issuer, self.bodies[at])

    def numbered(
        self, number: DocumentNumber, mention: DocumentMention, at: int, years: Years
    ) -> str:
        """Return the id of the document that a number means."""
        base = self.base(number, mention.issuer, at)
        return document_id(
            base, year_of(number, mention) or self._only_year(base, at, mention.not_after, years)
        )

    def own_id(self, at: int, years: Years) -> str:
        """Return the id of the document that stands ``at`` that place of the file."""
        header = self.headers[at]
        number = number_of(header)
        if number is not None:
            return self.numbered(number, header_mention(header), at, years)
        body = (self.bodies[at] or "").removeprefix("unit:")
        words = fold(
            f"{header.kind} {header.year or ''} {header.title or self.record.file}"
        ).replace(" ", "-")
        return f"doc:{body}/{words[:140]}"

    def days_within(self, at: int, name: str) -> frozenset[str]:
        """Return the days and years that a document gives for a name."""
        return frozenset(self._days_within.get((at, name_key(name)), ()))

    def day(self, at: int) -> str:
        """Return the day, else the year, of a document."""
        return day_of(self.headers[at])

    def province(self, at: int) -> str | None:
        """Return the province of a document."""
        return self.resolver.province_of(self.bodies[at])

    def province_of(self, base: Base) -> str | None:
        """Return the province of a number's issuer."""
        return self.resolver.province_of(f"unit:{base[1]}") if base[1] else None

    def _only_year(self, base: Base, at: int, not_after: str | None, years: Years) -> str:
        """Return the one year of a number that its own document, else the graph, gives; never one
        after the citing act.
        """
        cited_in = min(filter(None, (self.day(at), not_after)), default="")[:4]
        for known in (self._years_within.get((at, base), ()), years(base)):
            possible = {year for year in known if not cited_in or year <= cited_in}
            if len(possible) == 1:
                return possible.pop()
        return ""

    def _count(self, mention: DocumentMention, at: int) -> None:
        """Note the years under which a number is known, the days under which a name is, in the
        file and in the document.
        """
        number = number_of(mention)
        name = mention.name or (None if number else mention.title)
        said = day_of(mention)
        if number is not None:
            year = year_of(number, mention)
            if year:
                base = self.base(number, mention.issuer, at)
                self.years[base].add(year)
                self._years_within[at, base].add(year)
            said = mention.date or year
        elif name and said:
            self.name_days[name_key(name)].add(said)
        if name and said:
            self._days_within[at, name_key(name)].add(said)

    def _body(self, header: HeaderRecord) -> str | None:
        name = header.body or header.issuer
        return self.resolver.resolve(name, UnitContext(None, {}, header.date)).id if name else None


def number_of(said: DocumentMention | HeaderRecord) -> DocumentNumber | None:
    """Return the number that is said of a document."""
    return DocumentNumber.parse(said.number) if said.number else None


def year_of(number: DocumentNumber, mention: DocumentMention) -> str:
    """Return the year that is said with a number; "" where none is."""
    return str(number.year or "") or (mention.date or "")[:4] or str(mention.year or "")


def is_short(mention: DocumentMention) -> bool:
    """Return whether a mention is a short form ("QĐ 131"), a kind with a serial number and nothing
    else.
    """
    return (
        not mention.local and number_of(mention) is None and bool(SHORT.match(mention.name or ""))
    )
