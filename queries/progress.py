"""How work stands (tiến độ): late or done where a document says so, else by the last day alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.text import fold

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.answers import State

_DONE = ("da hoan thanh", "hoan thanh")
_LATE = ("cham", "qua han")
_UNFINISHED = ("chua hoan thanh", "dang thuc hien")
_UNDERWAY = "dang thuc hien"
_UNDATED: dict[str, State] = {
    "recurring": "recurring",
    "ongoing": "ongoing",
    "conditional": "conditional",
    "invalid": "invalid",
}
_GOING_ON = frozenset({"recurring", "ongoing"})


@dataclass(frozen=True, slots=True)
class News:
    """How a piece of work stands as a document of the day ``told_on`` says; both empty where none
    does.
    """

    state: str = ""
    told_on: str = ""


def state_of(
    kind: str, end: str, news: News, as_of: datetime.date, *, exclusive: bool, until: str = ""
) -> State:
    """Say how an assignment stands: late or done only where a document says so, else by its last
    day alone.

    What a document of a later day than the last one calls unfinished is late. What comes again
    each year and what goes on end with their document's period, on the day ``until``.
    """
    said = fold(news.state)
    if said.startswith(_DONE):
        return "done"
    if said.startswith(_LATE) or (said.startswith(_UNFINISHED) and end and end < news.told_on):
        return "late"
    today = as_of.isoformat()
    if end and (end < today or (exclusive and end == today)):
        return "overdue"
    if said.startswith(_UNDERWAY):
        return "underway"
    if kind in _GOING_ON and until and until < today:
        return "lapsed"
    return "open" if end else _UNDATED.get(kind, "open")


def reported(news: News) -> State | None:
    """Return the state of work without a time limit, where a document tells it."""
    said = fold(news.state)
    if said.startswith(_DONE):
        return "done"
    if said.startswith(_LATE):
        return "late"
    return "underway" if said.startswith(_UNDERWAY) else None
