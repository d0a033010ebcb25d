"""Which document a mention means (định danh văn bản), over all records at once: never a guess.

Identity is issuer, kind, number and year: most administrative numbers carry no year and recur every year and in every
province. An undated mention joins the one dated candidate, else is a document of its own; a short form joins the one
document that answers to it, else stays unresolved.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.building.document_facts import Known, facts_of
from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.records import DocumentMention, DocumentRecord, FileRecord, HeaderRecord, TaskRecord
from luocdo.graph.text import fold
from luocdo.graph.units.resolving import UnitContext, UnitResolver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from luocdo.graph.building.draft import Draft

_SHORT = re.compile(r"^(?P<kind>[^\d]+?)\s*(?:số\s*)?(?P<serial>\d{1,5})$")
_APPROVED = ("de an", "chuong trinh", "chien luoc")
Base = tuple[str, str]


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
        self._bodies: dict[tuple[str, int], str | None] = {}
        self._own: dict[tuple[str, int], str] = {}
        self._years: dict[Base, set[str]] = defaultdict(set)
        self._names: dict[Base, set[str]] = defaultdict(set)
        self.known: dict[str, Known] = {}
        files = list(files)
        documents = [(record.file, at, document) for record in files for at, document in enumerate(record.documents)]
        for file, at, document in documents:
            self._bodies[file, at] = self._body(document.header)
        mentions = [(file, at, mention) for file, at, document in documents for mention in mentions_of(document)]
        for file, at, document in documents:
            self._count(self._header_mention(document.header), file, at)
        for file, at, mention in mentions:
            self._count(mention, file, at)
        for file, at, document in documents:
            self._own[file, at] = self._add_own(file, at, document)
        for file, at, mention in mentions:
            found = self.resolve(mention, file, at)
            if found.id is not None and not mention.local:
                self._entry(found.id, mention, file, at).mentions.append((file, mention))

    def own(self, file: str, ordinal: int) -> str:
        """Return the id of the document that stands at ``ordinal`` in ``file``."""
        return self._own[file, ordinal]

    def resolve(self, mention: DocumentMention, file: str, ordinal: int) -> Resolved:
        """Return which document ``mention`` means in that document of ``file``."""
        if mention.local:
            return Resolved(self._own[file, ordinal])
        number = DocumentNumber.parse(mention.number) if mention.number else None
        if number is not None:
            return Resolved(self._numbered(number, mention, file, ordinal))
        short = _SHORT.match(mention.name or "")
        if short:
            return self._short(short["kind"], short["serial"])
        name = mention.name or mention.title
        if not name:
            return Resolved(None, "không đủ để biết là văn bản nào")
        return Resolved(self._called(name, mention))

    def write_nodes(self, draft: Draft) -> None:
        """Write a node for every document, its own loaded text winning over what others say."""
        for key in sorted(self.known):
            draft.node("Document", key, facts_of(self.known[key], self._resolver))

    def _numbered(self, number: DocumentNumber, mention: DocumentMention, file: str, ordinal: int) -> str:
        base = self._base(number, mention.issuer, file, ordinal)
        year = str(number.year or "") or (mention.date or "")[:4] or str(mention.year or "")
        years = self._years[base]
        if not year and len(years) == 1:
            year = next(iter(years))
        return _id(base, year)

    def _base(self, number: DocumentNumber, issuer: str | None, file: str, ordinal: int) -> Base:
        """Return number and issuer: by the symbol where it implies one, else as named, else by the citing body's province."""
        body = self._bodies.get((file, ordinal))
        unit = self._resolver.issuer_of_symbol(number.issuer_symbol or "", None)
        if unit is None and issuer:
            named = self._resolver.resolve(issuer, UnitContext(body))
            unit = self._resolver.body_behind(named) if named.known and named.kind != "nhóm" else None
            if unit and (province := self._resolver.province_of(unit.id)):
                unit = self._resolver.issuer_of_symbol(number.issuer_symbol or "", province) or self._resolver.get(
                    province
                )
        if unit is None:
            unit = self._resolver.issuer_of_symbol(number.issuer_symbol or "", body)
        if unit is None and body and (province := self._resolver.province_of(body)):
            unit = self._resolver.get(province)
        behind = self._resolver.body_behind(unit) if unit else None
        return number.key, behind.id.removeprefix("unit:") if behind else ""

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

    def _called(self, name: str, mention: DocumentMention) -> str:
        """Identify what has no number: by kind and name, with its day where there is one or only one is known."""
        base = ("name", fold(name))
        day = mention.date or ""
        days = self._names[base]
        if not day and len(days) == 1:
            day = next(iter(days))
        return f"doc:{base[1].replace(' ', '-')[:120]}" + (f"/{day}" if day else "")

    def _count(self, mention: DocumentMention, file: str, ordinal: int) -> None:
        """Note the years and days under which a number or a name is known."""
        number = DocumentNumber.parse(mention.number) if mention.number else None
        if number is not None:
            year = str(number.year or "") or (mention.date or "")[:4] or str(mention.year or "")
            if year:
                self._years[self._base(number, mention.issuer, file, ordinal)].add(year)
        elif mention.date and (name := mention.name or mention.title):
            self._names["name", fold(name)].add(mention.date)

    def _add_own(self, file: str, ordinal: int, document: DocumentRecord) -> str:
        header = document.header
        mention = self._header_mention(header)
        number = DocumentNumber.parse(header.number) if header.number else None
        if number is not None:
            key = self._numbered(number, mention, file, ordinal)
        else:
            body = (self._bodies[file, ordinal] or "").removeprefix("unit:")
            words = fold(f"{header.kind} {header.year or ''} {header.title or file}").replace(" ", "-")
            key = f"doc:{body}/{words[:140]}"
        entry = self._entry(key, mention, file, ordinal)
        facts = sum(
            value not in (None, False, "")
            for value in (header.number, header.kind, header.issuer, header.date, header.title, header.signer)
        )
        entry.headers.append((file, header, facts * 1000 + len(document.relations) + len(document.tasks)))
        return key

    def _entry(self, key: str, mention: DocumentMention, file: str, ordinal: int) -> Known:
        if key not in self.known:
            number = DocumentNumber.parse(mention.number) if mention.number else None
            self.known[key] = Known(
                key, number, issuer=self._base(number, mention.issuer, file, ordinal)[1] if number else ""
            )
        return self.known[key]

    def _header_mention(self, header: HeaderRecord) -> DocumentMention:
        return DocumentMention(
            as_printed=header.number or header.title or "",
            number=header.number,
            kind=header.kind,
            issuer=header.issuer,
            date=header.date,
            year=header.year,
            title=None if header.number else header.title,
        )

    def _body(self, header: HeaderRecord) -> str | None:
        name = header.body or header.issuer
        return self._resolver.resolve(name, UnitContext(None, {}, header.date)).id if name else None


