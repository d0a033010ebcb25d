"""Who owns everything derived from a document (ai chủ trì mọi việc bắt nguồn từ một văn bản)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import BLOCKS, Answer, Assignment, Note
from luocdo.queries.as_of import not_yet, until
from luocdo.queries.describe import document_line
from luocdo.queries.document_rows import DerivationRow, LineageDownRow
from luocdo.queries.gathering import Via, gather, issued_until, nearest_first
from luocdo.queries.left_out import Inquiry, heads, left_out
from luocdo.queries.runner import run
from luocdo.queries.task_rows import DraftsRow, NamedInWordsRow, OwnersAllBasesRow, OwnersRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode, UnitNode

_ACTING = ("LED_BY", "COORDINATED_BY")
_STRENGTH = (
    "BASED_ON own",
    "IMPLEMENTS",
    "BASED_ON",
    "AMENDS",
    "GUIDES",
    "ATTACHED_TO",
    "MANDATES",
)


@dataclass(frozen=True, slots=True)
class OwnersOptions:
    """What the reader asked for beside the document."""

    drafts: bool = False
    all_bases: bool = False
    derived_only: bool = False
    unit: UnitNode | None = None


def owners(
    store: Store,
    document: DocumentNode,
    as_of: datetime.date,
    options: OwnersOptions | None = None,
) -> Answer:
    """Answer who leads and coordinates what derives from ``document``."""
    asked = options or OwnersOptions()
    edges, _ = until(
        _edges(store, document.id, all_bases=asked.all_bases), lambda row: row.child.date, as_of
    )
    inquiry = Inquiry(store, document, as_of, _steps(edges), tuple(edges))
    found, later = issued_until(gather(store, _vias(inquiry, asked), as_of), as_of)
    every = tuple(one for one in found if asked.drafts or not one.draft)
    shown = tuple(one for one in every if _is_of(one, asked.unit))
    others = _others(len(every) - len(shown), document) if asked.unit else ()
    return Answer(
        kind="owners",
        title=document_line(document)
        + (f" · phần của {asked.unit.display}" if asked.unit else ""),
        assignments=_ordered(shown, as_of),
        heads=(*not_yet(document, as_of), *heads(inquiry, every)),
        notes=(*later, *others, *left_out(inquiry, found, every, drafts_asked=asked.drafts)),
        as_of=as_of.isoformat(),
        subject=document.id,
        command=f'luocdo owners "{document.name}"',
    )


def _is_of(one: Assignment, unit: UnitNode | None) -> bool:
    """Return whether ``unit`` leads or coordinates, by name; every assignment is of no unit."""
    return unit is None or any(
        each.unit_id == unit.id and each.role in _ACTING for each in one.roles
    )


def _others(left: int, document: DocumentNode) -> tuple[Note, ...]:
    words = f"{left} phân công của đơn vị khác hoặc giao qua tên gọi chung để ngoài"
    return (Note(words, f'luocdo owners "{document.name}"'),) if left else ()


def _vias(inquiry: Inquiry, asked: OwnersOptions) -> dict[str, Via]:
    """Return through what each assignment comes in: by derivation, by its words, as a draft."""
    store, document = inquiry.store, inquiry.document
    kind = OwnersAllBasesRow if asked.all_bases else OwnersRow
    vias = _strongest(run(store, kind, id=document.id), inquiry)
    if asked.derived_only:
        vias = {leaf: via for leaf, via in vias.items() if via.block != "direct"}
    words = _words(run(store, NamedInWordsRow, id=document.id), document, set(vias))
    return {**_draft_vias(run(store, DraftsRow, id=document.id), document), **words, **vias}


def _edges(store: Store, origin: str, *, all_bases: bool) -> list[DerivationRow]:
    """Return the edges that join what derives to the origin; with ``all_bases`` those of
    competence among them.
    """
    if not all_bases:
        return run(store, DerivationRow, id=origin)
    rows = run(store, LineageDownRow, id=origin)
    joining = [row for row in rows if row.relation in _STRENGTH and row.relation != "ATTACHED_TO"]
    return [DerivationRow(row.child, row.relation, row.link, row.parent.id) for row in joining]


def _ordered(assignments: Iterable[Assignment], as_of: datetime.date) -> tuple[Assignment, ...]:
    """Order by block, within it what is to be done next first."""
    blocks = tuple(BLOCKS)
    return tuple(
        sorted(assignments, key=lambda one: (blocks.index(one.block), nearest_first(one, as_of)))
    )


def _steps(rows: Sequence[DerivationRow]) -> dict[str, DerivationRow]:
    """Return document id -> its strongest edge towards the origin."""
    best: dict[str, DerivationRow] = {}
    for row in sorted(rows, key=lambda row: _STRENGTH.index(row.relation)):
        best.setdefault(row.child.id, row)
    return best


def _strongest(rows: Sequence[OwnersRow | OwnersAllBasesRow], inquiry: Inquiry) -> dict[str, Via]:
    """One way per assignment: given directly, own basis, else the strongest edge of
    its document.
    """
    chosen: dict[str, tuple[int, Via]] = {}
    for row in rows:
        rank, via = _ranked(row, inquiry)
        if row.leaf_id not in chosen or rank < chosen[row.leaf_id][0]:
            chosen[row.leaf_id] = (rank, via)
    return {leaf: via for leaf, (_, via) in chosen.items()}


def _ranked(row: OwnersRow | OwnersAllBasesRow, inquiry: Inquiry) -> tuple[int, Via]:
    name, own = inquiry.name, (row.link_quote, row.link_source)
    if row.via_id == inquiry.document.id:
        mandated = row.relation == "MANDATES"
        return (
            (0, Via("direct", name, "MANDATES", *own))
            if mandated
            else (1, Via("stated", name, "BASED_ON", *own))
        )
    step = inquiry.steps.get(row.via_id)
    if step is None:
        return 2 + _STRENGTH.index(row.relation), Via(
            "inferred", name, row.relation, *own, "inferred"
        )
    said = (step.link.quote, step.link.source) if row.relation == "MANDATES" else own
    rank = 2 + _STRENGTH.index(step.relation)
    return rank, Via("inferred", step.child.name, step.relation, *said, "inferred")


def _words(
    rows: Sequence[NamedInWordsRow], document: DocumentNode, taken: set[str]
) -> dict[str, Via]:
    return {
        row.leaf_id: Via(
            "words", document.name, "CITES", row.link_quote, row.link_source, "inferred"
        )
        for row in rows
        if row.manner == "carries_out" and row.leaf_id not in taken
    }


def _draft_vias(rows: Sequence[DraftsRow], document: DocumentNode) -> dict[str, Via]:
    return {
        row.leaf_id: Via(
            "draft", document.name, row.relation, row.link_quote, row.link_source, "inferred"
        )
        for row in rows
    }
