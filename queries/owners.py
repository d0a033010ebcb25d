"""Who owns everything derived from a document (ai chủ trì mọi việc bắt nguồn từ một văn bản)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import BLOCKS, Answer, Assignment
from luocdo.queries.describe import document_line
from luocdo.queries.gathering import Via, gather, nearest_first
from luocdo.queries.left_out import Inquiry, heads, left_out
from luocdo.queries.runner import run

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from luocdo.graph.stores.base import Store

Row = dict[str, object]
_STRENGTH = ("BASED_ON own", "IMPLEMENTS", "BASED_ON", "AMENDS", "GUIDES", "ATTACHED_TO", "MANDATES")


@dataclass(frozen=True, slots=True)
class OwnersOptions:
    """What the reader asked for beside the document."""

    drafts: bool = False
    all_bases: bool = False
    derived_only: bool = False


def owners(store: Store, document: Row, as_of: datetime.date, options: OwnersOptions | None = None) -> Answer:
    """Answer who leads and coordinates what derives from ``document`` (a node of the store)."""
    asked = options or OwnersOptions()
    origin = str(document["id"])
    edges = _edges(store, origin, all_bases=asked.all_bases)
    steps = _steps(edges)
    inquiry = Inquiry(store, document, as_of, tuple(steps.values()), tuple(edges))
    query = "owners_all_bases" if asked.all_bases else "owners"
    vias = _strongest(run(store, query, id=origin).dicts(), document, steps)
    if asked.derived_only:
        vias = {leaf: via for leaf, via in vias.items() if via.block != "direct"}
    words = _words(run(store, "named_in_words", id=origin).dicts(), document, set(vias))
    drafts = _draft_vias(run(store, "drafts", id=origin).dicts(), document)
    found = gather(store, {**drafts, **words, **vias}, as_of)
    shown = tuple(one for one in found if asked.drafts or not one.draft)
    return Answer(
        kind="owners",
        title=document_line(document),
        assignments=_ordered(shown, as_of),
        heads=heads(inquiry, shown),
        notes=left_out(inquiry, found, shown, drafts_asked=asked.drafts),
        as_of=as_of.isoformat(),
        subject=origin,
        command=f'luocdo owners "{document["name"]}"',
    )


def _edges(store: Store, origin: str, *, all_bases: bool) -> list[Row]:
    """Return the edges that join what derives to the origin; with ``all_bases`` those of competence among them."""
    if not all_bases:
        return run(store, "derivation", id=origin).dicts()
    rows = run(store, "lineage_down", id=origin).dicts()
    joining = [row for row in rows if row["relation"] in _STRENGTH and row["relation"] != "ATTACHED_TO"]
    return [row | {"parent": _dict(row["parent"])["id"]} for row in joining]


def _ordered(assignments: Iterable[Assignment], as_of: datetime.date) -> tuple[Assignment, ...]:
    """Order by block, within it what is to be done next first."""
    blocks = tuple(BLOCKS)
    return tuple(sorted(assignments, key=lambda one: (blocks.index(one.block), nearest_first(one, as_of))))


def _steps(rows: list[Row]) -> dict[str, Row]:
    """Return document id -> its strongest edge towards the origin."""
    best: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: _STRENGTH.index(str(row["relation"]))):
        best.setdefault(str(_dict(row["child"])["id"]), row)
    return best


def _strongest(rows: list[Row], document: Row, steps: dict[str, Row]) -> dict[str, Via]:
    """One way per assignment: given directly, own basis, else the strongest edge of its document."""
    chosen: dict[str, tuple[int, Via]] = {}
    for row in rows:
        rank, via = _ranked(row, document, steps)
        leaf = str(row["leaf_id"])
        if leaf not in chosen or rank < chosen[leaf][0]:
            chosen[leaf] = (rank, via)
    return {leaf: via for leaf, (_, via) in chosen.items()}


def _ranked(row: Row, document: Row, steps: dict[str, Row]) -> tuple[int, Via]:
    name, quote, source = str(document["name"]), str(row["link_quote"] or ""), str(row["link_source"] or "")
    direct = row["via_id"] == document["id"]
    if row["relation"] == "MANDATES" and direct:
        return 0, Via("direct", name, "MANDATES", quote, source)
    if row["relation"] == "BASED_ON" and direct:
        return 1, Via("stated", name, "BASED_ON", quote, source)
    step = steps.get(str(row["via_id"]), {})
    relation, link, child = (
        str(step.get("relation") or row["relation"]),
        _dict(step.get("link")),
        _dict(step.get("child")),
    )
    rank = 2 + _STRENGTH.index(relation)
    words, file = (
        (str(link.get("quote") or quote), str(link.get("source") or source))
        if row["relation"] == "MANDATES"
        else (quote, source)
    )
    return rank, Via("inferred", str(child.get("name") or name), relation, words, file, "inferred")


def _words(rows: list[Row], document: Row, taken: set[str]) -> dict[str, Via]:
    return {
        str(row["leaf_id"]): Via(
            "words",
            str(document["name"]),
            "CITES",
            str(row["link_quote"] or ""),
            str(row["link_source"] or ""),
            "inferred",
        )
        for row in rows
        if row["manner"] == "carries_out" and row["leaf_id"] not in taken
    }


def _draft_vias(rows: list[Row], document: Row) -> dict[str, Via]:
    return {
        str(row["leaf_id"]): Via(
            "draft",
            str(document["name"]),
            str(row["relation"]),
            str(row["link_quote"] or ""),
            str(row["link_source"] or ""),
            "inferred",
        )
        for row in rows
    }


def _dict(value: object) -> Row:
    return value if isinstance(value, dict) else {}
