"""Columns of a table known by their headings, in any order and wording (cột, tiêu đề cột)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

Role = Literal[
    "code",
    "text",
    "group",
    "lead",
    "coordinate",
    "approver",
    "deadline",
    "product",
    "basis",
    "result",
    "progress",
    "target",
    "unit",
    "value",
    "tracker",
    "money",
    "sources",
    "other",
]
TableKind = Literal["tasks", "targets"]

# A column of money that names whose money it is (nguồn), folded: "Ngân sách tỉnh", "NSTW", "Vốn khác", "Xã hội hóa".
SOURCE = (
    r"(von |nguon )?(ngan sach|ns)( (nha nuoc|trung uong|tw|dia phuong|dp|tinh|huyen|xa|thanh pho))?"
    r"|nsnn|nstw|nsdp|nst|nsh|(nguon )?xa hoi hoa|(nguon|von|nguon von) (khac|huy dong( khac)?|vay|oda|xa hoi hoa|hop phap khac)"
)
# The first pattern that fits a folded heading decides; what a heading says most particularly stands first.
_HEADINGS: tuple[tuple[Role, str], ...] = (
    ("code", r"(so )?(tt|stt|thu tu)|so thu tu|ma( so)?|no"),
    ("approver", r".*\b(cap|noi) (trinh|phe duyet|ban hanh|quyet dinh|co tham quyen).*|.*\b(tham quyen|trinh cap)\b.*"),
    ("approver", r"(co quan|don vi) (phe duyet|ban hanh|quyet dinh)"),
    ("tracker", r".*\b(lanh dao|dong chi|thu truong|pho chu tich|uy vien)\b.*\b(phu trach|chi dao)\b.*"),
    ("tracker", r".*\b(theo doi|giam sat)\b.*|(co quan|don vi).*\bdanh gia\b.*"),
    ("lead", r".*\bchu tri\b.*\bphoi hop\b.*"),
    ("coordinate", r".*\b(phoi hop|tham gia)\b.*"),
    ("basis", r".*\b(van ban|quyet dinh|nghi quyet) (giao|chi dao|lien quan|can cu).*|.*\b(can cu|co so phap ly)\b.*"),
    ("basis", r"ghi chu.*|nguon (nhiem vu|giao)|xuat xu"),
    ("lead", r".*\b(chu tri|dau moi|chiu trach nhiem|phu trach|phan cong)\b.*"),
    ("sources", r".*\bnguon (von|kinh phi|luc)\b.*"),
    ("money", SOURCE),
    ("money", r".*\b(kinh phi|du toan|tong muc dau tu|muc von|von dau tu|thanh tien|so tien|nhu cau von)\b.*"),
    ("result", r"(tinh hinh|ket qua) (thuc hien|trien khai|xu ly).*"),
    ("deadline", r".*\b(thoi (gian|han|diem)|lo trinh|han hoan thanh|ngay hoan thanh|giai doan thuc hien)\b.*"),
    ("deadline", r"(ky han|han|hoan thanh|nam (hoan thanh|thuc hien)|bat dau|ket thuc).*"),
    ("progress", r"tien do.*|trang thai.*"),
    ("unit", r"don vi( tinh)?|dvt|don vi do"),
    ("product", r".*\b(san pham|dau ra|ket qua|chi tieu (dat duoc|can dat)|hinh thuc van ban)\b.*"),
    (
        "lead",
        r"(don vi|co quan|to chuc|bo phan|noi(?! dung)|nguoi|doi tuong|dia phuong)( \w+){0,4} (thuc hien|tham muu|soan|trien).*",
    ),
    (
        "lead",
        r"(don vi|co quan|to chuc)( duoc giao.*)?|trach nhiem.*|(don vi|co quan) duoc giao.*|(don vi|co quan) trinh",
    ),
    ("group", r".*\b(thuoc nhom|linh vuc|nhom nhiem vu)\b.*"),
    ("target", r".*\bchi tieu\b.*"),
    ("value", r"(gia tri|muc (tieu|dat|phan dau)|ke hoach|muc)\b.*|(den )?(nam )?20\d\d( 20\d\d)?|giai doan 20\d\d.*"),
    ("text", r".*\b(nhiem vu|cong viec|noi dung|giai phap|hoat dong|du an|de an|chuong trinh|dau viec|ten)\b.*"),
)
# Of two columns for times the one that says when the work ends is the time limit.
_ENDING = re.compile(r".*\b(ket thuc|hoan thanh|den ngay|xong)\b.*")
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _HEADINGS)
# Lists of administrative procedures and the steps of handling them (thủ tục hành chính, quy trình nội bộ) hold no tasks.
_PROCEDURES = re.compile(
    r"thu tuc|tthc|thoi (gian|han) (giai quyet|tiep nhan|tra)|phi le phi|trinh tu|(cac )?buoc\b|cach thuc thuc hien"
    r"|quy trinh|ngay lam viec|gio lam viec|bo phan nguoi thuc hien"
    r"|(?<!thoi )(?<!dia )(?<!dac )(?<!trong )\bdiem\b|\btieu chi\b",  # marks given to somebody
)
# A line right above a table that says it shows how files are handled.
_STEPS = re.compile(
    r"trinh tu (thuc hien|giai quyet|thu tuc)|quy trinh (noi bo|giai quyet|thuc hien)|cac buoc (thuc hien|giai quyet)"
)
# Lists of documents and of expenses, where no column says who leads.
_LISTS = re.compile(r"hieu luc|ngay (thang )?(nam )?ban hanh|so ky hieu|trich yeu")
_EXPENSES = re.compile(r"(noi dung|khoan|muc|hang muc) chi\b.*|dien giai")
# What may stand in a second row of headings.
_LOWER: frozenset[Role] = frozenset({"lead", "coordinate", "money", "sources", "value", "unit", "deadline", "approver"})
_FIGURES: frozenset[Role] = frozenset({"money", "sources", "value"})
_FAMILIES: dict[Role, frozenset[Role]] = {
    "lead": frozenset({"lead"}),
    "coordinate": frozenset({"lead"}),
    "deadline": frozenset({"deadline"}),
}
_YEAR = re.compile(r"20\d\d")
_LONGEST_HEADING = 90
_LONGEST_LOWER = 30
_LONGEST_REPEATED = 200  # characters: no heading is longer, and its words need not be compared
_LEAST_COLUMNS = 3
_MOST_LOST = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its ``role``, its ``heading`` as printed, and the ``year`` that its heading names."""

    role: Role
    heading: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table, from left to right."""

    all: tuple[Column, ...]
    kind: TableKind

    def __len__(self) -> int:
        """Count the columns."""
        return len(self.all)

    def first(self, role: Role) -> int | None:
        """Return the place of the first column of that role."""
        return next((at for at, column in enumerate(self.all) if column.role == role), None)

    def heading(self, role: Role) -> str | None:
        """Return the printed heading of the first column of that role."""
        at = self.first(role)
        return None if at is None else self.all[at].heading


def read_columns(headings: Sequence[str]) -> Columns | None:
    """Read a row of headings; None where the row is no heading of a table of tasks or targets."""
    if sum(map(bool, headings)) < _LEAST_COLUMNS or any(len(heading) > _LONGEST_HEADING for heading in headings):
        return None
    columns = [_column(heading) for heading in headings]
    filled = [column for column in columns if column.heading]
    if len(filled) < _LEAST_COLUMNS:
        return None
    if _is_other_list(filled):
        return None
    if any(re.fullmatch(r"[\d.,%]+", column.heading) and not _YEAR.search(column.heading) for column in filled):
        return None
    if columns[0].role != "code" and sum(column.role != "other" for column in filled) < _LEAST_COLUMNS:
        return None
    return _settle(columns)


def _is_other_list(columns: list[Column]) -> bool:
    """Tell the headings of a list that gives nobody a task: procedures, marks, documents, expenses."""
    headings = [fold(column.heading) for column in columns]
    roles = {column.role for column in columns}
    documents = "lead" not in roles and any(map(_LISTS.search, headings))
    expenses = not roles & {"coordinate", "deadline"} and any(map(_EXPENSES.fullmatch, headings))
    return documents or expenses or any(map(_PROCEDURES.search, headings))


def tells_of_steps(caption: str) -> bool:
    """Tell a caption such as "2. Trình tự thực hiện": the table below lists the steps of a procedure, no tasks."""
    return len(caption) <= _LONGEST_HEADING and _STEPS.search(fold(caption)) is not None


def with_subheadings(columns: Columns, below: Sequence[str]) -> Columns | None:
    """Join a second row of headings ("Chủ trì", "Phối hợp"; years under "Kinh phí"); None where ``below`` is none.

    Web pages print only the lower cells: they then replace the heading that spans them.
    """
    columns = _widened(columns, len(below))
    filled = [at for at, text in enumerate(below) if text]
    known = [_column(below[at]) for at in filled]
    if not filled or len(below) > len(columns) or not any(column.role in _LOWER for column in known):
        return None
    if len(below) < len(columns) and len(filled) == len(below):
        return _spread(columns, known) if all(column.role in _LOWER for column in known) else None
    if any(len(column.heading) > _LONGEST_LOWER for column in known) or not all(
        _is_spread(columns, at) for at in filled
    ):
        return None
    if any(columns.all[at].role in {"code", "text", "target"} for at in filled):
        return None
    settled = [_below(columns, at, below[at] if at < len(below) else "") for at in range(len(columns))]
    return Columns(tuple(_once(settled, at) for at in range(len(settled))), columns.kind)


def _widened(columns: Columns, size: int) -> Columns:
    """Give back the empty cells at the end of a heading row, which a print leaves out: the last heading spans them."""
    lost = min(max(size - len(columns), 0), _MOST_LOST)
    return Columns((*columns.all, *(Column("other", "") for _ in range(lost))), columns.kind)


def _is_spread(columns: Columns, at: int) -> bool:
    """Tell whether the heading above a cell spans several columns: it is empty, or an empty one follows."""
    return not columns.all[at].heading or (at + 1 < len(columns) and not columns.all[at + 1].heading)


def is_numbering(cells: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns: (1), (2), (3) and so on."""
    filled = [cell.strip("() ") for cell in cells if cell]
    return len(filled) >= _LEAST_COLUMNS and filled == [
        str(at) for at in range(int(filled[0] == "1"), len(filled) + int(filled[0] == "1"))
    ]


