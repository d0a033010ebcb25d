"""Working days (ngày làm việc) of state bodies: Monday to Friday without public holidays, with the
days swapped for them.

Holidays by Bộ luật Lao động 2019, Điều 112; which days are taken off or worked instead a decision
of each year says, so a year whose decision is not known has no working days that one may count. A
period begins with the day after the one named (Bộ luật Dân sự 2015, Điều 147).
"""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

_SINCE = 2010  # years before are in the library as well, but no plan counts in them


def after_working_days(start: str, count: int) -> str | None:
    """Return the ISO day that is the ``count``-th working day after ``start``; None where a year
    on the way is not known.

    >>> after_working_days("2026-03-15", 10)
    '2026-03-27'
    """
    day, left = datetime.date.fromisoformat(start), count
    while left:
        day += datetime.timedelta(days=1)
        if not _SINCE <= day.year <= _last_known():
            return None
        left -= _calendar(day.year).is_working_day(day)
    return day.isoformat()


@cache
def _calendar(year: int) -> HolidayBase:
    # a third of a second, and few papers count so
    from holidays import country_holidays  # noqa: PLC0415

    return country_holidays("VN", years=year)


@cache
def _last_known() -> int:
    """Return the last year of which the library knows the days that were swapped."""
    from holidays.countries.vietnam import VietnamStaticHolidays  # noqa: PLC0415 - as above

    return max(VietnamStaticHolidays.special_public_holidays)
