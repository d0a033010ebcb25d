"""The picture of an answer (hình của câu trả lời): owners or lineage of a document, left to right
by derivation.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.graph.pictures import Picture, PictureEdge, PictureNode
from luocdo.queries.describe import date_vi, document_line, relation_vi, short_name
from luocdo.queries.document_rows import DerivationRow, LineageDownRow, LineageUpRow
from luocdo.queries.force import force_notes
from luocdo.queries.owners import owners
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.unit_rows import UnitNodesRow

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.answers import Answer, Assignment, Role
    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode, Link

Lineage = LineageUpRow | LineageDownRow
_CAPTION = 50


def picture(store: Store, document: DocumentNode, kind: str, as_of: datetime.date) -> Picture:
    """Return the picture of the answer ``kind`` (owners or lineage) for ``document``; whether it
    is in force stands first below.
    """
    drawn = _owners(store, document, as_of) if kind == "owners" else _lineage(store, document)
    force = tuple(note.text.strip() for note in force_notes(store, document, as_of))
    return replace(drawn, notes=(*force, *drawn.notes))


def _owners(store: Store, document: DocumentNode, as_of: datetime.date) -> Picture:
    answer = owners(store, document, as_of)
    shown = answer.block("direct", "stated", "inferred", "words")
    nodes, edges, last = _carriers(store, document)
    task_layer, origin = last + 1, document.id
    bodies = {role.display.partition(" · ")[2] for one in shown for role in _drawn(one)}
    for one in shown:
        if one.document_id not in nodes:
            nodes[one.document_id] = PictureNode(one.document_id, "Document", one.short, 1)
            cited = _named(one, origin)
            edges.setdefault((cited.start, cited.end, cited.relation), cited)
        nodes[one.top] = _nearer(nodes.get(one.top), _task(one, task_layer))
        edges[one.document_id, one.top, "MANDATES"] = PictureEdge(
            one.document_id, one.top, "MANDATES", relation_vi("MANDATES"), one.quote, one.source
        )
        for role in _drawn(one):
            caption = role.unit if len(bodies) == 1 else role.display
            facts = (("Tên đầy đủ", role.display), ("Loại", role.kind))
            nodes[role.unit_id] = PictureNode(
                role.unit_id, "Unit", _cut(caption), task_layer + 1, facts
            )
            edge = _role_edge(one, role)
            edges.setdefault((edge.start, edge.end, edge.relation), edge)
    named = _with_other_names(store, nodes)
    return Picture(answer.title, tuple(named.values()), tuple(edges.values()), _notes(answer))


def _nearer(known: PictureNode | None, other: PictureNode) -> PictureNode:
    """Return the node of a printed row with the nearest time limit of its assignments."""
    if known is None or (other.due and (other.due < known.due or not known.due)):
        return other
    return known


def _with_other_names(store: Store, nodes: dict[str, PictureNode]) -> dict[str, PictureNode]:
    keys = [key for key, node in nodes.items() if node.kind == "Unit"]
    also = {
        row.node.id: f"{row.node.short_name} {row.node.aliases_fold}"
        for row in run_in_pieces(store, UnitNodesRow, "units", keys)
    }
    return {key: replace(node, also=also.get(key, "")) for key, node in nodes.items()}


def _drawn(one: Assignment) -> tuple[Role, ...]:
    return (*one.units("LED_BY"), *one.units("COORDINATED_BY"))


def _named(one: Assignment, origin: str) -> PictureEdge:
    """Return the arrow to a document that does not derive from the origin, but of which a task
    names it.
    """
    return PictureEdge(
        origin,
        one.document_id,
        one.via_relation,
        relation_vi(one.via_relation),
        one.via_quote,
        one.via_source,
        inferred=True,
    )


def _task(one: Assignment, layer: int) -> PictureNode:
    limit = "; ".join(each.text for each in one.limits)
    lines = (
        ("Chỗ", one.place),
        ("Nội dung", one.top_text),
        ("Thời hạn", limit),
        ("Căn cứ", one.via + (" (suy ra)" if one.reading == "inferred" else "")),
        ("Căn cứ đã hết", one.standing),
        ("Câu trích", one.via_quote),
    )
    due = (one.limit.end_date or one.limit.text) if one.limit else ""
    told = tuple(pair for pair in lines if pair[1])
    return PictureNode(
        one.top, "Task", _cut(f"{one.code} {one.top_text}"), layer, told, due=due, state=one.state
    )


def _role_edge(one: Assignment, role: Role) -> PictureEdge:
    return PictureEdge(
        one.top,
        role.unit_id,
        role.role,
        relation_vi(role.role),
        role.quote,
        role.source,
        inferred=role.reading == "inferred",
    )


def _notes(answer: Answer) -> tuple[str, ...]:
    duties = answer.block("duties")
    left = (f"{len(duties)} trách nhiệm trong thân văn bản không vẽ",) if duties else ()
    return (*(note.text for note in answer.notes), *left)


def _carriers(
    store: Store, document: DocumentNode
) -> tuple[dict[str, PictureNode], dict[tuple[str, str, str], PictureEdge], int]:
    """Return the origin and what derives from it, layered by the longest way."""
    origin = document.id
    rows = run(store, DerivationRow, id=origin)
    nodes = {origin: _document(document, 0)}
    edges: dict[tuple[str, str, str], PictureEdge] = {}
    layers = _layers([(row.parent, row.child.id) for row in rows], origin)
    for row in rows:
        nodes[row.child.id] = _document(row.child, layers[row.child.id])
        edge = _edge(row.parent, row.child.id, row.relation, row.link)
        edges.setdefault((edge.start, edge.end, edge.relation), edge)
    return nodes, edges, max(layers.values())


def _lineage(store: Store, document: DocumentNode) -> Picture:
    origin = document.id
    up, down = run(store, LineageUpRow, id=origin), run(store, LineageDownRow, id=origin)
    both: tuple[Lineage, ...] = (*up, *down)
    below = _layers([(row.parent.id, row.child.id) for row in down], origin)
    above = _layers([(row.child.id, row.parent.id) for row in up], origin)
    layers = {**{node: -layer for node, layer in above.items()}, **below}
    first = min(layers.values())
    nodes: dict[str, PictureNode] = {origin: _document(document, layers[origin] - first)}
    edges: dict[tuple[str, str, str], PictureEdge] = {}
    for row in both:
        for end in (row.parent, row.child):
            nodes[end.id] = _document(end, layers.get(end.id, 0) - first)
        edge = _edge(row.parent.id, row.child.id, row.relation, row.link)
        edges.setdefault((edge.start, edge.end, edge.relation), edge)
    return Picture(document_line(document), tuple(nodes.values()), tuple(edges.values()))


def _layers(pairs: list[tuple[str, str]], origin: str) -> dict[str, int]:
    """Return each node's distance from the origin along ``pairs`` (from, to); cycles end."""
    ends: dict[str, set[str]] = defaultdict(set)
    for start, end in pairs:
        ends[start].add(end)
    layers, current, layer = {origin: 0}, {origin}, 0
    while current:
        layer += 1
        current = {end for start in current for end in ends[start] if end not in layers}
        layers |= dict.fromkeys(current, layer)
    return layers


def _document(node: DocumentNode, layer: int) -> PictureNode:
    lines = (
        ("Ngày", date_vi(node.day_or_year)),
        ("Cơ quan ban hành", node.issuer),
        ("Trích yếu", node.title),
        ("Tình trạng", "đã nạp" if node.loaded else "chưa nạp, chỉ được dẫn"),
    )
    caption = _cut(" · ".join(piece for piece in (short_name(node), node.title) if piece))
    told = tuple(pair for pair in lines if pair[1])
    return PictureNode(node.id, "Document", caption, layer, told, faint=not node.loaded)


def _edge(start: str, end: str, relation: str, link: Link) -> PictureEdge:
    inferred = link.reading == "inferred" or not link.derives
    return PictureEdge(
        start, end, relation, relation_vi(relation), link.quote, link.source, inferred
    )


def _cut(words: str) -> str:
    return words if len(words) <= _CAPTION else words[: _CAPTION - 1].rstrip() + "…"
