"""What is known of one document over all files (các tệp nói gì về một văn bản): its properties,
what does not agree.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.building.checking import condensed_beside_original, two_dates
from luocdo.graph.building.document_facts import Known, by_facts, facts_of
from luocdo.graph.building.documents import Held, Said
from luocdo.graph.building.draft import filled, issue_key
from luocdo.graph.building.issuers import Issuers
from luocdo.graph.building.names import title_key
from luocdo.graph.building.papers import number_of
from luocdo.graph.building.proposing import Proposed, opening, proposals
from luocdo.graph.growing.step import Cell, Of
from luocdo.graph.joining.touching import is_normative
from luocdo.graph.records import Issue, Value

if TYPE_CHECKING:
    from luocdo.graph.building.ground import Ground


@dataclass(frozen=True, slots=True)
class Facts:
    """A document's ``properties``, and the key of its issuer."""

    properties: dict[str, Value]
    issuer: str


def facts(ground: Ground, cell: Cell) -> None:
    """Of a document: its properties; which files hold it, best first; what of it does not agree.

    Raises:
        CondensedError: a condensed edition of it stands beside its original.
    """
    known = _known(ground, cell)
    if not known.headers and not known.mentions:
        return
    condensed_beside_original(known)
    resolver = ground.afresh()
    properties = filled(facts_of(known, resolver, Issuers(resolver)))
    cell.tell(Of.FACTS, cell.name, Facts(properties, known.issuer))
    if len(known.headers) > 1:
        cell.tell(Of.RANK, cell.name, [file for file, _, _ in sorted(known.headers, key=by_facts)])
    cell.tell(Of.NORMATIVE, cell.name, is_normative(properties))
    for file, issue in two_dates(
        known, lambda day: cell.ask_first(Of.DATED, f"{cell.name}\0{day}")
    ):
        tell_issue(cell, file, issue)
    if not known.headers and known.number is not None and properties.get("date"):
        titles = sorted(mention.title for mention, _ in known.mentions if mention.title)
        keys: dict[str, set[str]] = defaultdict(set)
        for title in titles:
            keys[opening(title_key(title))].add(title_key(title))
        for first, found in keys.items():
            proposed = Proposed(cell.name, properties, known.issuer, titles[0], sorted(found))
            cell.tell(Of.CITED_AS, first, proposed)


def possible(ground: Ground, cell: Cell) -> None:
    """Of a file: which documents those of it may be that lack number or day."""
    record = ground.record(cell, cell.name)
    for document in record.documents if record else ():
        header = document.header
        title = title_key(header.title or "")
        if (header.number and header.date) or not title:
            continue
        cited = cell.ask(Of.CITED_AS, opening(title), Proposed)
        for issue in proposals(cell.name, header, title, cited, ground.afresh()):
            tell_issue(cell, cell.name, issue)


def twins(ground: Ground, cell: Cell) -> None:
    """Of a digest: the files whose bytes another file has, one of them too many."""
    first, *others = cell.ask(Of.BYTES, cell.name, str) or [""]
    for file in others:
        tell_issue(cell, file, Issue(kind="same_bytes", message=f"cùng nội dung với {first}"))
    del ground


def tell_issue(cell: Cell, file: str, issue: Issue) -> None:
    """Tell what does not agree between files."""
    cell.tell_set(Of.ISSUE, issue_key(file, issue), [(file, issue)])


def _known(ground: Ground, cell: Cell) -> Known:
    """Gather what files say of a document, letterheads in the order of files, mentions in an order
    of their own.
    """
    held = cell.ask_whom(Of.HELD, cell.name, list[Held])
    said = [
        *cell.ask_counts(Of.MENTION, cell.name, Said),
        *cell.ask_counts(Of.SHORT_MENTION, cell.name, Said),
    ]
    known = Known(
        cell.name, law=ground.law_of.get(cell.name), issuer=ground.law_issuers.get(cell.name, "")
    )
    known.headers = [(file, one.header, one.score) for file, several in held for one in several]
    known.mentions = [(mention, count) for (mention, _), count in said]
    numbers = [(number_of(one.header), one.issuer) for _, several in held for one in several]
    numbers += [
        (number_of(one), issuer) for (one, issuer), _ in sorted(said, key=_commonest_first)
    ]
    number, issuer = next(
        ((one, issuer) for one, issuer in numbers if one is not None), (None, None)
    )
    if number is not None:
        known.number, known.issuer = number, issuer or ""
    return known


def _commonest_first(one: tuple[Said, int]) -> tuple[int, int]:
    (mention, _), count = one
    return -count, -len(mention.number or "")
