"""Time limits (thời hạn) as documents print them: days, months, quarters, years, periods, recurring and conditional ones.

A day has an end only; a month, quarter, year or period its first and last day; "từ năm 2026" a start only; "Hằng năm",
"Thường xuyên" neither. A day that does not exist is kept as ``invalid``. "trước ngày X" excludes X; "trước tháng 7/2026" ends
on the last day of June. "Tháng 3" alone is read in the year that the heading or the plan's title names.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from luocdo.graph.records import DeadlineRecord, Reading
from luocdo.loaders.text.bare import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.loaders.text.page import Page, Span

Kind = Literal["date", "month", "quarter", "year", "period", "recurring", "ongoing", "conditional", "invalid"]
_DAY = re.compile(
    r"""(?ix)
    (?P<before>\b(?:tru[oe]c|xong\s+tru[oe]c|cham\s+nhat\s+(?:tru[oe]c)?|khong\s+qua|muon\s+nhat)\s+)?
    (?:(?:ngay|den|het)\s+)*
    (?<![\d/])(?<!tuan[ ])(?<!thang[ ])(?P<day>\d{1,2})\s*(?:/|-|\.|\s+thang\s+)\s*(?P<month>\d{1,2})\s*(?:/|-|\.|\s+nam\s+|\s*,?\s*nam\s+)\s*(?P<year>20\d\d)(?![\d/])
    """,
)
_DAY_RANGE = re.compile(
    r"""(?ix)
    (?<![\d/])(?P<day1>\d{1,2})\s*(?:(?:/|-|\s+thang\s+)\s*(?P<month1>\d{1,2})\s*(?:(?:/|-|,?\s*nam\s+)\s*(?P<year1>20\d\d))?)?
    \s*(?:-|–|\bden\b)\s*(?:het\s+)?(?:ngay\s+)?
    (?P<day2>\d{1,2})\s*(?:/|\s+thang\s+)\s*(?P<month2>\d{1,2})\s*(?:/|,?\s*nam\s+)\s*(?P<year2>20\d\d)(?!\d)
    """,
)
_MONTH_RANGE = re.compile(
    r"""(?ix)
    (?: \bthang\s+(?P<month1>\d{1,2})(?:\s*(?:/|\bnam\s)\s*(?P<year1>20\d\d))?
      | (?<![\d/])(?P<month1b>\d{1,2})\s*/\s*(?P<year1b>20\d\d) )
    (?:\s*,\s*\d{1,2}(?=\s*[,-]))*
    \s*(?:-|–|\bden\b|\bva\b|,)\s*(?:het\s+)?(?:thang\s+)?
    (?P<month2>\d{1,2})\s*(?:/|-|\s+nam\s)\s*(?P<year2>20\d\d)(?!\d)
    """,
)
_HALF_YEAR = re.compile(r"(?i)\b0?(?P<months>[369])\s+thang\s+(?P<half>dau|cuoi)\s+nam\s+(?P<year>20\d\d)")
_BEGINS = re.compile(r"(?i)(?:bat\s+dau\s+|ke\s+)?tu\s+(?=(?:ngay|thang|quy)\b)(?!.*(?:\bden\b|\s[-–]\s))")
_DAYS_AFTER = re.compile(r"(?i)\b(?P<days>\d{1,3})\s+ngay\s*,?\s*(?:(?:ke\s+)?tu|sau)\s+(?=ngay\b)")
_WORKING_DAYS = re.compile(r"(?i)\b\d{1,3}\s+ngay\s+lam\s+viec\b.*\b(?:tu|sau)\s+ngay\b")
_BEFORE_SPAN = re.compile(r"(?i)\btru[oe]c\s+(?:thang|quy|nam)\s+\S+")
_YEAR_MISSING = re.compile(
    r"(?i)(?:(?:hoan\s+thanh|thuc\s+hien|trong|tru[oe]c|den|het|xong|cham\s+nhat|ngay)\s+)*"
    r"(?:thang\s+\d{1,2}|quy\s+(?:IV|III|II|I|[1-4])|\d{1,2}\s*(?:/|\s+thang\s+)\s*\d{1,2})"
)
_YEARLY_DAY = re.compile(
    r"""(?ix)
    (?P<before>\btru[oe]c\s+)?(?:ngay\s+)?(?<!\d)(?P<day>\d{1,2})\s*(?:/|\s+thang\s+)\s*(?P<month>\d{1,2})(?!\s*[/\d])
    """,
)
_YEARLY = re.compile(r"(?i)\b(?:hang|moi)\s+nam\b")
_MONTH = re.compile(r"(?i)(?<![\d/])(?:thang\s+)?(?P<month>\d{1,2})\s*(?:/|\s+nam\s+|-)\s*(?P<year>20\d\d)(?!\d)")
_QUARTER = re.compile(
    r"(?i)\b(?:quy\s+|q\s*)(?P<quarter>IV|III|II|I|[1-4])\s*(?:/|-|\s+nam\s+|,\s*(?:nam\s+)?|\s+)\s*(?P<year>20\d\d)"
)
_QUARTER_RANGE = re.compile(
    r"(?i)\b(?:quy\s+|q\s*)(?P<first>IV|III|II|I|[1-4])\s*(?:(?:/|\s+nam\s+)\s*(?P<year1>20\d\d))?(?:\s*,\s*(?:quy\s+)?(?:IV|III|II|I|[1-4])(?=\s*[,-]))*\s*(?:-|den|va|[,;])\s*(?:quy\s+)?(?P<last>IV|III|II|I|[1-4])\s*(?:/|\s+nam\s+|-)\s*(?P<year2>20\d\d)"
)
_PERIOD = re.compile(
    r"(?i)(?<!\d)(?:tu\s+nam\s+)?(?P<first>20\d\d)\s*(?:-|den|–|,|va\b)\s*(?:het\s+)?(?:nam\s+)?(?P<last>20\d\d)(?!\d)"
)
_FROM = re.compile(
    r"(?i)(?:\btu\s+(?:nam\s+)?(?P<year1>20\d\d)\b(?!\s*(?:-|den))|(?P<year2>20\d\d)\s*(?:va|,)?\s*(?:cac|nhung)\s+nam\s+(?:tiep\s+theo|sau))"
)
_YEAR_ALONE = re.compile(r"(?<![\d/])(?P<year>20\d\d)(?![\d/])")
_RECURRING = re.compile(
    r"(?i)\b(?:hang|dinh\s+ky|moi|theo)\s+(?:nam|quy|thang|tuan|ngay|6\s+thang)\b|\bdinh\s+ky\b|\bhang\s+nam\b"
)
_ONGOING = re.compile(
    r"(?i)\bthuong\s+xuyen\b|\blien\s+tuc\b|\btrong\s+qua\s+trinh\s+(?:to\s+chuc\s+|trien\s+khai\s+)?thuc\s+hien\b"
)
_BEFORE = re.compile(r"(?i)tru[oe]c")  # OCR reads ớ as é
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class _Found:
    kind: Kind
    start: str | None = None
    end: str | None = None
    exclusive: bool = False
    recurrence: str | None = None


def read_deadline(
    page: Page,
    spans: Sequence[Span],
    place: str,
    heading: str | None,
    reading: Reading = "stated",
    year: int | None = None,
) -> DeadlineRecord | None:
    """Read the cell of a time column, its pieces as pages cut them; None where it is empty.

    ``year`` is the one that the plan is about: it completes "Tháng 3" or "30/11", which is then ``inferred``.
    """
    words = " ".join(page.text(span) for span in spans if page.text(span)).strip(" .;-*")
    if not any(c.isalnum() for c in words):
        return None
    lacks_year = year is not None and _YEAR_MISSING.fullmatch(bare(words)) is not None
    found = understood(f"{words}/{year}") if lacks_year else understood(words)
    return DeadlineRecord(
        kind=found.kind,
        text=words,
        evidence=page.evidence(place, *spans, reading="inferred" if lacks_year else reading),
        start_date=found.start,
        end_date=found.end,
        exclusive=found.exclusive,
        recurrence=found.recurrence,
        heading=heading,
    )


def understood(words: str) -> _Found:
    """Return what the words of a time limit mean: the first dated reading, else recurring, ongoing, conditional."""
    text = bare(words)
    if _WORKING_DAYS.search(text):  # they need a calendar of holidays: the printed day is where they begin
        return _Found("conditional")
    steps = (
        _yearly_days,
        _before,
        _day_range,
        _month_range,
        _half_year,
        _beginning,
        _day,
        _quarter_range,
        _quarter,
        _month,
        _period,
        _from,
        _year,
    )
    for step in steps:
        if found := step(text):
            return found
    if _RECURRING.search(text):
        return _Found("recurring", recurrence=_rule(text))
    if _ONGOING.search(text):
        return _Found("ongoing")
    return _Found("conditional")


def _yearly_days(text: str) -> _Found | None:
    """Read "trước ngày 10 tháng 6 và ngày 30 tháng 11 hàng năm": one RRULE per day, joined by a line end (RFC 5545)."""
    if not _YEARLY.search(text) or _DAY.search(text):
        return None
    rules = [
        f"FREQ=YEARLY;BYMONTH={int(hit['month'])};BYMONTHDAY={int(hit['day'])}"
        for hit in _YEARLY_DAY.finditer(text)
        if 1 <= int(hit["month"]) <= 12 and 1 <= int(hit["day"]) <= 31  # noqa: PLR2004 - a calendar
    ]
    return (
        _Found("recurring", recurrence="\n".join(rules), exclusive=_BEFORE.search(text) is not None) if rules else None
    )


def _before(text: str) -> _Found | None:
    """Read "trước tháng 7/2026", "trước năm 2030": over on the day before it begins."""
    hit = _BEFORE_SPAN.search(text)
    if hit is None:
        return None
    words = text[hit.start() :].split(maxsplit=1)[1]
    begins = next((found.start for step in (_quarter, _month, _year) if (found := step(words))), None)
    return _Found("date", end=(date.fromisoformat(begins) - timedelta(days=1)).isoformat()) if begins else None


def _day_range(text: str) -> _Found | None:
    hit = _DAY_RANGE.search(text)
    if hit is None:
        return None
    year, month = int(hit["year2"]), int(hit["month2"])
    try:
        first = date(int(hit["year1"] or year), int(hit["month1"] or month), int(hit["day1"]))
        last = date(year, month, int(hit["day2"]))
    except ValueError:
        return None
    return _Found("period", first.isoformat(), last.isoformat()) if first < last else None


def _month_range(text: str) -> _Found | None:
    hit = _MONTH_RANGE.search(text)
    if hit is None:
        return None
    last, year = int(hit["month2"]), int(hit["year2"])
    first, year1 = int(hit["month1"] or hit["month1b"]), int(hit["year1"] or hit["year1b"] or year)
    if not (1 <= first <= 12 and 1 <= last <= 12 and (year1, first) < (year, last)):  # noqa: PLR2004 - a calendar
        return None
    return _Found("period", date(year1, first, 1).isoformat(), _last(year, last))


def _half_year(text: str) -> _Found | None:
    hit = _HALF_YEAR.search(text)
    if hit is None:
        return None
    year, months = int(hit["year"]), int(hit["months"])
    first = 1 if hit["half"].lower() == "dau" else 13 - months
    return _Found("period", date(year, first, 1).isoformat(), _last(year, first + months - 1))


def _beginning(text: str) -> _Found | None:
    """Read "từ quý II/2026", "từ ngày 01/7/2026": a start only; "30 ngày kể từ ngày …": so many days later."""
    begins, after = _BEGINS.match(text), _DAYS_AFTER.search(text)
    hit = begins or after
    if hit is None:
        return None
    found = next((one for step in (_day, _quarter, _month) if (one := step(text[hit.end() :]))), None)
    start = None if found is None else found.start or found.end
    if start is None or begins:
        return _Found("period", start) if start else None
    return _Found("date", end=(date.fromisoformat(start) + timedelta(days=int(hit["days"]))).isoformat())


def _day(text: str) -> _Found | None:
    hit = _DAY.search(text)
    if hit is None:
        return None
    year, month, day = int(hit["year"]), int(hit["month"]), int(hit["day"])
    try:
        return _Found(
            "date",
            end=date(year, month, day).isoformat(),
            exclusive=bool(hit["before"]) and _BEFORE.search(hit["before"]) is not None,
        )
    except ValueError:
        return _Found("invalid", exclusive=bool(hit["before"]))


def _month(text: str) -> _Found | None:
    hit = _MONTH.search(text)
    if hit is None:
        return None
    year, month = int(hit["year"]), int(hit["month"])
    if not 1 <= month <= 12:  # noqa: PLR2004 - a calendar
        return _Found("invalid")
    return _Found("month", date(year, month, 1).isoformat(), _last(year, month))


def _quarter_range(text: str) -> _Found | None:
    hit = _QUARTER_RANGE.search(text)
    if hit is None:
        return None
    last_year = int(hit["year2"])
    first_year = int(hit["year1"] or last_year)
    first, last = _QUARTERS[hit["first"].upper()], _QUARTERS[hit["last"].upper()]
    return _Found("period", date(first_year, 3 * first - 2, 1).isoformat(), _last(last_year, 3 * last))


def _quarter(text: str) -> _Found | None:
    hit = _QUARTER.search(text)
    if hit is None:
        return None
    year, quarter = int(hit["year"]), _QUARTERS[hit["quarter"].upper()]
    return _Found("quarter", date(year, 3 * quarter - 2, 1).isoformat(), _last(year, 3 * quarter))


def _period(text: str) -> _Found | None:
    hit = _PERIOD.search(text)
    if hit is None or hit["first"] > hit["last"]:
        return None
    return _Found("period", f"{hit['first']}-01-01", f"{hit['last']}-12-31")


def _from(text: str) -> _Found | None:
    hit = _FROM.search(text)
    return _Found("period", f"{hit['year1'] or hit['year2']}-01-01") if hit else None


def _year(text: str) -> _Found | None:
    hit = _YEAR_ALONE.search(text)
    return _Found("year", f"{hit['year']}-01-01", f"{hit['year']}-12-31") if hit else None


def _last(year: int, month: int) -> str:
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat()


def _rule(text: str) -> str | None:
    """Return the RRULE of "hằng năm", "hằng quý", "hằng tháng", "hằng tuần"."""
    rules = (
        ("nam", "FREQ=YEARLY"),
        ("quy", "FREQ=MONTHLY;INTERVAL=3"),
        ("thang", "FREQ=MONTHLY"),
        ("tuan", "FREQ=WEEKLY"),
    )
    return next((rule for word, rule in rules if re.search(rf"(?i)\b(?:hang|moi|ky)\s+{word}\b", text)), None)