def mentions_of(document: DocumentRecord) -> Iterator[DocumentMention]:
    """Yield every mention of a document that a record holds."""
    for relation in document.relations:
        if isinstance(relation.target, DocumentMention):
            yield relation.target
    for statement in document.statements:
        yield statement.subject
        if isinstance(statement.relation.target, DocumentMention):
            yield statement.relation.target
    for task in document.tasks:
        yield from _task_mentions(task)


def _task_mentions(task: TaskRecord) -> Iterator[DocumentMention]:
    if task.mandated_by is not None:
        yield task.mandated_by
    for relation in task.relations:
        if isinstance(relation.target, DocumentMention):
            yield relation.target
    for part in task.parts:
        yield from _task_mentions(part)


def _id(base: Base, year: str) -> str:
    number, issuer = base
    return "doc:" + "/".join(piece for piece in (issuer, number.replace("//", "-").replace("/", "-"), year) if piece)


def _answers(known: Known, wanted: str) -> bool:
    kinds = {"qd": "quyet dinh", "nq": "nghi quyet", "nd": "nghi dinh", "kh": "ke hoach", "tb": "thong bao"}
    wanted = kinds.get(wanted, wanted)
    facts = [fold(mention.kind or "") for _, mention in known.mentions] + [
        fold(header.kind or "") for _, header, _ in known.headers
    ]
    titles = [fold(mention.title or "") for _, mention in known.mentions] + [
        fold(header.title or "") for _, header, _ in known.headers
    ]
    return wanted in facts or (wanted in _APPROVED and any(wanted in title for title in titles))
