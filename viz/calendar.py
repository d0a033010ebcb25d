"""What is due as a calendar (lịch): one event an assignment, its sentence with it; RFC 5545, for Outlook and Google."""

from __future__ import annotations

import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from luocdo.viz.words import one_line

if TYPE_CHECKING:
    from luocdo.graph.answers import Answer, Assignment

_LONGEST = 120


def calendar_file(answer: Answer) -> bytes:
    """Return the dated assignments of ``answer`` as events of a whole day, the same bytes for the same answer."""
    book = Calendar()
    book.add("prodid", "-//luocdo//lich viec//VI")
    book.add("version", "2.0")
    book.add("x-wr-calname", one_line(answer.title))
    for one in answer.assignments:
        if one.limit is not None and one.limit.end_date:
            book.add_component(_event(one, one.limit.end_date, answer.as_of))
    data: bytes = book.to_ical()
    return data


def _event(one: Assignment, end: str, as_of: str) -> Event:
    last = datetime.date.fromisoformat(one.limit.last_day if one.limit else end)
    event = Event()
    event.add("uid", f"{sha256(f'{one.leaf} {end}'.encode()).hexdigest()[:32]}@luocdo")
    event.add("dtstamp", datetime.datetime.fromisoformat(as_of).replace(tzinfo=datetime.UTC))
    event.add("dtstart", last)
    event.add("dtend", last + datetime.timedelta(days=1))
    leads = "; ".join(role.unit for role in one.units("LED_BY"))
    words = one_line(one.text or one.top_text)
    event.add(
        "summary", (f"{leads}: " if leads else "") + (words if len(words) <= _LONGEST else words[:_LONGEST] + "…")
    )
    limit = "; ".join(each.text for each in one.limits)
    told = (f"Thời hạn in: {limit}", f"{one.document}, {one.place}", f"«{one_line(one.quote)}»", one.source)
    event.add("description", "\n".join(one_line(line) for line in told))
    event.add("transp", "TRANSPARENT")
    return event
