"""Periods within a question (khoảng thời gian trong câu hỏi): "trong năm 2024", "quý IV năm 2025",
"30 ngày tới", "by the end of".

Read off the words without accents, so that "thang 12/2025" and "Tháng 12 năm 2025" are one. What a
rule took is told, so that nobody reads it again.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DAY = r"(?P<{0}d>\d{{1,2}}) (?:thang )?(?P<{0}m>\d{{1,2}}) (?:nam )?(?P<{0}y>\d{{4}}|\d{{2}})"
_ONE, _TWO = _DAY.format(""), _DAY.format("to_")
_COMING = r"(?: (?:sap )?toi| nua| (?:ke )?tiep(?: theo)?)?"
_CENTURY = 2000
_QUARTERS = {
    "1": "I", "2": "II", "3": "III", "4": "IV",
    "mot": "I", "nhat": "I", "hai": "II", "ba": "III", "bon": "IV", "tu": "IV",
    "first": "I", "second": "II", "third": "III", "fourth": "IV", "last": "IV",
}  # fmt: skip
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Period:
    """The options of `due` that a period is, and the words that said so: from ``start`` to ``end``
    of the plain question.
    """

    options: Options
    start: int
    end: int


def _date(found: re.Match[str], of: str = "") -> datetime.date:
    year = int(found[f"{of}y"])
    return datetime.date(
        year if year >= _CENTURY - 100 else _CENTURY + year,
        int(found[f"{of}m"]),
        int(found[f"{of}d"]),
    )


def _between(found: re.Match[str], _: datetime.date) -> Options:
    return ("--from", _date(found).isoformat()), ("--to", _date(found, "to_").isoformat())


def _before(found: re.Match[str], _: datetime.date) -> Options:
    return (("--to", (_date(found) - datetime.timedelta(days=1)).isoformat()),)


def _until(found: re.Match[str], _: datetime.date) -> Options:
    return (("--to", _date(found).isoformat()),)


def _since(found: re.Match[str], _: datetime.date) -> Options:
    return (("--from", _date(found).isoformat()),)


def _on(found: re.Match[str], _: datetime.date) -> Options:
    return ("--from", _date(found).isoformat()), ("--to", _date(found).isoformat())


def _since_the_month_began(_: re.Match[str], today: datetime.date) -> Options:
    return ("--from", today.replace(day=1).isoformat()), ("--to", today.isoformat())


def _since_the_year_began(_: re.Match[str], today: datetime.date) -> Options:
    return ("--from", today.replace(month=1, day=1).isoformat()), ("--to", today.isoformat())


def _this_month(_: re.Match[str], today: datetime.date) -> Options:
    return (("--month", f"{today:%Y-%m}"),)


def _next_month(_: re.Match[str], today: datetime.date) -> Options:
    return (("--month", f"{today.replace(day=28) + datetime.timedelta(days=4):%Y-%m}"),)


def _this_quarter(_: re.Match[str], today: datetime.date) -> Options:
    return (("--quarter", f"{('I', 'II', 'III', 'IV')[(today.month - 1) // 3]}/{today.year}"),)


# The longest way to say a period stands first; {1} and {2} are days.
_RULES: tuple[tuple[str, Callable[[re.Match[str], datetime.date], Options]], ...] = (
    (rf"(?:tu|from) (?:ngay )?{_ONE} (?:den|toi|to|until) (?:het )?(?:ngay )?{_TWO}", _between),
    (rf"(?:truoc|before) (?:ngay )?{_ONE}", _before),
    (rf"(?:den|by|until) (?:het )?(?:ngay )?{_ONE}", _until),
    (rf"(?:tu|ke tu|since|from) (?:ngay )?{_ONE}", _since),
    (rf"(?:vao |on |dung )?(?:ngay )?{_ONE}", _on),
    (
        r"(?:den het|den cuoi|het|truoc het|by the end of|until the end of|den) (?:nam )?(?P<y>(?:19|20)\d\d)",
        lambda found, _: (("--to", f"{found['y']}-12-31"),),
    ),
    (
        r"(?:truoc|before) (?:nam )?(?P<y>(?:19|20)\d\d)",
        lambda found, _: (("--to", f"{int(found['y']) - 1}-12-31"),),
    ),
    (
        r"(?:trong |vao |o )?(?:quy|quarter) (?P<q>iv|i{1,3}|[1-4]|tu|ba|hai|mot|nhat|bon) (?:nam |of )?(?P<y>\d{4})",
        lambda found, _: (("--quarter", f"{_roman(found['q'])}/{found['y']}"),),
    ),
    (
        r"(?:in )?(?:the )?(?P<q>first|second|third|fourth|last) quarter (?:of )?(?P<y>\d{4})",
        lambda found, _: (("--quarter", f"{_roman(found['q'])}/{found['y']}"),),
    ),
    (
        r"(?:trong |vao |in )?(?:thang|month) (?P<m>\d{1,2}) (?:nam |of )?(?P<y>\d{4})",
        lambda found, _: (("--month", f"{found['y']}-{int(found['m']):02}"),),
    ),
    (
        rf"(?:trong (?:vong )?|within |(?:in )?the )?(?:next )?(?P<n>\d{{1,3}}) (?:ngay|days){_COMING}",
        lambda found, _: (("--within-days", found["n"]),),
    ),
    (
        r"(?:tu (?:nay|bay gio) )?(?:den|toi|den het|truoc) (?:cuoi )?nam(?: nay)?|by the end of (?:the|this) year",
        lambda _, today: (("--from", today.isoformat()), ("--to", f"{today.year}-12-31")),
    ),
    (r"(?:tu )?dau thang(?: nay)?(?: (?:den|toi) nay)?|since the beginning of the month", _since_the_month_began),
    (r"(?:tu )?dau nam(?: nay)?(?: (?:den|toi) nay)?|since the beginning of the year", _since_the_year_began),
    (r"(?:trong )?tuan (?:nay|toi|sau)|(?:this|next) week", lambda *_: (("--within-days", "7"),)),
    (r"(?:trong )?thang (?:toi|sau)|next month", _next_month),
    (r"(?:trong )?thang nay|this month", _this_month),
    (r"(?:trong )?quy nay|this quarter", _this_quarter),
    (r"(?:trong )?nam nay|this year", lambda _, today: (("--within", str(today.year)),)),
    (r"(?:trong )?nam (?:toi|sau)|next year", lambda _, today: (("--within", str(today.year + 1)),)),
    (r"(?:trong |in |during )?(?:nam )?(?P<y>20\d\d)", lambda found, _: (("--within", found["y"]),)),
    (r"(?:da |bi )?(?:qua han|tre han|qua thoi han|cham tien do|cham han)|overdue|past due", lambda *_: (("--overdue", ""),)),
)  # fmt: skip


def _roman(words: str) -> str:
    return _QUARTERS.get(words, words.upper())


def periods(plain: str, today: datetime.date) -> Iterator[Period]:
    """Yield the periods that the plain question names, none within another; a day that cannot be
    is none.
    """
    taken: list[tuple[int, int]] = []
    for pattern, options in _RULES:
        for found in re.finditer(rf"(?<!\S)(?:{pattern})(?!\S)", plain):
            if any(found.start() < end and start < found.end() for start, end in taken):
                continue
            try:
                told = options(found, today)
            except ValueError:
                continue
            taken.append(found.span())
            yield Period(told, *found.span())
