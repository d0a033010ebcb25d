"""States of an assignment (tình trạng): their words for a reader, in the order in which they are
counted.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.graph.answers import Assignment, State

STATES: dict[State, tuple[str, str]] = {
    "overdue": ("đã qua hạn, chưa có thông tin kết quả", "past due, no news of results"),
    "late": ("chậm, chưa hoàn thành theo báo cáo", "late, as reported"),
    "underway": ("đang thực hiện, theo báo cáo", "under way, as reported"),
    "open": ("còn hạn", "open"),
    "recurring": ("định kỳ", "recurring"),
    "ongoing": ("thường xuyên", "ongoing"),
    "lapsed": ("hết giai đoạn của văn bản", "its document's period is over"),
    "conditional": ("theo điều kiện", "on a condition"),
    "invalid": ("hạn in sai", "impossible date"),
    "none": ("không ghi hạn", "no date"),
    "done": ("đã hoàn thành", "done"),
}

# Signs of the states: colour alone tells nothing to many readers.
SIGNS: dict[State, str] = {
    "overdue": "▲",
    "late": "▲",
    "underway": "●",
    "open": "●",
    "recurring": "↻",
    "ongoing": "↻",
    "lapsed": "○",
    "conditional": "◇",
    "invalid": "✗",
    "none": "–",
    "done": "✓",
}


def counts(assignments: Iterable[Assignment]) -> list[tuple[State, int]]:
    """Return how many assignments are in each state, those that occur, in the order of
    `STATES`.
    """
    found: Counter[State] = Counter(one.state for one in assignments)
    return [(state, found[state]) for state in STATES if found[state]]


def state_words(state: State, number: int, english: int) -> str:
    """Return how many are in a state, in words."""
    return f"{number} {STATES[state][english]}"
