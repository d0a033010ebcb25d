"""What each page asks (câu hỏi sau mỗi trang): one function a command, by the same queries as the
command line.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from luocdo.commands.passages import Passages
from luocdo.graph.errors import QueryError
from luocdo.graph.forces import FORCES
from luocdo.graph.issue_kinds import ISSUE_KINDS
from luocdo.queries import inventory, listing, naming
from luocdo.queries.arriving import NewOptions, new
from luocdo.queries.comparing import compare
from luocdo.queries.conflicts import conflicts
from luocdo.queries.corrections import corrections
from luocdo.queries.describe import distinguished
from luocdo.queries.document_filters import DocumentFilters
from luocdo.queries.due import DueOptions, due
from luocdo.queries.ended import ended
from luocdo.queries.gaps import GapsOptions, gaps
from luocdo.queries.lookups import LookUps
from luocdo.queries.nodes import DocumentNode, UnitNode
from luocdo.queries.owners import OwnersOptions, owners
from luocdo.queries.periods import Asked as Period
from luocdo.queries.periods import period_asked
from luocdo.queries.reported import status
from luocdo.queries.unit import UnitOptions, unit
from luocdo.viz.web.library import Choice, Hit

if TYPE_CHECKING:
    from collections.abc import Callable

    from luocdo.graph.answers import Answer
    from luocdo.graph.stores.base import Store
    from luocdo.viz.web.library import Asked


_ALL = 1_000_000  # rows: a page folds what it has no room for
_WEEK = datetime.timedelta(days=7)


def answered(store: Store, asked: Asked) -> Answer:
    """Return the answer of the command that a page stands for.

    Raises:
        Choice: a name means several things, or none.
        QueryError: a day, a period or a number is none.
    """
    return _ANSWERS[asked.command](LookUps(store, Passages()), asked)


def the_document(store: Store, words: str, argument: str) -> DocumentNode:
    """Return the one document meant.

    Raises:
        Choice: there are several, or none.
    """
    found = naming.find_document(store, words)
    if len(found.matches) == 1:
        return found.matches[0]
    raise Choice(words, argument, tuple(hit(node) for node in found.matches), found.nearest)


def the_unit(store: Store, words: str, argument: str) -> UnitNode:
    """Return the one unit meant; raises as `the_document` does."""
    found = naming.find_unit(store, words)
    if len(found.matches) == 1:
        return found.matches[0]
    raise Choice(words, argument, tuple(hit(node) for node in found.matches), found.nearest)


def hit(node: DocumentNode | UnitNode) -> Hit:
    """Return a document or unit as a line to choose from."""
    kind, name = ("Unit", node.display) if isinstance(node, UnitNode) else ("Document", node.name)
    (line,) = distinguished((node,))
    return Hit(kind, node.id, name, line.removeprefix(name).strip(" ·"))


def _due(library: LookUps, asked: Asked) -> Answer:
    words = asked.words
    period = Period(
        start=_day(words.get("from", "")),
        finish=_day(words.get("to", "")),
        year=_number(words.get("within", "")),
        within_days=_number(words.get("within-days", "")),
        month=words.get("month", ""),
        quarter=words.get("quarter", ""),
        overdue="overdue" in asked.flags,
    )
    start, finish = period_asked(asked.as_of, period)
    options = DueOptions(
        start,
        finish,
        unit=_named_unit(library, asked, "unit"),
        document=_named_document(library, asked, "document"),
        drafts="drafts" in asked.flags,
        overdue=period.overdue,
        recurring=period.year is None,
    )
    return due(library.store, options, asked.as_of)


def _day(words: str) -> datetime.datetime | None:
    try:
        return (
            datetime.datetime.fromisoformat(words).replace(tzinfo=datetime.UTC) if words else None
        )
    except ValueError as error:
        message = f"ngày phải có dạng 2025-12-31: {words}"
        raise QueryError(message) from error


def _number(words: str) -> int | None:
    if words and not (words.isascii() and words.isdigit() and len(words) <= len("2025")):
        message = f"cần một số (năm, hoặc số ngày): {words}"
        raise QueryError(message)
    return int(words) if words else None


def _unit(library: LookUps, asked: Asked) -> Answer:
    words = asked.words["name"]
    node = the_unit(library.store, words, "name")
    said, how = (
        (node.display, "")
        if words == node.id
        else (words, naming.find_unit(library.store, words).how)
    )
    found = unit(library.store, node, asked.as_of, UnitOptions(said, how, "drafts" in asked.flags))
    return status(library.store, found) if "status" in asked.flags else found


def _gaps(library: LookUps, asked: Asked) -> Answer:
    options = GapsOptions(
        unit=_named_unit(library, asked, "unit"),
        plan=_named_document(library, asked, "in"),
        duties="duties" in asked.flags,
        taken="taken" in asked.flags,
    )
    return gaps(
        library.store, the_document(library.store, asked.words["doc"], "doc"), asked.as_of, options
    )


def _conflicts(library: LookUps, asked: Asked) -> Answer:
    papers = (_named_document(library, asked, name) for name in ("a", "b"))
    return conflicts(library.store, asked.as_of, *(one for one in papers if one))


def _named_unit(library: LookUps, asked: Asked, option: str) -> UnitNode | None:
    words = asked.words.get(option, "")
    return the_unit(library.store, words, option) if words else None


def _named_document(library: LookUps, asked: Asked, option: str) -> DocumentNode | None:
    words = asked.words.get(option, "")
    return the_document(library.store, words, option) if words else None


def _owners(library: LookUps, asked: Asked) -> Answer:
    options = OwnersOptions(
        drafts="drafts" in asked.flags,
        all_bases="all-bases" in asked.flags,
        derived_only="derived-only" in asked.flags,
        unit=_named_unit(library, asked, "unit"),
    )
    return owners(
        library.store, the_document(library.store, asked.words["doc"], "doc"), asked.as_of, options
    )


def _documents(library: LookUps, asked: Asked) -> Answer:
    words, flags = asked.words, asked.flags
    first, last = (_day(words.get(name, "")) for name in ("from", "to"))
    if (force := words.get("force", "")) not in ("", *FORCES):
        message = f"hiệu lực là một trong: {', '.join(FORCES)}"
        raise QueryError(message)
    filters = DocumentFilters(
        kind=words.get("kind", ""),
        issuer=words.get("issuer", ""),
        signer=words.get("signer", ""),
        start=first.date() if first else None,
        finish=last.date() if last else None,
        draft="draft" in flags,
        unnumbered="unnumbered" in flags,
        force=force,
    )
    if "ended" in flags:
        return ended(library.store, asked.as_of, filters)
    return inventory.documents(library.store, asked.as_of, filters, cited="cited" in flags)


def _new(library: LookUps, asked: Asked) -> Answer:
    since, until = (_day(asked.words.get(name, "")) for name in ("since", "to"))
    last = until.date() if until else None
    first = since.date() if since else (last or asked.as_of) - _WEEK
    options = NewOptions(
        first.isoformat(),
        issued="issued" in asked.flags,
        unit=_named_unit(library, asked, "unit"),
        drafts="drafts" in asked.flags,
        until=last.isoformat() if last else "",
    )
    return new(library.store, asked.as_of, options)


def _compare(library: LookUps, asked: Asked) -> Answer:
    first, second = (the_document(library.store, asked.words[name], name) for name in ("a", "b"))
    return compare(library.store, first, second, asked.as_of, duties="duties" in asked.flags)


def _doc(library: LookUps, asked: Asked, argument: str = "doc") -> str:
    return the_document(library.store, asked.words[argument], argument).id


def _list(
    query: Callable[[Store, DocumentNode, datetime.date], Answer],
) -> Callable[[LookUps, Asked], Answer]:
    """Return the page of a list that one document has."""
    return lambda library, asked: query(
        library.store, the_document(library.store, asked.words["doc"], "doc"), asked.as_of
    )


_ANSWERS: dict[str, Callable[[LookUps, Asked], Answer]] = {
    "owners": _owners,
    "lineage": lambda library, asked: library.lineage(_doc(library, asked), as_of=asked.as_of),
    "document": lambda library, asked: library.document(_doc(library, asked), as_of=asked.as_of),
    "gaps": _gaps,
    "conflicts": _conflicts,
    "compare": _compare,
    "find": lambda library, asked: library.find(
        asked.words["words"],
        as_of=asked.as_of,
        drafts="drafts" in asked.flags,
        loosely="loose" in asked.flags,
    ),
    "new": _new,
    "targets": _list(lambda store, document, as_of: listing.targets(store, [document], as_of)),
    "money": _list(listing.money),
    "reports": _list(listing.reports),
    "approvals": _list(listing.approvals),
    "changes": _list(listing.changes),
    "unit": _unit,
    "task": lambda library, asked: library.task(asked.words["id"], as_of=asked.as_of),
    "due": _due,
    "why": lambda library, asked: library.why(
        _doc(library, asked, "a"), _doc(library, asked, "b"), as_of=asked.as_of
    ),
    "documents": _documents,
    "units": lambda library, asked: inventory.units(
        library.store, asked.as_of, asked.words.get("kind", ""), asked.words.get("of", "")
    ),
    "check": lambda library, asked: library.check(
        *(kind for kind in [asked.words.get("kind", "")] if kind in ISSUE_KINDS), as_of=asked.as_of
    ),
    "corrections": lambda library, asked: corrections(library.store, asked.as_of),
    "centrality": lambda library, asked: library.centrality(as_of=asked.as_of, most=_ALL),
}
