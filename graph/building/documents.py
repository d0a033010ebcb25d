"""Which document a mention means (định danh văn bản): never a guess.

Numbers come first, with the years under which any file knows them; then names, which mean one of
the numbered documents so called; then short forms, which join the one document that answers to
them, else stay unresolved. Names without a number are resolved by `names`, the issuer behind a
number by `issuers`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from luocdo.graph.building.mentions import day_of, header_mention
from luocdo.graph.building.names import Names, first_words, law_name, name_key, title_key
from luocdo.graph.building.papers import SHORT, Papers, is_short, number_of, year_of
from luocdo.graph.growing.step import Cell, Of
from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.records import DocumentMention, HeaderRecord
from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from luocdo.graph.building.ground import Ground
    from luocdo.graph.building.issuers import Base
    from luocdo.graph.records import DocumentRecord

_APPROVED = ("de an", "chuong trinh", "chien luoc")
_KINDS = {
    "qd": "quyet dinh",
    "nq": "nghi quyet",
    "nd": "nghi dinh",
    "kh": "ke hoach",
    "tb": "thong bao",
}


@dataclass(frozen=True, slots=True)
class Resolved:
    """The id of the document meant, or None with the reason."""

    id: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """That a file holds a document: where in it, with which letterhead, how much it says, the
    issuer's key.
    """

    at: int
    header: HeaderRecord
    score: int
    issuer: str | None


class Said(NamedTuple):
    """A mention, and the key of the issuer behind its number; None where it has no number."""

    mention: DocumentMention
    issuer: str | None


def base_key(base: Base) -> str:
    """Return what a number is known by as one word."""
    return "\0".join(base)


def years(ground: Ground, cell: Cell) -> None:
    """Of a file: under which years it knows numbers, under which days names."""
    record = ground.record(cell, cell.name)
    if record is None:
        return
    papers = ground.papers(cell, record)
    for base, found in papers.years.items():
        cell.tell_set(Of.YEAR, base_key(base), found)
    cell.tell_each(Of.NAME_DAY, papers.name_days)
    if record.digest:
        cell.tell(Of.BYTES, record.digest, record.file)


def naming(ground: Ground, cell: Cell) -> None:
    """Of a file: which documents it holds, and under which days, names and titles numbered
    documents are known.
    """
    record = ground.record(cell, cell.name)
    if record is None:
        return
    papers, noted = ground.papers(cell, record), _Noted(cell)
    own = [papers.own_id(at, noted.years) for at in range(len(record.documents))]
    held: dict[str, list[Held]] = defaultdict(list)
    for at, (key, document) in enumerate(zip(own, record.documents, strict=True)):
        header = document.header
        if called := law_name(header.kind, header.title):
            noted.days[key].add(day_of(header))
            noted.names[name_key(called)].add(key)
        noted.mention(papers, at, header_mention(header))
        number = number_of(header)
        issuer = papers.base(number, header.issuer, at)[1] if number else None
        held[key].append(Held(at, header, _score(document), issuer))
    for at, mention in papers.mentions:
        noted.mention(papers, at, mention)
    noted.tell()
    cell.tell(Of.OWN, cell.name, own)
    cell.tell_each(Of.HELD, held)


class _Noted:
    """Under which days, names and titles the numbered documents of a file are known."""

    def __init__(self, cell: Cell) -> None:
        self._cell = cell
        self.days: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, set[str]] = defaultdict(set)
        self._titles: dict[str, set[tuple[str, str, str | None]]] = defaultdict(set)

    def years(self, base: Base) -> set[str]:
        """Return the years under which the graph knows a number."""
        return _years(self._cell, base)

    def mention(self, papers: Papers, at: int, mention: DocumentMention) -> None:
        """Note under which names and titles a numbered document is known."""
        number = number_of(mention)
        if number is None:
            return
        key = papers.numbered(number, mention, at, self.years)
        self.days[key].add(mention.date or year_of(number, mention))
        if mention.name and not SHORT.match(mention.name):
            self.names[name_key(mention.name)].add(key)
        if mention.title and (first := first_words(title_key(mention.title))):
            place = papers.province_of(papers.base(number, mention.issuer, at))
            self._titles[first].add((title_key(mention.title), key, place))

    def tell(self) -> None:
        """Tell what was noted."""
        self._cell.tell_each(Of.DAY, {key: filter(None, days) for key, days in self.days.items()})
        self._cell.tell_each(Of.NAME, self.names)
        self._cell.tell_each(Of.TITLE, self._titles)


def meaning(ground: Ground, cell: Cell) -> None:
    """Of a file: which document each of its mentions means that is no short form."""
    record = ground.record(cell, cell.name)
    if record is None:
        return
    names = Names(cell, ground.laws_by_name)
    papers = ground.papers(cell, record)
    said: dict[str, list[Said]] = defaultdict(list)
    found = [_meant(cell, papers, names, at, mention) for at, mention in papers.mentions]
    for (at, mention), one in zip(papers.mentions, found, strict=True):
        if one.id is not None and not mention.local:
            said[one.id].append(_said(papers, at, mention))
    _tell_mentions(cell, Of.MENTION, said)
    cell.tell(Of.RESOLVED, cell.name, found)


def _meant(
    cell: Cell, papers: Papers, names: Names, at: int, mention: DocumentMention
) -> Resolved:
    number = number_of(mention)
    if mention.local or is_short(mention):
        return Resolved(None)
    if number is not None:
        return Resolved(papers.numbered(number, mention, at, lambda base: _years(cell, base)))
    name = mention.name or mention.title
    if not name:
        return Resolved(None, "không đủ để biết là văn bản nào")
    called = law_name(papers.headers[at].kind, papers.headers[at].title)
    if called and not mention.date and not mention.year and name_key(name) == name_key(called):
        return Resolved(cell.ask(Of.OWN, cell.name, list[str])[0][at])
    return Resolved(
        names.resolve(mention, papers.day(at), papers.days_within(at, name), papers.province(at))
    )


def serials(ground: Ground, cell: Cell) -> None:
    """Of a document: its serial number with the kinds it is said to be, for short forms."""
    said = [one for one, _ in cell.ask_set(Of.MENTION, cell.name, Said)]
    headers = [
        one.header for several in cell.ask(Of.HELD, cell.name, list[Held]) for one in several
    ]
    named = [*map(header_mention, headers), *said]
    number = first_number(named)
    if number is None:
        return
    kinds = {fold(one.kind or "") for one in named}
    titles = [fold(one.title or "") for one in named]
    kinds |= {word for word in _APPROVED if any(word in title for title in titles)}
    cell.tell(Of.SERIAL, number.serial.lstrip("0"), (cell.name, sorted(kinds)))
    del ground


def first_number(said: list[DocumentMention]) -> DocumentNumber | None:
    """Return the first number that is said of a document."""
    return next((number for one in said if (number := number_of(one))), None)


def shorts(ground: Ground, cell: Cell) -> None:
    """Of a file: which document each short form means."""
    record = ground.record(cell, cell.name)
    if record is None:
        return
    papers = ground.papers(cell, record)
    said: dict[str, list[Said]] = defaultdict(list)
    found: dict[str, Resolved] = {}
    for at, mention in papers.mentions:
        if is_short(mention):
            name = mention.name or ""
            found[name] = one = _answering(cell, name)
            if one.id is not None:
                said[one.id].append(_said(papers, at, mention))
    if found:
        _tell_mentions(cell, Of.SHORT_MENTION, said)
        cell.tell(Of.SHORT_RESOLVED, cell.name, found)


def _answering(cell: Cell, name: str) -> Resolved:
    """Resolve "QĐ 131", "Đề án 131" to the one document of the graph that answers to it."""
    short = SHORT.match(name)
    if short is None:
        return Resolved(None)
    wanted, serial = fold(short["kind"]), short["serial"].lstrip("0")
    known = cell.ask(Of.SERIAL, serial, tuple[str, list[str]])
    found = sorted(key for key, kinds in known if _KINDS.get(wanted, wanted) in kinds)
    if len(found) == 1:
        return Resolved(found[0])
    if not found:
        return Resolved(
            f"doc:{wanted.replace(' ', '-')}-{serial}", "không văn bản nào trong kho khớp"
        )
    return Resolved(None, f"{len(found)} văn bản khớp: {', '.join(found)}")


def _tell_mentions(cell: Cell, relation: Of, said: Mapping[str, list[Said]]) -> None:
    """Tell what a file says of other documents: each statement once, however often it is made
    there.
    """
    cell.tell_each(relation, said)
    for document in said:
        for day in {mention.date for mention, _ in said[document] if mention.date}:
            cell.tell(Of.DATED, f"{document}\0{day}", None)


def _said(papers: Papers, at: int, mention: DocumentMention) -> Said:
    """Return what a mention says, without how it is printed: others say the same."""
    number = number_of(mention)
    issuer = papers.base(number, mention.issuer, at)[1] if number else None
    return Said(replace(mention, as_printed="", not_after=None), issuer)


def _years(cell: Cell, base: Base) -> set[str]:
    return set(cell.ask_set(Of.YEAR, base_key(base), str))


def _score(document: DocumentRecord) -> int:
    """Return how much a file says of its document: of several that hold one, that with most facts
    comes first.
    """
    header = document.header
    facts = (header.number, header.kind, header.issuer, header.date, header.title, header.signer)
    told = 0 if document.alone else sum(value not in (None, False, "") for value in facts)
    return told * 1000 + len(document.relations) + len(document.tasks)


def resolved(
    cell: Cell, papers: Papers, own: list[str]
) -> Iterator[tuple[int, DocumentMention, Resolved]]:
    """Yield of each mention of a file which document it means."""
    (found,) = cell.ask(Of.RESOLVED, papers.record.file, list[Resolved])
    short: dict[str, Resolved] = {}
    for told in cell.ask(Of.SHORT_RESOLVED, papers.record.file, dict[str, Resolved]):
        short |= told
    for (at, mention), one in zip(papers.mentions, found, strict=True):
        if mention.local:
            yield at, mention, Resolved(own[at])
        else:
            yield at, mention, short[mention.name or ""] if is_short(mention) else one
