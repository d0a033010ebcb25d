"""Assignments as lines of a table (dòng phân công): the clerk's words, one row per printed
assignment.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from luocdo.viz.tables import terminal_width, text_table
from luocdo.viz.words import cut, heading, joined, line_in, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from luocdo.graph.answers import Assignment, Role

_STATES: dict[str, str] = {
    "overdue": "đã qua hạn (chưa có thông tin kết quả)",
    "late": "chậm, chưa hoàn thành theo báo cáo",
    "underway": "đang thực hiện, theo báo cáo",
    "open": "còn hạn",
    "recurring": "định kỳ",
    "ongoing": "thường xuyên",
    "lapsed": "hết giai đoạn",
    "conditional": "theo điều kiện",
    "invalid": "hạn in sai",
    "none": "không ghi hạn",
    "done": "đã hoàn thành",
}
_NO_LIMIT = "không ghi"
_EVERY_YEAR = "FREQ=YEARLY"
_MARKS = {"inherited": "theo ô gộp", "corrected": "sửa lỗi in", "inferred": "suy ra"}
_SOFT = {"đề nghị", "khuyến khích", "yêu cầu"}
_LIMIT = 48  # letters of a limit as it is printed
PAST = frozenset({"overdue", "late"})


def state_counts(assignments: Sequence[Assignment], lang: str) -> str:
    """Return the counts of states: "16 đã qua hạn (chưa có thông tin kết quả) · 17 còn hạn · 2
    hằng năm".
    """
    counts: Counter[str] = Counter(one.state for one in assignments)
    words = _STATES | ({"recurring": "hằng năm"} if _all_yearly(assignments) else {})
    return joined(
        f"{counts[state]} {heading(words[state], lang)}" for state in _STATES if counts[state]
    )


def _all_yearly(assignments: Iterable[Assignment]) -> bool:
    """Return whether all that returns does so each year: "định kỳ 6 tháng" does not, nor does
    "định kỳ" alone.
    """
    limits = (one.limit for one in assignments)
    return all(
        (one.recurrence or "").startswith(_EVERY_YEAR)
        for one in limits
        if one and one.kind == "recurring"
    )


def counted(assignments: Sequence[Assignment], lang: str) -> str:
    """Return how many: "54 phân công, 26 nhiệm vụ"; leaves and printed rows are never added up."""
    tops = len({one.top for one in assignments})
    return f"{len(assignments)} {heading('phân công', lang)}, {tops} {heading('nhiệm vụ', lang)}"


def leads_table(
    assignments: Sequence[Assignment], lang: str, limit: int | None = None
) -> list[str]:
    """Return who leads how many, by state: still open, recurring, past; who holds a unit's
    functions now beside it.
    """
    groups: dict[Role, list[Assignment]] = defaultdict(list)
    first: dict[str, Role] = {}
    for one in assignments:
        for role in {role.unit_id: role for role in one.units("LED_BY")}.values():
            groups[first.setdefault(role.unit_id, role)].append(one)
    most = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0].display))
    bodies = {role.display.partition(" · ")[2] for role in groups}
    body = next(iter(bodies)) if len(bodies) == 1 else ""
    shown = most if limit is None else most[:limit]
    rows = [
        [role.unit if body else role.display, *_counts(found), _holders(role, lang)]
        for role, found in shown
    ]
    left = len(most) - len(shown)
    heads = (
        "Đơn vị",
        "Phân công",
        "còn hạn",
        "định kỳ, thường xuyên",
        "đã qua hạn",
        "khác",
        "Nay là",
    )
    kept = [
        at
        for at in range(len(heads))
        if at not in (5, 6) or any(row[at] not in ("", "0") for row in rows)
    ]
    title = f"{heading('AI CHỦ TRÌ', lang)} ({counted(assignments, lang)})" + (
        f" · {body}" if body else ""
    )
    return [
        title,
        *text_table(
            [heading(heads[at], lang) for at in kept],
            [[one_line(row[at]) for at in kept] for row in rows],
        ),
        *(
            [f" … {heading('còn', lang)} {left} {heading('đơn vị', lang)}    --full"]
            if left
            else []
        ),
    ]


def _counts(found: Sequence[Assignment]) -> list[str]:
    states: Counter[str] = Counter(one.state for one in found)
    known = [
        states["open"],
        states["recurring"] + states["ongoing"],
        states["overdue"] + states["late"],
    ]
    return [str(number) for number in (len(found), *known, len(found) - sum(known))]


def _holders(role: Role, lang: str) -> str:
    partly = f" ({heading('chưa xác định phần nào', lang)})"
    return "; ".join(
        one.name.partition(" · ")[0] + (partly if one.partly else "") for one in role.holders
    )


def assignment_table(
    assignments: Sequence[Assignment],
    lang: str,
    *,
    subject: str = "",
    evidence: bool = False,
    leads: bool = False,
    numbers: Mapping[int, int] | None = None,
) -> list[str]:
    """Return a row per assignment; with ``evidence`` the proving sentence stands below each, else
    what it rests on.

    Each bears its number, by the identity of its object, where ``numbers`` are given.
    """
    leads = leads or evidence
    heads = [
        *(["Số"] if numbers else []),
        "Hạn",
        "Việc",
        "Văn bản, chỗ",
        *(["Chủ trì"] if leads else []),
        "Cùng làm",
        *([] if evidence else ["Căn cứ"]),
    ]
    rows, last = [], ""
    for one in assignments:
        cells = [str(numbers.get(id(one), ""))] if numbers else []
        cells += [_limit(one, lang), _work(one), _where(one, last, lang)]
        cells += [_names(one.units("LED_BY"), lang)] if leads else []
        cells += [_with(one, subject, lang, leads=leads)] + ([] if evidence else [_via(one, lang)])
        rows.append([one_line(cell) for cell in cells])
        last = one.document_id
    proofs = [_proof(one, lang) for one in assignments] if evidence else ()
    return text_table([heading(words, lang) for words in heads], rows, proofs)


def _fitted(words: str, most: int) -> str:
    """Shorten words for a screen; what goes into a file or to another program stays whole."""
    return words if terminal_width() is None else cut(words, most)


def _limit(one: Assignment, lang: str) -> str:
    limit = one.limit
    if limit is None:
        return heading(_NO_LIMIT, lang)
    day = "/".join(reversed(limit.end_date.split("-")))
    if not day and limit.start_date:
        day = f"{heading('từ', lang)} {limit.start_date[:4]}"
    elif limit.kind == "invalid":
        day = f"{heading('hạn in sai', lang)}: {limit.text}"
    elif not day:
        day = _fitted(limit.text, _LIMIT)
    before = f"{heading('trước', lang)} " if limit.exclusive and limit.end_date else ""
    day += f" ({heading(_STATES['lapsed'], lang)})" if limit.state == "lapsed" else ""
    return (
        before
        + day
        + (f" ({heading(_MARKS['inherited'], lang)})" if limit.reading == "inherited" else "")
    )


def _work(one: Assignment) -> str:
    soft = f"[{one.force}] " if one.force in _SOFT else ""
    product = f" → {one.products[0]}" if one.products else ""
    done = f" ({one.told})" if one.told else ""
    return soft + _fitted(one.text or one.top_text, 60) + _fitted(product, 44) + done


def _where(one: Assignment, last: str, lang: str) -> str:
    document = heading("như trên", lang) if one.document_id == last else _fitted(one.short, 40)
    return f"{document}, {_place(one)}"


def _place(one: Assignment) -> str:
    """Return where the paper has it, as far as a reader needs it: of the one annex only what
    stands below.
    """
    first, _, rest = one.place.partition(" › ")
    return (rest if first == "Phụ lục" and rest else one.place) or one.code


def _names(roles: Iterable[Role], lang: str) -> str:
    marks = {reading: f" ({heading(words, lang)})" for reading, words in _MARKS.items()}
    return "; ".join(role.unit + marks.get(role.reading, "") for role in roles)


def _with(one: Assignment, subject: str, lang: str, *, leads: bool) -> str:
    others = [] if leads else [role for role in one.units("LED_BY") if role.unit_id != subject]
    mine = any(role.unit_id == subject for role in one.units("LED_BY"))
    word = heading("đồng chủ trì", lang) if mine else heading("chủ trì", lang)
    lead = f"{word} {_names(others, lang)}" if others else ""
    helpers = _names(
        (role for role in one.units("COORDINATED_BY") if role.unit_id != subject), lang
    )
    return joined(piece for piece in (lead, helpers) if piece)


def _via(one: Assignment, lang: str) -> str:
    inferred = one.reading == "inferred" or one.via_relation == "IMPLEMENTS"
    via = one.short if one.via == one.document else one.via
    mark = f" ({heading('suy ra', lang)})" if inferred and one.via else ""
    return _fitted(via, 60) + mark + (f" [{line_in(one.standing, lang)}]" if one.standing else "")


def _proof(one: Assignment, lang: str) -> str:
    return (
        f"{_via(one, lang)} «{_fitted(one_line(one.via_quote or one.quote), 160)}»"
        f" {one.via_source or one.source}"
    )
