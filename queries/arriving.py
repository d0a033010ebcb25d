"""What came in (văn bản mới vào kho): papers by the day they were loaded, or issued, and what they
give to whom.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.answers import Answer, Note, Table
from luocdo.queries.describe import date_vi
from luocdo.queries.document_rows import DocumentNodesRow, DocumentsRow
from luocdo.queries.gathering import Via, gather, nearest_first
from luocdo.queries.periods import in_order
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.task_rows import DocumentAssignmentsRow
from luocdo.queries.unit_rows import UnitAssignmentsRow, UnitThroughGroupsRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from luocdo.graph.answers import Assignment
    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode, UnitNode

_DAY = len("2025-12-31")
_PAPERS = (
    ("came", ("Vào kho", "Came in")),
    ("document", ("Văn bản", "Document")),
    ("date", ("Ngày ban hành", "Issued")),
    ("issuer", ("Cơ quan ban hành", "Issuer")),
    ("assignments", ("Phân công", "Assignments")),
    ("units", ("Đơn vị được giao", "Units")),
    ("title", ("Trích yếu", "Title")),
    ("source", ("Tệp", "File")),
)
_UNITS = (
    ("unit", ("Ai được giao", "Who")),
    ("assignments", ("Chủ trì", "Leads")),
    ("with_others", ("Phối hợp", "Coordinates")),
    ("first_due", ("Hạn gần nhất", "First due")),
    ("documents", ("Theo văn bản", "By")),
)


@dataclass(frozen=True, slots=True)
class NewOptions:
    """Papers that came in ``since`` (ISO), ``until`` a day where one is given; by the day they
    were ``issued`` instead; what they give one ``unit`` only.
    """

    since: str
    issued: bool = False
    unit: UnitNode | None = None
    drafts: bool = False
    until: str = ""

    def has(self, day: str) -> bool:
        """Return whether ``day`` (ISO, or a year) is one of those asked for."""
        return day >= self.since and (not self.until or day <= self.until)


class _Paper(NamedTuple):
    node: DocumentNode
    came: str


def new(store: Store, as_of: datetime.date, options: NewOptions) -> Answer:
    """Answer which papers are new, and what they give to whom."""
    in_order(options.since, options.until)
    came = {file: stamp.came[:_DAY] for file, stamp in store.stamps().items()}
    loaded = [row for row in run(store, DocumentsRow) if row.source]
    keys = [row.id for row in loaded if _is_new(row, came.get(row.source, ""), options)]
    nodes = [row.node for row in run_in_pieces(store, DocumentNodesRow, "documents", keys)]
    papers = [_Paper(node, came.get(node.source, "")) for node in nodes]
    found = _given(store, papers, as_of, options)
    counted = [one for one in found if not one.draft]
    shown = found if options.drafts else counted
    tables = (_papers(papers, found, options), _units(shown, as_of))
    days = f"từ {date_vi(options.since)}"
    if options.until:
        days += f" đến {date_vi(options.until)}"
    return Answer(
        kind="new",
        title=f"{len(papers)} văn bản {'ban hành' if options.issued else 'vào kho'} {days}"
        f"{f', giao {options.unit.display}' if options.unit else ''}: {len(shown)} phân công",
        assignments=tuple(sorted(shown, key=lambda one: nearest_first(one, as_of))),
        tables=tuple(table for table in tables if table.rows),
        notes=tuple(_notes(loaded, came, len(found) - len(shown), options)),
        as_of=as_of.isoformat(),
        command=_command(options),
    )


def _is_new(row: DocumentsRow, came: str, options: NewOptions) -> bool:
    return options.has(row.date if options.issued else came)


def _given(
    store: Store, papers: Sequence[_Paper], as_of: datetime.date, options: NewOptions
) -> list[Assignment]:
    leaves = {
        row.leaf_id
        for paper in papers
        for row in run(store, DocumentAssignmentsRow, id=paper.node.id)
    }
    if options.unit:
        own = {row.leaf_id for row in run(store, UnitAssignmentsRow, id=options.unit.id)}
        leaves &= own | {
            row.leaf_id for row in run(store, UnitThroughGroupsRow, id=options.unit.id)
        }
    return list(gather(store, {leaf: Via("stated") for leaf in leaves}, as_of))


def _papers(papers: Sequence[_Paper], found: Iterable[Assignment], options: NewOptions) -> Table:
    given: dict[str, list[Assignment]] = defaultdict(list)
    for one in found:
        given[one.document_id].append(one)
    latest = sorted(
        papers, key=lambda paper: (paper.came, paper.node.day_or_year, paper.node.id), reverse=True
    )
    wanted = [paper for paper in latest if given[paper.node.id] or options.unit is None]
    lines = [_paper_line(paper, given[paper.node.id]) for paper in wanted]
    return _table(
        f"VĂN BẢN ({len(lines)})",
        f"PAPERS ({len(lines)})",
        _PAPERS,
        lines,
        under=("title", "source"),
    )


def _paper_line(paper: _Paper, given: Sequence[Assignment]) -> tuple[str, ...]:
    node = paper.node
    units = {role.unit_id for one in given for role in one.units("LED_BY")}
    return (
        date_vi(paper.came),
        ("DỰ THẢO " if node.draft else "") + node.name,
        date_vi(node.day_or_year),
        node.issuer,
        str(len(given)),
        str(len(units)),
        " ".join(node.title.split()) if node.title not in node.name else "",
        node.source,
    )


def _units(found: Sequence[Assignment], as_of: datetime.date) -> Table:
    leads, helps = (_by_unit(found, role) for role in ("LED_BY", "COORDINATED_BY"))
    names = {role.unit_id: role.display for one in found for role in one.roles}
    order = sorted(
        leads | helps,
        key=lambda key: (-len(leads.get(key, ())), -len(helps.get(key, ())), names[key]),
    )
    lines = [
        _unit_line(names[key], leads.get(key, []), helps.get(key, []), as_of.isoformat())
        for key in order
    ]
    return _table(f"GIAO CHO AI ({len(lines)})", f"TO WHOM ({len(lines)})", _UNITS, lines)


def _by_unit(found: Iterable[Assignment], role: str) -> dict[str, list[Assignment]]:
    groups: dict[str, list[Assignment]] = defaultdict(list)
    for one in found:
        for key in {each.unit_id for each in one.units(role)}:
            groups[key].append(one)
    return dict(groups)


def _unit_line(
    name: str, leads: list[Assignment], helps: list[Assignment], today: str
) -> tuple[str, ...]:
    days = [one.limit.last_day for one in leads if one.limit and one.limit.last_day >= today]
    papers = dict.fromkeys(one.short for one in (*leads, *helps))
    return (
        name,
        str(len(leads)),
        str(len(helps) or ""),
        date_vi(min(days, default="")),
        "; ".join(papers),
    )


def _table(
    title: str,
    english: str,
    columns: tuple[tuple[str, tuple[str, str]], ...],
    lines: Sequence[tuple[str, ...]],
    under: tuple[str, ...] = (),
) -> Table:
    names, heads = tuple(name for name, _ in columns), tuple(head for _, head in columns)
    return Table((title, english), names, heads, tuple(lines), under=under)


def _notes(
    loaded: Iterable[DocumentsRow], came: dict[str, str], drafts: int, options: NewOptions
) -> Iterable[Note]:
    if drafts:
        yield Note(f"DỰ THẢO để ngoài: {drafts} phân công", f"{_command(options)} --drafts")
    unknown = sum(not (row.date if options.issued else came.get(row.source, "")) for row in loaded)
    if unknown:
        what = "không rõ ngày ban hành" if options.issued else "vào kho trước khi kho ghi lại ngày"
        yield Note(f"{unknown} văn bản {what}, để ngoài", "luocdo documents")


def _command(options: NewOptions) -> str:
    pieces = [f"luocdo new --since {date_vi(options.since)}"]
    pieces += [f"--to {date_vi(options.until)}"] if options.until else []
    pieces += ["--issued"] if options.issued else []
    pieces += [f'--unit "{options.unit.display}"'] if options.unit else []
    return " ".join(pieces)
