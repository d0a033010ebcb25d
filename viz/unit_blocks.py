"""What a unit has to do, on a screen (việc của đơn vị): its role asked for, what it took over, the
rest as counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.viz.blocks import assignment_block, draft_blocks
from luocdo.viz.lines import PAST, state_counts
from luocdo.viz.words import heading, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from luocdo.graph.answers import Answer, Assignment
    from luocdo.viz.blocks import Block, View

_ROLES = {
    "LED_BY": "CHỦ TRÌ",
    "COORDINATED_BY": "PHỐI HỢP",
    "APPROVED_BY": "PHÊ DUYỆT",
    "REPORTS_TO": "NHẬN BÁO CÁO",
    "NAMED_PARTNER": "ĐƯỢC NÊU TRONG NỘI DUNG",
}
_OPTIONS = {
    "COORDINATED_BY": "coordinate",
    "APPROVED_BY": "approve",
    "REPORTS_TO": "report_to",
    "NAMED_PARTNER": "partner",
}


def _own_work(answer: Answer, shown: list[Assignment], lang: str, view: View) -> Iterator[Block]:
    """Show what the unit does in the role asked for; what is past as a count."""
    past = [one for one in shown if one.state in PAST]
    near = [one for one in shown if one.state not in PAST or view.past]
    title = f"{heading(_ROLES[view.role], lang)} {len(shown)} {heading('phân công', lang)}"
    yield [joined(piece for piece in (title, state_counts(shown, lang)) if piece)]
    yield assignment_block(near, lang, view, subject=answer.subject)
    if past and not view.past:
        option = f" --role {_OPTIONS[view.role]}" if view.role in _OPTIONS else ""
        counts = f"{heading('đã qua hạn', lang)}  {len(past)} {_years(past, lang)}"
        yield [f" {counts}    {answer.command}{option} --past"]


def unit_blocks(answer: Answer, lang: str, view: View) -> list[Block]:
    """Return what the unit does in the role asked for, what was opened beside it, the rest
    as counts.
    """
    mine = [one for one in answer.assignments if one.block != "draft"]
    shown = _in_role(mine, answer.subject, view.role)
    blocks = [*_own_work(answer, shown, lang, view), *_inherited(answer, lang, view)]
    duties = [
        one for one in answer.assignments if one.block == "duties" and _acts(one, answer.subject)
    ]
    groups = [one for one in answer.assignments if one.block == "inferred"]
    for title, found, opened in (
        ("TRÁCH NHIỆM KHÁC (thân văn bản)", duties, view.duties),
        ("GIAO CHUNG (thân văn bản)", _shared(answer), view.duties and bool(_shared(answer))),
        ("GIAO CHUNG", groups, view.groups),
    ):
        if opened:
            blocks += [
                [f"{heading(title, lang)} {len(found)}"],
                assignment_block(found, lang, view, subject=answer.subject),
            ]
    return [
        *blocks,
        [_rest(answer, mine, duties, groups, lang)],
        *draft_blocks(answer, lang, view),
    ]


def _inherited(answer: Answer, lang: str, view: View) -> list[Block]:
    """Show what the unit took over, under the old name of each unit it came from."""
    taken = answer.block("inherited")
    each = (
        [one for one in taken if one.via == via] for via in dict.fromkeys(one.via for one in taken)
    )
    return [block for own in each for block in _inherited_from(answer, own, lang, view)]


def _inherited_from(
    answer: Answer, own: list[Assignment], lang: str, view: View
) -> Iterator[Block]:
    via = own[0].via
    title = f"{heading('THỪA KẾ', lang)} {len(own)} {heading('phân công', lang)} · {via}"
    near = [one for one in own if one.state not in PAST or view.past]
    old = next(
        (role.unit_id for role in own[0].roles if via.startswith(f"{role.display} (")),
        answer.subject,
    )
    yield [joined(piece for piece in (title, state_counts(own, lang)) if piece)]
    if near:
        yield assignment_block(near, lang, view, subject=old)
    if len(near) < len(own):
        yield [
            f" {heading('đã qua hạn', lang)}  {len(own) - len(near)}    {answer.command} --past"
        ]


def _years(past: Sequence[Assignment], lang: str) -> str:
    years = [one.limit.end_date[:4] for one in past if one.limit]
    counts = joined(f"{year}: {years.count(year)}" for year in sorted(set(years)))
    return f"{heading('phân công', lang)} ({counts})"


def _rest(
    answer: Answer,
    mine: Sequence[Assignment],
    duties: Sequence[Assignment],
    groups: Sequence[Assignment],
    lang: str,
) -> str:
    led = [
        one
        for one in groups
        if any(role.role == "LED_BY" and role.kind == "nhóm" for role in one.roles)
    ]
    shared = len(_shared(answer))
    more = f", {shared} {heading('giao chung', lang)}" if shared else ""
    pieces = [
        f"{heading('TRÁCH NHIỆM KHÁC (thân văn bản)', lang)} {len(duties)}{more}"
        + (" --duties" if duties or shared else "")
    ]
    pieces += [
        f"{heading('GIAO CHUNG', lang)} {len(led)} {heading('chủ trì', lang)},"
        f" {len(groups) - len(led)} {heading('phối hợp', lang)}" + (" --groups" if groups else "")
    ]
    for role, option in _OPTIONS.items():
        if found := _in_role(mine, answer.subject, role):
            pieces.append(f"{heading(_ROLES[role], lang)} {len(found)} --role {option}")
    return joined(pieces)


def _shared(answer: Answer) -> list[Assignment]:
    """Return the duties of body clauses that fall to the unit through a collective name only."""
    duties = (one for one in answer.assignments if one.block == "duties")
    return [one for one in duties if all(role.unit_id != answer.subject for role in one.roles)]


def _acts(one: Assignment, subject: str) -> bool:
    """Return whether the unit itself acts: whoever only receives a report has no duty."""
    return any(
        role.unit_id == subject and role.role in ("LED_BY", "COORDINATED_BY") for role in one.roles
    )


def _in_role(assignments: Iterable[Assignment], subject: str, role: str) -> list[Assignment]:
    block = "words" if role == "NAMED_PARTNER" else "stated"
    return [
        one
        for one in assignments
        if one.block == block
        and any(each.role == role and each.unit_id == subject for each in one.roles)
    ]
