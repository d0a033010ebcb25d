"""The diagram of a document (lược đồ): which documents stand around it, by relation
and direction.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.graph.diagrams import Diagram, Kinship, Relative, Side
from luocdo.queries.describe import date_vi, short_name
from luocdo.queries.document_rows import Around, DocumentFactsRow, DocumentMentionsRow
from luocdo.queries.force import changes_to, ending, force_notes
from luocdo.queries.nodes import DocumentNode, Link
from luocdo.queries.runner import run

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from luocdo.graph.stores.base import Store

# (edge type, does the middle document state it) -> side, heading in Vietnamese and English; in the
# order of reading.
_KINSHIPS: dict[tuple[str, bool], tuple[Side, tuple[str, str]]] = {
    ("IMPLEMENTS", True): ("above", ("Triển khai, thực hiện", "Carries out")),
    ("BASED_ON", True): ("above", ("Căn cứ nội dung", "Rests on")),
    ("GUIDES", True): ("above", ("Hướng dẫn, quy định chi tiết", "Guides")),
    ("COMPETENCE", True): ("above", ("Căn cứ thẩm quyền", "Competence")),
    ("ATTACHED_TO", True): ("above", ("Kèm theo", "Attached to")),
    ("IMPLEMENTS", False): ("below", ("Văn bản triển khai", "Carried out by")),
    ("BASED_ON", False): ("below", ("Văn bản lấy làm căn cứ", "Basis of")),
    ("GUIDES", False): ("below", ("Văn bản hướng dẫn", "Guided by")),
    ("ATTACHED_TO", False): ("below", ("Gửi kèm, ban hành kèm", "Enclosures")),
    ("REPLACES", False): ("left", ("Bị thay thế bởi", "Replaced by")),
    ("REPEALS", False): ("left", ("Bị bãi bỏ bởi", "Repealed by")),
    ("SUSPENDS", False): ("left", ("Bị ngưng bởi", "Suspended by")),
    ("AMENDS", False): ("left", ("Được sửa đổi bởi", "Amended by")),
    ("CORRECTS", False): ("left", ("Được đính chính bởi", "Corrected by")),
    ("CONSOLIDATES", False): ("left", ("Được hợp nhất tại", "Consolidated in")),
    ("REPLACES", True): ("right", ("Thay thế", "Replaces")),
    ("REPEALS", True): ("right", ("Bãi bỏ", "Repeals")),
    ("SUSPENDS", True): ("right", ("Ngưng hiệu lực", "Suspends")),
    ("AMENDS", True): ("right", ("Sửa đổi, bổ sung", "Amends")),
    ("CORRECTS", True): ("right", ("Đính chính", "Corrects")),
    ("CONSOLIDATES", True): ("right", ("Hợp nhất", "Consolidates")),
    ("CITES", True): ("right", ("Dẫn chiếu", "Cites")),
    ("CITES", False): ("left", ("Được dẫn chiếu bởi", "Cited by")),
}


def diagram(store: Store, document: DocumentNode, as_of: datetime.date) -> Diagram:
    """Return what surrounds ``document`` on the day ``as_of``; each document once a group."""
    groups: dict[tuple[str, bool], dict[str, Relative]] = {key: {} for key in _KINSHIPS}
    stated, told = (
        run(store, DocumentFactsRow, id=document.id),
        run(store, DocumentMentionsRow, id=document.id),
    )
    around: list[tuple[Around, bool]] = [
        *((row, True) for row in stated),
        *((row, False) for row in told),
    ]
    for row, outgoing in around:
        key = _key(row.relation, row.link, outgoing=outgoing)
        if key in groups and (other := row.other.document):
            groups[key].setdefault(other.id, _relative(other, row.link))
    ended = _ended(store, {name for found in groups.values() for name in found}, as_of)
    kinships = (
        Kinship(
            side,
            relation,
            title,
            tuple(_marked(one, ended) for one in _ordered(groups[relation, outgoing])),
        )
        for (relation, outgoing), (side, title) in _KINSHIPS.items()
    )
    force = force_notes(store, document, as_of)[0].text
    return Diagram(
        _relative(document, Link()), tuple(one for one in kinships if one.members), force
    )


def _key(relation: str, link: Link, *, outgoing: bool) -> tuple[str, bool]:
    competence = relation == "BASED_ON" and outgoing and link.fact("basis_kind") == "competence"
    return ("COMPETENCE" if competence else relation), outgoing


def _relative(node: DocumentNode, link: Link) -> Relative:
    return Relative(
        id=node.id,
        name=short_name(node),
        title=node.title or node.name,
        date=date_vi(node.day_or_year),
        loaded=node.loaded,
        draft=node.draft,
        quote=link.line,
        source=link.source,
        reading=link.reading,
    )


def _ended(store: Store, documents: set[str], as_of: datetime.date) -> set[str]:
    return {
        key
        for key, changes in changes_to(store, documents, as_of).items()
        if ending(changes, as_of)
    }


def _marked(one: Relative, ended: set[str]) -> Relative:
    return replace(one, ended=one.id in ended)


def _ordered(found: Mapping[str, Relative]) -> list[Relative]:
    """Loaded ones first, then the latest day first: what a reader can open stands before what is
    only named.
    """
    latest = sorted(
        found.values(), key=lambda one: "".join(reversed(one.date.split("/"))), reverse=True
    )
    return sorted(latest, key=lambda one: not one.loaded)
