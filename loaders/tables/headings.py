"""What the headings of columns mean (tiêu đề cột): which words make a column of leads, of times,
of products.

A heading of a quarter or a month ("Quý I", "Tháng 3", "T3"; "I" under "Quý") makes a column for
crosses: a cross in it says when.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning, alternation, phrases, value_of
from luocdo.loaders.tables.english_headings import english_role

if TYPE_CHECKING:
    from collections.abc import Sequence

Role = Literal[
    "code",
    "text",
    "group",
    "lead",
    "coordinate",
    "approver",
    "submitter",
    "deadline",
    "day",
    "product",
    "basis",
    "result",
    "progress",
    "target",
    "unit",
    "value",
    "tracker",
    "mark",
    "party",
    "money",
    "sources",
    "other",
]
TableKind = Literal["tasks", "targets"]

# A column of money that names whose money it is (nguồn), folded: "Ngân sách tỉnh", "NSTW", "Vốn
# khác", "Xã hội hóa".
SOURCE = (
    r"(von |nguon )?(ngan sach|ns)( (nha nuoc|trung uong|tw|dia phuong|dp|tinh|huyen|xa|thanh"
    r" pho))?"
    r"|nsnn|nstw|nsdp|nst|nsh|(nguon )?xa hoi hoa|(nguon|von|nguon von) (khac|huy dong("
    r" khac)?|vay|oda|xa hoi hoa|hop phap khac)"
)
# The first pattern that fits a folded heading decides; what a heading says most particularly
# stands first.
_HEADINGS: tuple[tuple[Role, str], ...] = (
    # when the work was given, and when it was done in fact, are no limits
    (
        "other",
        (
            r"(ngay|thoi (gian|diem)) (giao|nhan|ban hanh)\b.*|.*\b(ngay|thoi (gian|diem)|hoan"
            r" thanh)\b.*\bthuc te\b.*"
        ),
    ),
    ("tracker", alternation(Meaning.COLUMN_PERSON)),
    (
        "text",
        (
            r"(ten |cac |danh muc )?(nhiem vu|noi dung|cong viec|dau viec)\b.*\b(chu tri|phan"
            r" cong|phu trach|duoc giao)\b.*"
        ),
    ),
    (
        "approver",
        (
            r".*\b(cap|noi) (trinh|phe duyet|ban hanh|quyet dinh|co tham quyen).*|.*\b(tham"
            r" quyen|trinh cap)\b.*"
        ),
    ),
    ("approver", r"(co quan|don vi) (phe duyet|ban hanh|quyet dinh)"),
    ("submitter", r"(co quan|don vi|noi) trinh( \w+){0,3}"),
    (
        "tracker",
        r".*\b(lanh dao|dong chi|thu truong|pho chu tich|uy vien)\b.*\b(phu trach|chi dao)\b.*",
    ),
    (
        "tracker",
        r"(nguoi|thu truong|lanh dao|ca nhan|dong chi)\b.*\b(chiu trach nhiem|phu trach)\b.*",
    ),
    ("tracker", r".*\b(theo doi|giam sat)\b.*|(co quan|don vi).*\bdanh gia\b.*"),
    ("lead", r".*\bchu tri\b.*\bphoi hop\b.*"),
    ("coordinate", r".*\b(phoi hop|tham gia)\b.*"),
    ("basis", r".*\b(van ban|quyet dinh|nghi quyet) (giao|chi dao|lien quan|can cu).*"),
    ("basis", r".*\b(can cu|co so (phap ly|thuc hien|trien khai))\b.*"),
    ("basis", r"theo (van ban|nghi quyet|quyet dinh)\b.*|ghi chu.*|nguon (nhiem vu|giao)|xuat xu"),
    ("lead", r".*\b(chu tri|dau moi|chiu trach nhiem|phu trach|phan cong)\b.*"),
    ("sources", r".*\bnguon (von|kinh phi|luc)\b.*"),
    ("money", SOURCE),
    (
        "money",
        (
            r".*\b(kinh phi|du toan|tong muc dau tu|muc von|von dau tu|thanh tien|so tien|nhu cau"
            r" von)\b.*"
        ),
    ),
    ("result", r"(tinh hinh|ket qua) (thuc hien|trien khai|xu ly).*"),
    (
        "deadline",
        (
            r".*\b(thoi (gian|han|diem)|lo trinh|han hoan thanh|ngay hoan thanh|giai doan thuc"
            r" hien)\b.*"
        ),
    ),
    ("deadline", r"(thang|quy)( (thuc hien|hoan thanh|trong nam)| (trinh|ban hanh|bao cao)\b.*)*"),
    (
        "deadline",
        (
            r"((du kien|moc) )?(ky han|han|hoan thanh|nam (hoan thanh|thuc hien|trinh|ban"
            r" hanh)|bat dau|ket thuc)\b.*"
        ),
    ),
    ("progress", r"tien do.*|trang thai.*"),
    ("unit", r"don vi( tinh)?|dvt|don vi do"),
    (
        "product",
        r".*\b(san pham|dau ra|ket qua|chi tieu (dat duoc|can dat)|hinh thuc van ban)\b.*",
    ),
    (
        "lead",
        (
            r"(don vi|co quan|to chuc|bo phan|phong(?! chong)|noi(?! dung)|nguoi|doi tuong|dia"
            r" phuong)"
            r"( \w+){0,4} (thuc hien|tham muu|soan|trien).*"
        ),
    ),
    (
        "lead",
        r"(don vi|co quan|to chuc)( duoc giao.*)?|trach nhiem.*|(don vi|co quan) duoc giao.*",
    ),
    ("group", r".*\b(thuoc nhom|linh vuc|nhom nhiem vu)\b.*"),
    ("target", r".*\bchi tieu\b.*"),
    (
        "value",
        (
            r"(gia tri|muc (tieu|dat|phan dau)|ke hoach|muc)\b.*|(den )?(nam )?20\d\d("
            r" 20\d\d)?|giai doan 20\d\d.*"
        ),
    ),
    (
        "text",
        (
            r".*\b(nhiem vu|cong viec|noi dung|giai phap|hoat dong|du an|de an|chuong trinh|dau"
            r" viec|ten)\b.*"
        ),
    ),
)
_QUARTER = re.compile(r"(?:quy|q) ?(?P<quarter>iv|iii|ii|i|[1-4])(?: (?:nam )?20\d\d)?")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTH = re.compile(r"(?:thang|t) ?(?P<month>1[0-2]|0?[1-9])(?: (?:nam )?20\d\d)?")
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _HEADINGS)
# Lists of administrative procedures and the steps of handling them (thủ tục hành chính, quy trình
# nội bộ) hold no tasks.
_PROCEDURES = re.compile(
    r"thu tuc|tthc|thoi (gian|han) (giai quyet|tiep nhan|tra)|phi le phi|trinh tu|(cac"
    r" )?buoc\b|cach thuc thuc hien"
    r"|quy trinh|ngay lam viec|gio lam viec|bo phan nguoi thuc hien"
    r"|(?<!thoi )(?<!dia )(?<!dac )(?<!trong )\bdiem\b|\btieu chi\b",  # marks given to somebody
)
# A line right above a table that says it shows how files are handled.
_STEPS = re.compile(
    r"trinh tu (thuc hien|giai quyet|thu tuc)|quy trinh (noi bo|giai quyet|thuc hien)|cac buoc"
    r" (thuc hien|giai quyet)"
)
# Lists of documents and of expenses, where no column says who leads.
_LISTS = re.compile(r"hieu luc|ngay (thang )?(nam )?ban hanh|so ky hieu|trich yeu")
_EXPENSES = re.compile(r"(noi dung|khoan|muc|hang muc) chi\b.*|dien giai")
_YEAR = re.compile(r"20\d\d")
_LONGEST_CAPTION = 90
_LEAST_TOLD, _LONGEST_TOLD = 2, 60
_PARTS = str.maketrans("/()", "\n\n\n")  # what parts a heading in two wordings
_ROLE_LABELS = (Meaning.LABEL_LEAD, Meaning.LABEL_COORDINATE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its ``role``, its ``heading`` as printed, the ``year`` and the ``months`` (first,
    last) that it names.

    ``crossed`` is what a bare cross makes the unit that heads it, where the heading above says so.
    """

    role: Role
    heading: str
    year: int | None = None
    months: tuple[int, int] | None = None
    crossed: Role | None = None