def _spread(columns: Columns, lower: list[Column]) -> Columns | None:
    """Put the lower headings in the places of those that span them: units under units, times under a time."""
    found = list(columns.all)
    for kinds, run in groupby(lower, key=lambda column: _FAMILIES.get(column.role, _FIGURES)):
        at = next((at for at, column in enumerate(found) if column.role in kinds), None)
        if at is None:
            return None
        above = found[at]
        found[at : at + 1] = [_below(Columns((above, column), columns.kind), 1, column.heading) for column in run]
    return Columns(tuple(_once(found, at) for at in range(len(found))), columns.kind)


def same_heading(columns: Columns, cells: Sequence[str]) -> bool:
    """Tell whether ``cells`` repeat the headings, as at the top of each page."""
    mine = [fold(column.heading) for column in columns.all]
    theirs = [fold(cell) if len(cell) <= _LONGEST_REPEATED else cell for cell in cells[: len(mine)]]
    alike = sum(a == b for a, b in zip(mine, theirs, strict=False) if a or b)
    return alike >= _LEAST_COLUMNS and alike * 5 >= 3 * sum(1 for a, b in zip(mine, theirs, strict=False) if a or b)


@lru_cache(maxsize=4096)
def _column(heading: str) -> Column:
    words = re.sub(r"\[\d+\]|\(\d+\)", " ", heading)
    folded = fold(words)
    role: Role = next((role for role, pattern in _PATTERNS if pattern.fullmatch(folded)), "other")
    year = _YEAR.search(folded)
    return Column(role, " ".join(heading.split()), int(year.group()) if year else None)


