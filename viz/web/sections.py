"""An answer cut into sections of a page (khối): what to act on open, the rest folded with its
counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.answers import BLOCKS, ROLES
from luocdo.viz.states import STATES, counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from luocdo.graph.answers import Answer, Assignment, Block, State

_PAST = ("overdue", "late")
_MOST_OPENED = 60  # assignments: a longer section stands folded, its counts in sight
_ROLE_TITLES = {
    "LED_BY": ("Chủ trì", "Leads"),
    "COORDINATED_BY": ("Phối hợp", "Coordinates"),
    "APPROVED_BY": ("Phê duyệt", "Approves"),
    "REPORTS_TO": ("Nhận báo cáo", "Receives reports"),
    "NAMED_PARTNER": ("Được nêu trong nội dung", "Named in the words"),
}
_FOLDED: tuple[tuple[str, Block, tuple[str, str]], ...] = (
    (
        "duties",
        "duties",
        ("Trách nhiệm khác, trong thân văn bản", "Other duties, in body clauses"),
    ),
    ("groups", "inferred", ("Giao chung, qua tên gọi tập thể", "Through collective names")),
)


@dataclass(frozen=True, slots=True)
class Section:
    """Assignments under one heading; ``opened`` from the start, or folded with their count."""

    key: str
    title: tuple[str, str]
    assignments: tuple[Assignment, ...]
    opened: bool = True

    @property
    def states(self) -> list[tuple[State, int]]:
        """Return how they stand."""
        return counts(self.assignments)

    @property
    def rows(self) -> int:
        """Return how many printed rows they are: assignments and rows are never added up."""
        return len({one.top for one in self.assignments})


def sections(answer: Answer, flags: Iterable[str], role: str = "") -> tuple[Section, ...]:
    """Return the sections of ``answer`` that hold something; ``flags`` and a ``role`` open what is
    folded.
    """
    asked = frozenset((*flags, *(edge for edge, words in ROLES.items() if words[0] == role)))
    made: Callable[[Answer, frozenset[str]], Sequence[Section]] = {"unit": _unit}.get(
        answer.kind, _blocks
    )
    found = [one for one in made(answer, asked) if one.assignments]
    if (
        found
        and not any(one.opened for one in found)
        and len(found[0].assignments) <= _MOST_OPENED
    ):
        found[0] = replace(
            found[0], opened=True
        )  # a page of folded headings alone answers nothing
    return tuple(found)


def _unit(answer: Answer, flags: frozenset[str]) -> list[Section]:
    mine = [one for one in answer.assignments if one.block != "draft"]
    roles = [one for role in _ROLE_TITLES for one in _of_role(answer.subject, mine, role, flags)]
    folded = (
        Section(key, title, tuple(one for one in mine if one.block == block), opened=key in flags)
        for key, block, title in _FOLDED
    )
    return [*roles, *folded, *_drafts(answer)]


def _of_role(
    subject: str, mine: Sequence[Assignment], role: str, flags: frozenset[str]
) -> Sequence[Section]:
    """Return what a unit holds in a role: what is still to be done, and what is past due."""
    title = _ROLE_TITLES[role]
    over = (f"{title[0]}: {STATES['overdue'][0]}", f"{title[1]}: past due")
    block = "words" if role == "NAMED_PARTNER" else "stated"
    held = [one for one in mine if one.block == block and _holds(one, subject, role)]
    near = tuple(one for one in held if one.state not in _PAST)
    past = tuple(one for one in held if one.state in _PAST)
    leads = role == "LED_BY"
    return (
        Section(role, title, near, opened=leads or role in flags),
        Section(f"{role}-past", over, past, opened=leads and "past" in flags),
    )


def _holds(one: Assignment, subject: str, role: str) -> bool:
    return any(each.role == role and each.unit_id == subject for each in one.roles)


def _blocks(answer: Answer, flags: frozenset[str]) -> list[Section]:
    found = [
        Section(
            block,
            _sentence(BLOCKS[block]),
            answer.block(block),
            opened=_opened(answer, block, flags),
        )
        for block in BLOCKS
        if block != "draft"
    ]
    return [*found, *_drafts(answer)]


def _opened(answer: Answer, block: Block, flags: frozenset[str]) -> bool:
    if block == "duties":
        return "duties" in flags
    return len(answer.block(block)) <= _MOST_OPENED


def _drafts(answer: Answer) -> list[Section]:
    return [Section("draft", _sentence(BLOCKS["draft"]), answer.block("draft"))]


def _sentence(title: tuple[str, str]) -> tuple[str, str]:
    return title[0].capitalize(), title[1].capitalize()
