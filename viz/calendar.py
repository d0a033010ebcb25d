"""What is due as a calendar (lịch): one event an assignment, its sentence with it; RFC 5545, for
Outlook and Google.
"""

from __future__ import annotations

import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from icalendar import Calendar, Event, vRecur

from luocdo.viz.words import one_line

if TYPE_CHECKING:
    from luocdo.graph.answers import Answer, Assignment, TimeLimit

_LONGEST = 120


def calendar_file(answer: Answer) -> bytes:
    """Return the assignments of ``answer`` as events of a whole day, what comes again by its rule;
    the same bytes each time.
    """
    book = Calendar()
    book.add("prodid", "-//luocdo//lich viec//VI")
    book.add("version", "2.0")
    book.add("x-wr-calname", one_line(answer.title))
    for one in answer.assignments:
        limit = one.limit
        if limit is not None and limit.end_date:
            book.add_component(_event(one, limit, limit.last_day, answer.as_of))
        elif limit is not None and limit.recurrence and limit.start_date:
            event = _event(one, limit, limit.start_date, answer.as_of)
            event.add("rrule", vRecur.from_ical(limit.recurrence))
            book.add_component(event)
    data: bytes = book.to_ical()
    return data


def _event(one: Assignment, limit: TimeLimit, day: str, as_of: str) -> Event:
    last = datetime.date.fromisoformat(day)
    event = Event()
    key = f"{one.leaf} {limit.end_date or limit.recurrence}"
    event.add("uid", f"{sha256(key.encode()).hexdigest()[:32]}@luocdo")
    event.add("dtstamp", datetime.datetime.fromisoformat(as_of).replace(tzinfo=datetime.UTC))
    event.add("dtstart", last)
    event.add("dtend", last + datetime.timedelta(days=1))
    leads = "; ".join(role.unit for role in one.units("LED_BY"))
    words = one_line(one.text or one.top_text)
    event.add(
        "summary",
        (f"{leads}: " if leads else "")
        + (words if len(words) <= _LONGEST else words[:_LONGEST] + "…"),
    )
    printed = "; ".join(each.text for each in one.limits)
    shared = f"Giao chung: {one.via}" if one.via_relation == "MEMBER_OF" else ""
    told = (
        f"Thời hạn in: {printed}",
        shared,
        f"{one.document}, {one.place}",
        f"«{one_line(one.quote)}»",
        one.source,
    )
    event.add("description", "\n".join(one_line(line) for line in told if line))
    event.add("transp", "TRANSPARENT")
    return event
