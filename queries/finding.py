"""Finding words (tìm lời): tasks, products, documents, targets and units whose text holds them,
the best first, marked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.queries.describe import date_vi
from luocdo.queries.document_rows import DocumentNodesRow
from luocdo.queries.gathering import Via, gather, issued_until
from luocdo.queries.joined_rows import RowAssignmentsRow
from luocdo.queries.prose import in_prose
from luocdo.queries.runner import run_in_pieces
from luocdo.queries.searching import Found, Hit, search
from luocdo.queries.text_rows import ProducingRow, TargetNodesRow
from luocdo.queries.unit_rows import UnitNodesRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from luocdo.graph.answers import Assignment
    from luocdo.graph.stores.base import Store
    from luocdo.queries.prose import Reader

_LEFT = {
    "accents": "khác dấu",
    "mended": "gần giống, như gõ nhầm",
    "apart": "đủ các từ nhưng không liền nhau",
}
_TASK = (
    ("end_date", ("Hạn", "Due")),
    ("text", ("Việc", "Task")),
    ("product", ("Sản phẩm", "Product")),
    ("lead", ("Chủ trì", "Lead")),
    ("document", ("Văn bản", "Document")),
    ("place", ("Chỗ", "Place")),
    ("deadline", ("Thời hạn in", "Deadline")),
    ("quote", ("Câu trích", "Quote")),
    ("source", ("Tệp", "File")),
    ("task", ("Mã", "Id")),
    ("marks", ("Chỗ khớp", "Marks")),
    ("product_marks", ("Chỗ khớp ở sản phẩm", "Marks in the product")),
)
_DOCUMENT = (
    ("date", ("Ngày", "Date")),
    ("text", ("Văn bản", "Document")),
    ("state", ("Tình trạng", "State")),
    ("issuer", ("Cơ quan ban hành", "Issuer")),
    ("source", ("Tệp", "File")),
    ("document", ("Mã", "Id")),
    ("marks", ("Chỗ khớp", "Marks")),
)
_TARGET = (
    ("by", ("Đến", "By")),
    ("text", ("Chỉ tiêu", "Target")),
    ("value", ("Giá trị", "Value")),
    ("document", ("Văn bản", "Document")),
    ("place", ("Chỗ", "Place")),
    ("quote", ("Câu trích", "Quote")),
    ("source", ("Tệp", "File")),
    ("marks", ("Chỗ khớp", "Marks")),
)
_UNIT = (
    ("text", ("Đơn vị", "Unit")),
    ("kind", ("Loại", "Kind")),
    ("unit", ("Mã", "Id")),
    ("marks", ("Chỗ khớp", "Marks")),
)
_HIDDEN = frozenset(
    {"quote", "source", "task", "deadline", "marks", "product_marks", "unit", "issuer"}
)
Columns = tuple[tuple[str, tuple[str, str]], ...]


@dataclass(frozen=True, slots=True)
class FindOptions:
    """Whether drafts are looked through as well, and less sure ways beside the surest one."""

    drafts: bool = False
    loosely: bool = False


def find(
    store: Store,
    words: str,
    as_of: datetime.date,
    options: FindOptions | None = None,
    read: Reader | None = None,
) -> Answer:
    """Answer where ``words`` stand: in tasks and their products, titles, targets,
    names of units.

    Where ``read`` tells the passages of a file, those that became none of these are found as well.
    """
    options = options or FindOptions()
    found = search(store, words, loosely=options.loosely)
    tasks, later, drafts = _tasks(store, found, as_of, options)
    counts = (
        ("việc", "TASKS", tasks),
        ("văn bản", "DOCUMENTS", _documents(store, found)),
        ("chỉ tiêu", "TARGETS", _targets(store, found, options)),
        ("đơn vị", "UNITS", _units(store, found)),
    )
    tables = [_named(table, what, english) for what, english, table in counts if table.rows]
    told = " · ".join(f"{len(table.rows)} {what}" for what, _, table in counts)
    if read is not None:
        said = [
            (row["source"], row["quote"])
            for table in (tasks, counts[2][2])
            for row in _dicts(table)
        ]
        prose, more = in_prose(store, words, as_of, read, said, drafts=options.drafts)
        drafts += more
        told += f" · {len(prose.rows)} chỗ trong lời văn"
        tables += [prose] if prose.rows else []
    command = f"luocdo find {words}"
    left = [
        Note(f"{many} chỗ {_LEFT[way]} để ngoài", f"{command} --loose")
        for way, many in found.left.items()
    ]
    left += [Note(f"DỰ THẢO để ngoài: {drafts} chỗ", f"{command} --drafts")] if drafts else []
    return Answer(
        kind="find",
        title=f"«{words}»: {told}",
        tables=tuple(tables),
        heads=_understood(words, found),
        notes=(*later, *left),
        as_of=as_of.isoformat(),
        command=command,
    )


def _understood(words: str, found: Found) -> tuple[Note, ...]:
    ways = {hit.way for hit in found.hits}
    if ways == {"mended"}:
        return (Note(f"không đâu viết «{words}»; hiểu là «{found.mended_to}»"),)
    if ways == {"apart"}:
        return (Note("không đâu có các từ này liền nhau; đây là nơi có đủ các từ"),)
    return (Note(f"không đâu viết đúng dấu «{words}»"),) if ways == {"accents"} else ()


def _tasks(
    store: Store, found: Found, as_of: datetime.date, options: FindOptions
) -> tuple[Table, tuple[Note, ...], int]:
    """Return the assignments whose words, row or product hold what is asked, notes, and how many
    of drafts are left out.
    """
    rows, products = found.of("Task"), found.of("Deliverable")
    of_rows = list(run_in_pieces(store, RowAssignmentsRow, "rows", sorted(rows)))
    making = list(run_in_pieces(store, ProducingRow, "products", sorted(products)))
    in_words = _best((row.leaf_id, rows[row.row_id]) for row in of_rows)
    in_product = _best((row.leaf_id, products[row.product]) for row in making)
    gathered = gather(store, {leaf: Via("stated") for leaf in in_words | in_product}, as_of)
    known, later = issued_until(gathered, as_of)
    shown = [one for one in known if options.drafts or not one.draft]
    ranked = sorted(
        shown, key=lambda one: _best_rank(in_words.get(one.leaf), in_product.get(one.leaf))
    )
    lines = (_task_line(one, in_words.get(one.leaf), in_product.get(one.leaf)) for one in ranked)
    return _table(_TASK, lines), later, len(known) - len(shown)


def _best(hits: Iterable[tuple[str, Hit]]) -> dict[str, Hit]:
    best: dict[str, Hit] = {}
    for key, hit in hits:
        if key not in best or hit.rank < best[key].rank:
            best[key] = hit
    return best


def _best_rank(*hits: Hit | None) -> tuple[int, float, str]:
    return min(hit.rank for hit in hits if hit is not None)


def _task_line(one: Assignment, words: Hit | None, product: Hit | None) -> tuple[str, ...]:
    limit = one.limit
    last = limit.last_day if limit else ""
    return (
        date_vi(last) if last else "; ".join(each.text for each in one.limits),
        words.text if words else one.text or one.top_text,
        product.text if product else "",
        "; ".join(dict.fromkeys(role.unit for role in one.units("LED_BY"))),
        ("DỰ THẢO " if one.draft else "") + one.short,
        one.place,
        "; ".join(each.text for each in one.limits),
        one.quote,
        one.source,
        one.leaf,
        _marks(words),
        _marks(product),
    )


def _documents(store: Store, found: Found) -> Table:
    hits = found.of("Document")
    nodes = {
        row.node.id: row.node
        for row in run_in_pieces(store, DocumentNodesRow, "documents", sorted(hits))
    }
    lines = [
        (
            date_vi(nodes[key].day_or_year),
            hit.text,
            ("dự thảo" if nodes[key].draft else "") or ("" if nodes[key].loaded else "chưa nạp"),
            nodes[key].issuer,
            nodes[key].source,
            key,
            _marks(hit),
        )
        for key, hit in hits.items()
    ]
    return _table(_DOCUMENT, lines)


def _targets(store: Store, found: Found, options: FindOptions) -> Table:
    hits = found.of("Target")
    rows = run_in_pieces(store, TargetNodesRow, "targets", sorted(hits))
    shown = sorted(
        (row for row in rows if options.drafts or not row.draft),
        key=lambda row: hits[row.target_id].rank,
    )
    lines = (
        (
            date_vi(row.by),
            hits[row.target_id].text,
            " ".join(filter(None, (row.value, row.unit))),
            row.document,
            row.place,
            row.quote,
            row.source,
            _marks(hits[row.target_id]),
        )
        for row in shown
    )
    return _table(_TARGET, lines)


def _units(store: Store, found: Found) -> Table:
    hits = found.of("Unit")
    nodes = {
        row.node.id: row.node for row in run_in_pieces(store, UnitNodesRow, "units", sorted(hits))
    }
    return _table(
        _UNIT, ((hit.text, nodes[key].kind, key, _marks(hit)) for key, hit in hits.items())
    )


def _marks(hit: Hit | None) -> str:
    """Return where the words stand in the text beside: "0-15 40-55", characters of it."""
    return " ".join(f"{span.start}-{span.end}" for span in hit.spans) if hit else ""


def _table(columns: Columns, lines: Iterable[tuple[str, ...]]) -> Table:
    names = tuple(name for name, _ in columns)
    flat = tuple(tuple(" ".join(cell.split()) for cell in line) for line in lines)
    hidden = _HIDDEN | ({"document"} if columns is _DOCUMENT else frozenset())
    return Table(("", ""), names, tuple(head for _, head in columns), flat, hidden=hidden)


def _dicts(table: Table) -> Iterator[dict[str, str]]:
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)


def _named(table: Table, what: str, english: str) -> Table:
    many = len(table.rows)
    title = (f"{what.upper()} ({many})", f"{english} ({many})")
    return Table(title, table.columns, table.heads, table.rows, hidden=table.hidden)
