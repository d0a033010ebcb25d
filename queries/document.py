"""One document with everything about it (một văn bản): its own facts with their sentences, its
tasks, who speaks of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.graph.schema import NODE_TYPES
from luocdo.queries.as_of import left_later, not_yet, of_later_paper
from luocdo.queries.describe import READINGS, date_vi, document_line, relation_vi, value_vi
from luocdo.queries.document_rows import Around, DocumentFactsRow, DocumentMentionsRow, RemarksRow
from luocdo.queries.force import force_notes
from luocdo.queries.gathering import Via, gather
from luocdo.queries.runner import run
from luocdo.queries.task_rows import DocumentAssignmentsRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import AnyNode, DocumentNode

_POSSIBLE = "possible_document"
_SKIPPED = frozenset({"id", "name_fold", "title_fold"})
_FACTS = ("relation", "other", "detail", "place", "reading", "quote", "source")
_FACT_HEADS = (
    ("Quan hệ", "Relation"), ("Với", "With"), ("Chi tiết", "Detail"), ("Chỗ", "Place"),
    ("Cách đọc", "Reading"), ("Câu trích", "Quote"), ("Tệp", "Source"),
)  # fmt: skip


def document(store: Store, node: DocumentNode, as_of: datetime.date) -> Answer:
    """Show all that is known of the document ``node``; its tasks stand here even when it is a
    draft.
    """
    rows = run(store, DocumentAssignmentsRow, id=node.id)
    found = gather(store, {row.leaf_id: Via("direct") for row in rows}, as_of)
    said = run(store, DocumentFactsRow, id=node.id)
    facts = _table(("VĂN BẢN NÓI GÌ", "WHAT IT SAYS"), said)
    every = run(store, DocumentMentionsRow, id=node.id)
    known = [row for row in every if not of_later_paper(row.other, as_of)]
    mentions = _table(("AI NÓI VỀ VĂN BẢN NÀY", "WHO SPEAKS OF IT"), known)
    notes = (
        ()
        if node.loaded
        else (Note("Văn bản này chưa được nạp: chỉ biết qua văn bản khác.", "luocdo load TỆP"),)
    )
    return Answer(
        kind="document",
        title=document_line(node),
        assignments=found,
        heads=(*not_yet(node, as_of), *_may_be(store, node), *force_notes(store, node, as_of)),
        notes=(
            *notes,
            *left_later(len(every) - len(known), "câu của văn bản khác nói về văn bản này", as_of),
        ),
        as_of=as_of.isoformat(),
        subject=node.id,
        tables=(_properties(_as_known(node, every, as_of), said), facts, mentions),
        roles=frozenset(
            {"LED_BY", "COORDINATED_BY", "APPROVED_BY", "REPORTS_TO", "NAMED_PARTNER"}
        ),
    )


def _may_be(store: Store, node: DocumentNode) -> tuple[Note, ...]:
    """Say which cited document a paper without number or day may be."""
    if not node.source or (node.number and node.date):
        return ()
    said = [
        row.message
        for row in run(store, RemarksRow)
        if row.kind == _POSSIBLE and row.source == node.source
    ]
    return tuple(Note(words[:1].upper() + words[1:]) for words in said)


def _as_known(
    node: DocumentNode, mentions: Sequence[Around], as_of: datetime.date
) -> DocumentNode:
    """Return the document without the end that only a later paper gave it."""
    enders = [row for row in mentions if row.link.fact("effective_on") == node.effective_to]
    only_later = bool(enders) and all(of_later_paper(row.other, as_of) for row in enders)
    return replace(node, effective_to="") if only_later else node


def _signer(node: DocumentNode, said: Sequence[Around]) -> DocumentNode:
    """Return the document with how its signer is known, where that is inferred: by a digital
    signature, not a printed name.
    """
    signatures = [
        row.link
        for row in said
        if row.relation == "SIGNED_BY" and row.other.fact("name") == node.signer
    ]
    if not signatures or any(link.reading != "inferred" for link in signatures):
        return node
    how = value_vi("signature", signatures[0].fact("signature"))
    return replace(node, signer=f"{node.signer} ({', '.join(filter(None, ('suy ra', how)))})")


def _properties(document: DocumentNode, said: Sequence[Around]) -> Table:
    node = _signer(document, said)
    terms = {p.name: p.term for p in NODE_TYPES["Document"].properties if p.name not in _SKIPPED}
    told = ((name, getattr(node, name)) for name in terms)
    rows = tuple(
        (terms[name], value_vi(name, value)) for name, value in told if value not in ("", 0, False)
    )
    return Table(
        ("ĐẦU VĂN BẢN", "HEADER"),
        ("property", "value"),
        (("Mục", "Property"), ("Giá trị", "Value")),
        rows,
    )


def _table(title: tuple[str, str], rows: Sequence[Around]) -> Table:
    lines = tuple(_fact(row) for row in rows)
    return Table(title, _FACTS, _FACT_HEADS, lines, under=("quote", "place", "source"))


def _fact(row: Around) -> tuple[str, ...]:
    link = row.link
    detail = ", ".join(
        value_vi(key, value) for key, value in link.facts if value not in ("", False)
    )
    return (
        relation_vi(row.relation),
        _caption(row.other),
        detail,
        link.place,
        READINGS.get(link.reading, ""),
        link.line,
        link.source,
    )


def _caption(node: AnyNode) -> str:
    if node.label == "Document":
        pieces = (node.fact("name"), date_vi(node.fact("date")), node.fact("title"))
        return " · ".join(piece for piece in pieces if piece)
    if node.label == "Task":
        return f"{node.fact('place')}: {node.fact('text')}"
    return (
        (node.fact(NODE_TYPES[node.label].caption) or node.fact("text"))
        if node.label in NODE_TYPES
        else ""
    )
