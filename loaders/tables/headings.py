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
from luocdo.graph.vocabulary import Meaning, phrases, value_of
from luocdo.graph.vocabulary.wordings import wording, wordings
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

_HEADINGS = wordings(__package__, "headings")
_COLUMNS = tuple(one for one in _HEADINGS if one.value)
_QUARTER, _MONTH, _PROCEDURES, _LISTS, _EXPENSES, _STEPS = (
    wording(__package__, "headings", name)
    for name in ("quarter", "month", "procedures", "documents", "expenses", "steps")
)
SOURCE = wording(__package__, "headings", "source")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
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
    """Return the role that words tell: by the whole of them, by the first wording that fits, in
    English.
    """
    whole = value_of(Meaning.COLUMN_ROLE, words)
    if whole is not None:
        return cast("Role", whole)
    if value_of(Meaning.COLUMN_CODE, words) is not None:
        return "code"
    folded = fold(words)
    told = next((one.value for one in _COLUMNS if one.search(folded)), None)
    return cast("Role", told or english_role(words) or "other")


def months_of(heading: str, above: str) -> tuple[int, int] | None:
    """Return the months of a folded ``heading``: "thang 3", "quy iv"; of a bare "3" or "iv" where
    ``above`` counts them.
    """
    words = above.split()
    counted = next((f"{unit} {heading}" for unit in ("quy", "thang") if unit in words), heading)
    for text in (heading, counted):
        if quarter := _QUARTER.search(text):
            last = 3 * _QUARTERS[quarter["quarter"]]
            return last - 2, last
        if month := _MONTH.search(text):
            return int(month["month"]), int(month["month"])
    return None


def is_other_list(columns: Sequence[Column]) -> bool:
    """Tell the headings of a list that gives nobody a task: procedures, marks, documents,
    expenses.
    """
    headings = [fold(column.heading) for column in columns]
    roles = {column.role for column in columns}
    documents = "lead" not in roles and any(map(_LISTS.search, headings))
    expenses = not roles & {"coordinate", "deadline"} and any(map(_EXPENSES.search, headings))
    return documents or expenses or any(map(_PROCEDURES.search, headings))


def tells_of_steps(caption: str) -> bool:
    """Tell a caption such as "2. Trình tự thực hiện": the table below lists the steps of a
    procedure, no tasks.
    """
    return len(caption) <= _LONGEST_CAPTION and _STEPS.search(fold(caption)) is not None