def _below(columns: Columns, at: int, text: str) -> Column:
    """Name the column ``at`` by its own second heading and by the spread heading at its left."""
    above = next((columns.all[left] for left in range(at, -1, -1) if columns.all[left].heading), columns.all[at])
    if not text:
        return columns.all[at]
    own = _column(text)
    role: Role = "money" if own.year and above.role in {"money", "sources"} else own.role
    return Column(role, f"{above.heading} {text}".strip(), own.year)


def _settle(columns: list[Column]) -> Columns | None:
    """Decide the kind of table, and the columns whose meaning depends on the others."""
    roles = {column.role for column in columns}
    if "target" in roles and "text" not in roles and roles & {"unit", "value", "tracker", "product", "lead"}:
        return Columns(tuple(_as_target(column) for column in columns), "targets")
    columns = _as_tasks(columns)
    roles = {column.role for column in columns}
    named = roles & {"lead", "coordinate", "deadline", "product", "approver", "progress"}
    if "text" in roles and ("lead" in roles or len(named) > 1):
        return Columns(tuple(columns), "tasks")
    return None


def _as_target(column: Column) -> Column:
    role: Role = column.role
    if role in {"product", "result"}:
        role = "value"
    if role in {"lead", "coordinate"}:
        role = "tracker"
    return Column(role, column.heading, column.year)


def _as_tasks(columns: list[Column]) -> list[Column]:
    roles = [column.role for column in columns]
    swap: dict[int, Role] = {}
    if "deadline" not in roles and "progress" in roles:
        swap[roles.index("progress")] = "deadline"
    if "tracker" in roles and "lead" not in roles:
        swap[roles.index("tracker")] = "lead"
    if "lead" not in roles and "unit" in roles and roles.count("deadline") and not {"value", "money"} & set(roles):
        swap[roles.index("unit")] = "lead"
    if "target" in roles:
        swap[roles.index("target")] = (
            "text" if "text" not in roles else "product" if "product" not in roles else "other"
        )
    if "text" not in roles and "target" not in roles and "lead" in roles:
        free = next((at for at, column in enumerate(columns) if column.role == "other" and column.heading), None)
        swap |= {} if free is None else {free: "text"}
    if "text" not in roles and "group" in roles and not swap:
        swap[roles.index("group")] = "text"
    settled = [Column(swap.get(at, column.role), column.heading, column.year) for at, column in enumerate(columns)]
    return [_once(settled, at) for at in range(len(settled))]


def _once(columns: list[Column], at: int) -> Column:
    """Keep a role for its first column: a second "nội dung" or "đơn vị thực hiện" beside the lead is something else."""
    column = columns[at]
    if column.role == "deadline":
        last = next((c for c in columns if c.role == "deadline" and _ENDING.fullmatch(fold(c.heading))), None)
        first = next(c for c in columns if c.role == "deadline")
        return column if column is (last or first) else Column("other", column.heading, column.year)
    if column.role in {"money", "value", "other"} or all(left.role != column.role for left in columns[:at]):
        return column
    if column.role == "lead":
        return Column(
            "coordinate" if all(c.role != "coordinate" for c in columns) else "other", column.heading, column.year
        )
    return Column("other", column.heading, column.year)
