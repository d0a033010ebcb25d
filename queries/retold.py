"""How work stands by papers that repeat it (kết quả theo văn bản báo cáo): a notice's words reach
the assignment wherever it is shown, with the notice's name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.queries.progress import News, reported, state_of
from luocdo.queries.reported import reports

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from luocdo.graph.answers import Assignment, TimeLimit
    from luocdo.graph.stores.base import Store
    from luocdo.queries.reported import Report


def with_reports(
    store: Store, found: Iterable[Assignment], as_of: datetime.date
) -> tuple[Assignment, ...]:
    """Return the assignments, those that say nothing of how they stand as another paper by
    ``as_of`` reports of them.
    """
    each = tuple(found)
    silent = {one.top for one in each if not one.progress}
    said = reports(store, silent, as_of) if silent else {}
    return tuple(
        _as_reported(one, said[one.top], as_of) if one.top in said and not one.progress else one
        for one in each
    )


def _as_reported(one: Assignment, report: Report, as_of: datetime.date) -> Assignment:
    news = News(report.words, report.day)
    return replace(
        one,
        progress=report.words,
        result=one.result or report.result,
        reported_by=report.document,
        reported=None if one.limits else reported(news),
        limits=tuple(_limit(limit, news, as_of, one.period_end) for limit in one.limits),
    )


def _limit(limit: TimeLimit, news: News, as_of: datetime.date, until: str) -> TimeLimit:
    state = state_of(
        limit.kind, limit.end_date, news, as_of, exclusive=limit.exclusive, until=until
    )
    return replace(limit, state=state)