def names_role(headings: Sequence[str]) -> str | None:
    """Return the heading of those who lead or help among short cells; None where there is none.

    A list of another kind (procedures, documents, expenses) counts only where a heading says that
    somebody leads or helps (chủ trì, phối hợp): it may hold tasks all the same.
    """
    filled = [heading for heading in headings if heading]
    if len(filled) < _LEAST_TOLD or any(len(heading) > _LONGEST_TOLD for heading in filled):
        return None
    told = (one for one in filled for label in _ROLE_LABELS if value_of(label, one) is not None)
    found = next(told, None)
    if found is None or _charges(found):
        return found
    return None if is_other_list([read_heading(one) for one in filled]) else found


def _charges(heading: str) -> bool:
    """Tell a heading that says that somebody leads or helps, not only that it does something."""
    return any(phrases(Meaning.LEADS, Meaning.COORDINATES).find(fold(heading)))


def counts_rows(heading: str) -> bool:
    """Return whether a column of codes counts its rows ("STT") rather than naming each ("Mã nhiệm
    vụ").
    """
    return value_of(Meaning.COLUMN_CODE, heading.strip(" .:")) == "order"


@lru_cache(maxsize=4096)
def read_heading(heading: str) -> Column:
    """Read one heading by its own words."""
    words = re.sub(r"\[\d+\]|\(\d+\)", " ", heading)
    folded = fold(words)
    months = months_of(folded, "")
    role = told_role(" ".join(words.split()))
    year = _YEAR.search(folded)
    return Column(
        "mark" if months else role,
        " ".join(heading.split()),
        int(year.group()) if year else None,
        months,
    )


