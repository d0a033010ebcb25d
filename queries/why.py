"""Why one document is tied to another (vì sao): the shortest way, each step with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.queries.describe import relation_vi
from luocdo.queries.document_rows import TiesRow
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.task_rows import TasksRestingOnRow

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode, PathOfOne

Step = tuple[str, ...]
_FARTHEST = 10
_DERIVED = ("BẮT NGUỒN", "DERIVATION")
_TIED = ("CÓ LIÊN QUAN, KHÔNG BẮT NGUỒN", "TIED, NOT DERIVED")
_ROW = "nhiệm vụ có căn cứ riêng là"
_STRENGTH = ("IMPLEMENTS", "BASED_ON", "ATTACHED_TO", "GUIDES", "AMENDS", "REPLACES", "REPEALS", "CITES")
_COLUMNS = ("from", "relation", "to", "quote", "place", "source")
_HEADS = (
    ("Từ", "From"),
    ("Quan hệ", "Relation"),
    ("Đến", "To"),
    ("Câu trích", "Quote"),
    ("Chỗ", "Place"),
    ("Tệp", "Source"),
)


def why(store: Store, first: DocumentNode, second: DocumentNode, as_of: datetime.date) -> Answer:
    """Answer by which chain ``first`` is tied to ``second``: by derivation where there is one, else by any tie."""
    derived = shortest_way(store, first.id, second.id, derivation=True)
    rows = () if derived else _through_rows(store, first, second)
    steps = derived or rows or shortest_way(store, first.id, second.id)
    title = _DERIVED if derived or rows else _TIED
    way = Table(title, _COLUMNS, _HEADS, steps, under=("quote", "place", "source"))
    tables = (way,) if steps else ()
    notes = () if steps else (Note(f"Không có đường nào qua các văn bản trong kho (đến {_FARTHEST} bước)."),)
    return Answer(
        kind="why", title=f"{first.name} → {second.name}", tables=tables, notes=notes, as_of=as_of.isoformat()
    )


def _through_rows(store: Store, first: DocumentNode, second: DocumentNode) -> tuple[Step, ...]:
    """Return the one step by which a row of one document names the other as its own basis, or carries it out."""
    for child, parent in ((first, second), (second, first)):
        for row in run(store, TasksRestingOnRow, id=parent.id):
            if row.document.id == child.id:
                quote = " ".join(row.quote.split())
                return ((f"{child.name}, {row.place}", _ROW, parent.name, quote, row.place, row.source),)
    return ()


def shortest_way(store: Store, start: str, goal: str, *, derivation: bool = False) -> tuple[Step, ...]:
    """Return the steps of a shortest way between two documents, empty where there is none.

    With ``derivation`` only edges that convey it are walked. A basis of competence and a mere naming come last, and are
    called so.
    It is walked level by level. Of several ways equally short the strongest edges win (an implementation before a mere
    citation), then the order of ids, so that every engine shows the same.
    """
    came: dict[str, tuple[str, Step]] = {start: ("", ())}
    level = [start]
    for _ in range(_FARTHEST):
        if goal in came or not level:
            break
        rows = sorted(run_in_pieces(store, TiesRow, "documents", level), key=_rank)
        rows = [row for row in rows if row.p.link.derives or not derivation]
        level = []
        for row in rows:
            if row.far_id not in came:
                came[row.far_id] = row.near_id, _step(row.p)
                level.append(row.far_id)
    return _traced(came, goal) if goal in came and goal != start else ()


def _traced(came: dict[str, tuple[str, Step]], goal: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    before, step = came[goal]
    while step:
        steps.append(step)
        before, step = came[before]
    return tuple(reversed(steps))


def _rank(row: TiesRow) -> tuple[bool, int, str, str]:
    competence = row.p.link.fact("basis_kind") == "competence"
    return competence, _STRENGTH.index(row.p.link.type), row.near_id, row.far_id


def _step(path: PathOfOne) -> Step:
    """Return one edge as a row: from, relation, to, and the sentence that proves it."""
    link = path.link
    competence = " (thẩm quyền)" if link.fact("basis_kind") == "competence" else ""
    return path.start.name, relation_vi(link.type) + competence, path.end.name, link.line, link.place, link.source
