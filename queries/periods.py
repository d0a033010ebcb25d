"""Periods as people type them and days that come again (kỳ hạn): a month, a quarter, the next
days; RRULE to days.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST, LAST = "0001-01-01", "9999-12-31"
_MONTH = re.compile(
    r"^(?:tháng\s*)?(?:(?P<year>\d{4})[-/.](?P<month>\d{1,2})|(?P<first>\d{1,2})[-/.](?P<then>\d{4}))$"
)
_QUARTER = re.compile(r"^(?:quý\s*|q)?(?P<quarter>iv|i{1,3}|[1-4])[-/. ](?P<year>\d{4})$")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS, _QUARTER_MONTHS = 12, 3
_MOST = 400  # days that one rule may give in an answer


@dataclass(frozen=True, slots=True)
class Asked:
    """The period as options gave it; what is not given is None or empty."""

    start: datetime.datetime | None = None
    finish: datetime.datetime | None = None
    year: int | None = None
    within_days: int | None = None
    month: str = ""
    quarter: str = ""
    overdue: bool = False


def period_asked(today: datetime.date, asked: Asked) -> tuple[str, str]:
    """Return the first and the last day asked for, else all from today on.

    Raises:
        QueryError: it is no period, or several at once.
    """
    told = (
        asked.year,
        asked.within_days,
        asked.month,
        asked.quarter,
        asked.overdue,
        asked.start or asked.finish,
    )
    if sum(one not in (None, "", False) for one in told) > 1:
        message = (
            "chỉ chọn một cách nói khoảng thời gian: --from/--to, --within, --within-days,"
            " --month, --quarter hoặc --overdue"
        )
        raise QueryError(message)
    if asked.overdue:
        return FIRST, today.isoformat()
    if asked.within_days is not None:
        return today.isoformat(), (today + datetime.timedelta(days=asked.within_days)).isoformat()
    if asked.month or asked.quarter:
        return _month(asked.month) if asked.month else _quarter(asked.quarter)
    if asked.year is not None:
        return f"{asked.year}-01-01", f"{asked.year}-12-31"
    first = asked.start.date().isoformat() if asked.start else ""
    last = asked.finish.date().isoformat() if asked.finish else LAST
    return first or (FIRST if asked.finish else today.isoformat()), last


def _month(words: str) -> tuple[str, str]:
    found = _MONTH.match(words.strip().lower())
    month = int(found["month"] or found["first"]) if found else 0
    if found is None or not 1 <= month <= _MONTHS:
        message = f"--month phải có dạng 2025-11 hoặc 11/2025: {words}"
        raise QueryError(message)
    return _months(int(found["year"] or found["then"]), month, month)


def _quarter(words: str) -> tuple[str, str]:
    found = _QUARTER.match(words.strip().lower())
    if found is None:
        message = f"--quarter phải có dạng IV/2025 hoặc 4/2025: {words}"
        raise QueryError(message)
    quarter = _ROMAN.get(found["quarter"]) or int(found["quarter"])
    return _months(int(found["year"]), quarter * _QUARTER_MONTHS - 2, quarter * _QUARTER_MONTHS)


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{calendar.monthrange(year, last)[1]}"


def in_order(first: str, last: str) -> None:
    """Refuse a period that ends before it begins; an end that is not given is "".

    Raises:
        QueryError: the last day is before the first.
    """
    if first and last and last < first:
        message = f"--to {last} đứng trước --from {first}"
        raise QueryError(message)


def next_day(iso: str) -> str:
    """Return the day after, the last there is staying what it is."""
    return (
        iso
        if iso == LAST
        else (datetime.date.fromisoformat(iso) + datetime.timedelta(days=1)).isoformat()
    )


def occurrences(rule: str, start: str, finish: str) -> Iterator[str]:
    """Yield the ISO days on which ``rule`` (an RRULE, RFC 5545) falls within the period, both ends
    included.

    A rule that names no day means the last day of each of its years, quarters or months; one that
    is none gives nothing.
    """
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - only what comes again needs it

    if not rule or start > finish:
        return
    first = datetime.datetime.fromisoformat(start)
    begin = first.replace(month=1, day=1)
    try:
        days = rrulestr(_with_day(rule), dtstart=begin)
    except ValueError:
        return
    for number, day in enumerate(days.xafter(first, inc=True)):
        if number >= _MOST or (iso := day.date().isoformat()) > finish:
            return
        yield iso


def _with_day(rule: str) -> str:
    """Give a rule that names no day the last one of its step."""
    plain = rule.removeprefix("RRULE:").strip(";")
    if any(part in plain for part in ("BYMONTHDAY", "BYDAY", "BYYEARDAY", "BYWEEKNO")):
        return plain
    if "FREQ=YEARLY" in plain:
        return plain + ("" if "BYMONTH=" in plain else ";BYMONTH=12") + ";BYMONTHDAY=-1"
    if "FREQ=MONTHLY" in plain:
        quarterly = (
            ";BYMONTH=3,6,9,12" if "INTERVAL=3" in plain and "BYMONTH=" not in plain else ""
        )
        return (
            plain.replace(";INTERVAL=3", "" if quarterly else ";INTERVAL=3")
            + quarterly
            + ";BYMONTHDAY=-1"
        )
    return plain


def series(rule: str, last: str) -> str:
    """Return ``rule`` with a day in it, and with its end where ``last`` (ISO) is one: what a
    calendar can repeat.

    >>> series("FREQ=YEARLY", "2030-12-31")
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;UNTIL=20301231'
    """
    told = _with_day(rule)
    return told if not last or "UNTIL=" in told else f"{told};UNTIL={last.replace('-', '')}"


_STEPS = {
    "DAILY": "hằng ngày",
    "WEEKLY": "hằng tuần",
    "MONTHLY": "hằng tháng",
    "YEARLY": "hằng năm",
}
_WEEKDAYS = {
    "MO": "thứ Hai",
    "TU": "thứ Ba",
    "WE": "thứ Tư",
    "TH": "thứ Năm",
    "FR": "thứ Sáu",
    "SA": "thứ Bảy",
    "SU": "Chủ nhật",
}


def rules_vi(rules: str) -> str:
    """Return RRULEs as a reader says them.

    >>> rules_vi("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15 FREQ=MONTHLY;INTERVAL=3")
    'hằng năm, ngày 15/6; hằng quý'
    """
    return "; ".join(_rule_vi(rule) for rule in rules.split())


def _rule_vi(rule: str) -> str:
    parts = dict(
        piece.split("=", 1) for piece in rule.removeprefix("RRULE:").split(";") if "=" in piece
    )
    step = _STEPS.get(parts.get("FREQ", ""), rule)
    interval = parts.get("INTERVAL", "1")
    if parts.get("FREQ") == "MONTHLY" and interval != "1":
        step = "hằng quý" if interval == "3" else f"mỗi {interval} tháng"
    months, days = parts.get("BYMONTH", "").split(","), parts.get("BYMONTHDAY", "")
    when = [_day_vi(days, month) for month in months if month or days]
    when += [_WEEKDAYS.get(day, day) for day in parts.get("BYDAY", "").split(",") if day]
    return ", ".join((step, *when))


def _day_vi(day: str, month: str) -> str:
    """Return a day of a month, the last day of one, or the month alone."""
    if day == "-1":
        return f"cuối tháng {month}".rstrip()
    if not day:
        return f"tháng {month}"
    return f"ngày {day}/{month}".rstrip("/")
