"""Which document a mention means (định danh văn bản), over all records at once: never a guess.

Identity is issuer, kind, number and year: most administrative numbers carry no year and recur every year and in every
province. An undated mention joins the one dated candidate of its own document, else of the graph, that is not younger than
the act that cites it, else is a document of its own; a short form joins the one document that answers to it, else stays
unresolved. Names without a number are resolved by `names`, the issuer behind a number by `issuers`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.building.document_facts import Known, by_facts, facts_of
from luocdo.graph.building.issuers import Base, Issuers
from luocdo.graph.building.mentions import day_of, header_mention, mentions_of
from luocdo.graph.building.names import NameIndex, law_name, name_key
from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.records import DocumentMention, DocumentRecord, FileRecord, HeaderRecord, Value
from luocdo.graph.registry.laws import Law, known_laws
from luocdo.graph.text import fold
from luocdo.graph.units.resolving import UnitContext, UnitResolver

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.graph.building.draft import Draft

_SHORT = re.compile(r"^(?P<kind>[^\d]+?)\s*(?:số\s*)?(?P<serial>\d{1,5})$")
_APPROVED = ("de an", "chuong trinh", "chien luoc")
_KINDS = {"qd": "quyet dinh", "nq": "nghi quyet", "nd": "nghi dinh", "kh": "ke hoach", "tb": "thong bao"}
Place = tuple[str, int]
"""A document of a record: the file and its ordinal in it."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The id of the document meant, or None with the reason."""

    id: str | None
    reason: str = ""