def told_role(words: str) -> Role:
    """Return the role that a heading tells as a whole, else the first of its parts that tells one
    ("Deadline (hạn)").
    """
    plain = len(words) <= _LONGEST_TOLD and not any(map(str.isdecimal, words))
    parts = words.translate(_PARTS).splitlines() if plain else ()
    told = (role for part in (words, *parts) if (role := _role_of(part.strip(" .:"))) != "other")
    return next(told, "other")


def _role_of(words: str) -> Role:
    """Return the role that words tell: by the whole of them, by the first pattern that fits, in
    English.
    """
    whole = value_of(Meaning.COLUMN_ROLE, words)
    if whole is not None:
        return cast("Role", whole)
    if value_of(Meaning.COLUMN_CODE, words) is not None:
        return "code"
    folded = fold(words)
    by_pattern = next((role for role, pattern in _PATTERNS if pattern.fullmatch(folded)), None)
    return by_pattern or cast("Role", english_role(words) or "other")


def months_of(heading: str, above: str) -> tuple[int, int] | None:
    """Return the months of a folded ``heading``: "thang 3", "quy iv"; of a bare "3" or "iv" where
    ``above`` counts them.
    """
    words = above.split()
    counted = next((f"{unit} {heading}" for unit in ("quy", "thang") if unit in words), heading)
    for text in (heading, counted):
        if quarter := _QUARTER.fullmatch(text):
            last = 3 * _QUARTERS[quarter["quarter"]]
            return last - 2, last
        if month := _MONTH.fullmatch(text):
            return int(month["month"]), int(month["month"])
    return None


def is_other_list(columns: Sequence[Column]) -> bool:
    """Tell the headings of a list that gives nobody a task: procedures, marks, documents,
    expenses.
    """
    headings = [fold(column.heading) for column in columns]
    roles = {column.role for column in columns}
    documents = "lead" not in roles and any(map(_LISTS.search, headings))
    expenses = not roles & {"coordinate", "deadline"} and any(map(_EXPENSES.fullmatch, headings))
    return documents or expenses or any(map(_PROCEDURES.search, headings))


def tells_of_steps(caption: str) -> bool:
    """Tell a caption such as "2. Trình tự thực hiện": the table below lists the steps of a
    procedure, no tasks.
    """
    return len(caption) <= _LONGEST_CAPTION and _STEPS.search(fold(caption)) is not None
