"""Answers (câu trả lời): what a question gives back, before it is printed or drawn.

One `Assignment` is one printed assignment with everything a reader acts on; a `Row` is the flat
form of design ("one row per assignment and person responsible") that JSON and CSV carry.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Block = Literal["direct", "stated", "inferred", "words", "duties", "inherited", "draft"]
State = Literal[
    "overdue",
    "open",
    "recurring",
    "ongoing",
    "conditional",
    "invalid",
    "none",
    "done",
    "late",
    "underway",
    "lapsed",
]

BLOCKS: dict[Block, tuple[str, str]] = {
    "direct": ("GIAO TRỰC TIẾP", "GIVEN DIRECTLY"),
    "stated": ("NÊU ĐÍCH DANH", "STATED"),
    "inferred": ("SUY TỪ VĂN BẢN", "INFERRED FROM THE DOCUMENT"),
    "words": ("NỘI DUNG DẪN CHIẾU", "NAMED IN THE WORDS"),
    "duties": ("TRÁCH NHIỆM TRONG THÂN VĂN BẢN", "DUTIES OF BODY CLAUSES"),
    "inherited": ("THỪA KẾ", "INHERITED"),
    "draft": ("DỰ THẢO, chưa có hiệu lực", "DRAFTS, not in force"),
}
ROLES: dict[str, tuple[str, str, str]] = {
    "LED_BY": ("lead", "chủ trì", "lead"),
    "COORDINATED_BY": ("coordinate", "phối hợp", "coordinate"),
    "APPROVED_BY": ("approve", "cấp trình phê duyệt", "approve"),
    "REPORTS_TO": ("report_to", "nhận báo cáo", "receive report"),
    "NAMED_PARTNER": ("partner", "được nêu trong nội dung", "named partner"),
}
COLUMNS = (
    "block", "document", "task", "origin", "code", "place", "text", "role", "unit",
    "unit_as_printed", "held_by", "held_since", "reports_to", "force", "deadline", "end_date",
    "recurrence", "products", "via", "via_relation", "reading", "quote", "source", "state",
    "progress", "result", "exclusive", "standing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a unit's functions now (đơn vị kế thừa): ``partly`` where several share them and
    none is said to have which.
    """

    name: str
    since: str
    by: str
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """A unit in a role, as printed and as resolved; ``through`` is by way of whom a report goes
    ("qua Cục …").
    """

    role: str
    unit_id: str
    unit: str
    display: str
    kind: str
    as_printed: str
    reading: str
    quote: str
    source: str
    place: str
    known: bool = True
    heading: str = ""
    holders: tuple[Holder, ...] = ()
    through: str = ""


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A deadline as printed and as understood; ``state`` as of the day of the question."""

    text: str
    kind: str
    start_date: str
    end_date: str
    exclusive: bool
    recurrence: str
    reading: str
    state: State

    @property
    def last_day(self) -> str:
        """Return the last day on which it is still in time: of "trước ngày 15" the 14th; empty
        where there is none.
        """
        if not self.exclusive or not self.end_date:
            return self.end_date
        return (
            datetime.date.fromisoformat(self.end_date) - datetime.timedelta(days=1)
        ).isoformat()


@dataclass(frozen=True, slots=True)
class Assignment:
    """One printed assignment (phân công) in an answer, and through what it came into it; ``short``
    names its document.

    ``standing`` says which of its bases others have ended since, and which remain; empty where
    none has. ``section`` is the heading that it stands below, ``period_end`` the last day of its
    document's period, with which yearly work ends. ``reported_by`` is the paper that
    repeats it and says how it stands.
    """

    leaf: str
    top: str
    ordinal: int
    code: str
    place: str
    text: str
    top_text: str
    origin: str
    force: str
    progress: str
    result: str
    document_id: str
    document: str
    document_date: str
    draft: bool
    source: str
    quote: str
    roles: tuple[Role, ...] = ()
    limits: tuple[TimeLimit, ...] = ()
    products: tuple[str, ...] = ()
    block: Block = "direct"
    via: str = ""
    via_relation: str = ""
    via_quote: str = ""
    via_source: str = ""
    reading: str = "stated"
    short: str = ""
    standing: str = ""
    section: str = ""
    period_end: str = ""
    reported: State | None = None
    reported_by: str = ""

    def units(self, role: str) -> tuple[Role, ...]:
        """Return the units in ``role`` (an edge type)."""
        return tuple(one for one in self.roles if one.role == role)

    @property
    def told(self) -> str:
        """Return how it stands, and which paper says so where it is another."""
        by = f", theo {self.reported_by}, suy ra" if self.reported_by else ""
        return f"{self.progress}{by}"

    @property
    def limit(self) -> TimeLimit | None:
        """Return the time limit that counts: the earliest day, else the first printed."""
        dated = sorted((one for one in self.limits if one.end_date), key=lambda one: one.end_date)
        return next(iter((*dated, *self.limits)), None)

    @property
    def state(self) -> State:
        """Return the state of the assignment as of the day of the question."""
        if self.reported:
            return self.reported
        return self.limit.state if self.limit else "none"


@dataclass(frozen=True, slots=True)
class Note:
    """A line above or below the rows: what was understood, what is not in the answer and why,
    which command opens it.
    """

    text: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a look-up gives: ``title`` says what was understood, ``notes`` what is left out;
    ``command`` asks it again.
    """

    kind: str
    title: str
    assignments: tuple[Assignment, ...] = ()
    heads: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()
    as_of: str = ""
    subject: str = ""
    command: str = ""
    tables: tuple[Table, ...] = ()
    roles: frozenset[str] = field(default_factory=lambda: frozenset({"LED_BY", "COORDINATED_BY"}))

    def block(self, *names: Block) -> tuple[Assignment, ...]:
        """Return the assignments of the blocks named."""
        return tuple(one for one in self.assignments if one.block in names)

    def limited(self, most: int | None) -> Answer:
        """Return the answer with at most ``most`` assignments, and rows of each table, saying how
        many were cut.
        """
        if most is None:
            return self
        left = max(0, len(self.assignments) - most) + sum(
            max(0, len(table.rows) - most) for table in self.tables
        )
        cut = (Note(f"còn {left} dòng không in vì --limit {most}", "--limit 0"),) if left else ()
        tables = tuple(replace(table, rows=table.rows[:most]) for table in self.tables)
        return replace(
            self, assignments=self.assignments[:most], tables=tables, notes=(*self.notes, *cut)
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A plain table of an answer: the columns' Vietnamese and English heads, and rows of words.

    On screen, the columns named in ``under`` stand beneath each row and those in ``hidden`` not at
    all.
    """

    title: tuple[str, str]
    columns: tuple[str, ...]
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    under: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()


FlatCell = str | bool | list[str] | None
"""What a row of JSON or CSV holds under a column."""
FlatRow = dict[str, FlatCell]


def flat_rows(answer: Answer) -> Iterator[FlatRow]:
    """Yield the rows of JSON and CSV: one per assignment, role and unit, under `COLUMNS`."""
    for one in answer.assignments:
        roles = [role for role in one.roles if role.role in answer.roles]
        yield from (_flat(one, role) for role in roles or (None,))


def _channel(to: Role) -> str:
    """Return whom a report goes to, and by way of whom: "Bộ Giáo dục và Đào tạo (qua Cục …)"."""
    return f"{to.display} (qua {to.through})" if to.through else to.display


def _flat(one: Assignment, role: Role | None) -> FlatRow:
    limit = one.limit
    reports = "; ".join(dict.fromkeys(_channel(to) for to in one.units("REPORTS_TO")))
    held = role.holders if role else ()
    return {
        "block": one.block,
        "document": one.document,
        "task": one.leaf,
        "origin": one.origin,
        "code": one.code,
        "place": one.place,
        "text": one.text,
        "role": ROLES[role.role][0] if role else None,
        "unit": role.unit if role else None,
        "unit_as_printed": role.as_printed if role else None,
        "held_by": "; ".join(holder.name for holder in held) or None,
        "held_since": held[0].since if held else None,
        "reports_to": reports or None,
        "force": one.force or None,
        "deadline": "; ".join(limit.text for limit in one.limits) or None,
        "end_date": (limit.end_date or None) if limit else None,
        "recurrence": (limit.recurrence or None) if limit else None,
        "products": list(one.products),
        "via": one.via or None,
        "via_relation": one.via_relation or None,
        "reading": "corrected" if role and role.reading == "corrected" else one.reading,
        "quote": one.via_quote or one.quote,
        "source": one.via_source or one.source,
        "state": one.state,
        "progress": one.told or None,
        "result": one.result or None,
        "exclusive": limit.exclusive if limit else None,
        "standing": one.standing or None,
    }