class DocumentIndex:
    """Documents by what identifies them; made of the whole set of records."""

    def __init__(self, files: Iterable[FileRecord], resolver: UnitResolver) -> None:
        """Collect the documents of ``files``."""
        self._resolver = resolver
        self.issuers = Issuers(resolver)
        self._headers: dict[Place, HeaderRecord] = {}
        self._bodies: dict[Place, str | None] = {}
        self._own: dict[Place, str] = {}
        self._years: dict[Base, set[str]] = defaultdict(set)
        self._years_within: dict[tuple[Place, Base], set[str]] = defaultdict(set)
        self._days_within: dict[tuple[Place, str], set[str]] = defaultdict(set)
        self._laws = {self._law_id(law): law for law in known_laws() if law.number}
        self._names = NameIndex((law, self._law_id(law) if law.number else "") for law in known_laws())
        self._own_names: dict[Place, str] = {}
        self.known: dict[str, Known] = {}
        self._facts: dict[str, dict[str, Value]] = {}
        documents = [((record.file, at), one) for record in files for at, one in enumerate(record.documents)]
        mentions = [(place, mention) for place, document in documents for mention in mentions_of(document)]
        for place, document in documents:
            self._headers[place] = document.header
            self._bodies[place] = self._body(document.header)
        for place, document in documents:
            self._count(header_mention(document.header), place)
        for place, mention in mentions:
            self._count(mention, place)
        for place, document in documents:
            self._own[place] = self._add_own(place, document)
        for place, mention in mentions:
            self._add_names(mention, place)
        for place, mention in mentions:
            found = self.resolve(mention, *place)
            if found.id is not None and not mention.local:
                self._entry(found.id, mention, place).mentions.append((place[0], mention))

    def _law_id(self, law: Law) -> str:
        number = DocumentNumber.parse(law.number)
        return _id(self.issuers.base(number, None, None), law.date[:4]) if number else ""

    def own(self, file: str, ordinal: int) -> str:
        """Return the id of the document that stands at ``ordinal`` in ``file``."""
        return self._own[file, ordinal]

    def resolve(self, mention: DocumentMention, file: str, ordinal: int) -> Resolved:
        """Return which document ``mention`` means in that document of ``file``."""
        place = (file, ordinal)
        if mention.local:
            return Resolved(self._own[place])
        number = DocumentNumber.parse(mention.number) if mention.number else None
        if number is not None:
            return Resolved(self._numbered(number, mention, place))
        short = _SHORT.match(mention.name or "")
        if short:
            return self._short(short["kind"], short["serial"])
        name = mention.name or mention.title
        if not name:
            return Resolved(None, "không đủ để biết là văn bản nào")
        if not mention.date and not mention.year and name_key(name) == self._own_names.get(place):
            return Resolved(self._own[place])
        own_days = frozenset(self._days_within.get((place, name_key(name)), ()))
        province = self._resolver.province_of(self._bodies[place])
        return Resolved(self._names.resolve(mention, day_of(self._headers[place]), own_days, province))

    def may_issue(self, header: HeaderRecord, known: Known) -> bool:
        """Tell whether the issuer of a letterhead may be that of a known number: the same body, or either unknown."""
        name = header.body or header.issuer
        unit = self._resolver.resolve(name, UnitContext(None, {}, header.date)) if name else None
        if unit is None or not known.issuer:
            return True
        return self._resolver.body_behind(unit).id == f"unit:{known.issuer}"

    def rank_of(self, file: str, ordinal: int) -> int:
        """Return which of the files that hold that document says most: 0 the best."""
        return self.rank(self._own[file, ordinal], file) or 0

    def rank(self, document: str, file: str) -> int | None:
        """Return the rank of ``file`` among those that hold ``document``; None where it is no file of several."""
        known = self.known.get(document)
        if known is None or len(known.headers) < 2:  # noqa: PLR2004 - one file repeats nothing
            return None
        files = [one[0] for one in sorted(known.headers, key=by_facts)]
        return files.index(file) if file in files else None

    def write_nodes(self, draft: Draft) -> None:
        """Write a node for every document, its own loaded text winning over what others say."""
        for key in sorted(self.known):
            draft.node("Document", key, self.facts(key))

    def facts(self, document: str) -> dict[str, Value]:
        """Return the properties of a document's node."""
        if document not in self._facts:
            self._facts[document] = facts_of(self.known[document], self._resolver, self.issuers)
        return self._facts[document]

    def _numbered(self, number: DocumentNumber, mention: DocumentMention, place: Place) -> str:
        base = self._base(number, mention.issuer, place)
        year = _year_of(number, mention) or self._only_year(base, place, mention.not_after)
        return _id(base, year)

    def _only_year(self, base: Base, place: Place, not_after: str | None) -> str:
        """Return the one year of a number that its own document, else the graph, gives; never one after the citing act."""
        cited_in = min(filter(None, (day_of(self._headers[place]), not_after)), default="")[:4]
        for years in (self._years_within.get((place, base), set()), self._years[base]):
            possible = [year for year in years if not cited_in or year <= cited_in]
            if len(possible) == 1:
                return possible[0]
        return ""

    def _base(self, number: DocumentNumber, issuer: str | None, place: Place) -> Base:
        return self.issuers.base(number, issuer, self._bodies.get(place))

    def _short(self, kind: str, serial: str) -> Resolved:
        """Resolve "QĐ 131", "Đề án 131" to the one document of the graph that answers to it."""
        wanted = fold(kind)
        found = {
            key
            for key, known in self.known.items()
            if known.number and known.number.serial.lstrip("0") == serial.lstrip("0") and _answers(known, wanted)
        }
        if len(found) == 1:
            return Resolved(next(iter(found)))
        if not found:
            return Resolved(f"doc:{wanted.replace(' ', '-')}-{serial.lstrip('0')}", "không văn bản nào trong kho khớp")
        return Resolved(None, f"{len(found)} văn bản khớp: {', '.join(sorted(found))}")

    def _count(self, mention: DocumentMention, place: Place) -> None:
        """Note the years under which a number is known, the days under which a name is, in the graph and in the document."""
        number = DocumentNumber.parse(mention.number) if mention.number else None
        name = mention.name or (None if number else mention.title)
        said = mention.date or (str(mention.year) if mention.year else "")
        if number is not None:
            year = _year_of(number, mention)
            if year:
                base = self._base(number, mention.issuer, place)
                self._years[base].add(year)
                self._years_within[place, base].add(year)
            said = mention.date or year
        elif name and said:
            self._names.add_day(name, said)
        if name and said:
            self._days_within[place, name_key(name)].add(said)

    def _add_names(self, mention: DocumentMention, place: Place) -> None:
        """Note under which names and titles a numbered document is known."""
        number = DocumentNumber.parse(mention.number) if mention.number else None
        if number is None:
            return
        base = self._base(number, mention.issuer, place)
        key = self._numbered(number, mention, place)
        self._names.add_document(key, mention.date or _year_of(number, mention))
        if mention.name and not _SHORT.match(mention.name):
            self._names.add_name(mention.name, key)
        if mention.title:
            self._names.add_title(mention.title, key, self._province_of(base))

    def _province_of(self, base: Base) -> str | None:
        return self._resolver.province_of(f"unit:{base[1]}") if base[1] else None

    def _add_own(self, place: Place, document: DocumentRecord) -> str:
        header = document.header
        mention = header_mention(header)
        number = DocumentNumber.parse(header.number) if header.number else None
        key = self._numbered(number, mention, place) if number else self._unnumbered(header, place)
        if called := law_name(header.kind, header.title):
            self._own_names[place] = name_key(called)
            self._names.add_document(key, day_of(header))
            self._names.add_name(called, key)
        if number is not None:
            self._add_names(mention, place)
        entry = self._entry(key, mention, place)
        facts = sum(
            value not in (None, False, "")
            for value in (header.number, header.kind, header.issuer, header.date, header.title, header.signer)
        )
        entry.headers.append((place[0], header, facts * 1000 + len(document.relations) + len(document.tasks)))
        return key

    def _unnumbered(self, header: HeaderRecord, place: Place) -> str:
        body = (self._bodies[place] or "").removeprefix("unit:")
        words = fold(f"{header.kind} {header.year or ''} {header.title or place[0]}").replace(" ", "-")
        return f"doc:{body}/{words[:140]}"

    def _entry(self, key: str, mention: DocumentMention, place: Place) -> Known:
        known = self.known.setdefault(key, Known(key, law=self._laws.get(key)))
        number = DocumentNumber.parse(mention.number) if mention.number and known.number is None else None
        if number is not None:
            known.number, known.issuer = number, self._base(number, mention.issuer, place)[1]
        elif known.law and not known.issuer and (number := DocumentNumber.parse(known.law.number)):
            known.issuer = self.issuers.base(number, None, None)[1]
        return known

    def _body(self, header: HeaderRecord) -> str | None:
        name = header.body or header.issuer
        return self._resolver.resolve(name, UnitContext(None, {}, header.date)).id if name else None


def _year_of(number: DocumentNumber, mention: DocumentMention) -> str:
    return str(number.year or "") or (mention.date or "")[:4] or str(mention.year or "")


def _id(base: Base, year: str) -> str:
    number, issuer = base
    return "doc:" + "/".join(piece for piece in (issuer, number.replace("//", "-").replace("/", "-"), year) if piece)


def _answers(known: Known, wanted: str) -> bool:
    wanted = _KINDS.get(wanted, wanted)
    facts = [fold(mention.kind or "") for _, mention in known.mentions] + [
        fold(header.kind or "") for _, header, _ in known.headers
    ]
    titles = [fold(mention.title or "") for _, mention in known.mentions] + [
        fold(header.title or "") for _, header, _ in known.headers
    ]
    return wanted in facts or (wanted in _APPROVED and any(wanted in title for title in titles))
