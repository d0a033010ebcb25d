"""Assignments as lines of a table (dòng phân công): the clerk's words, one row per printed assignment."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from luocdo.viz.words import cut, heading, joined, one_line, plain_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.answers import Assignment, Role

_STATES: dict[str, str] = {
    "overdue": "đã qua hạn (chưa có thông tin kết quả)",
    "late": "chậm",
    "open": "còn hạn",
    "recurring": "hằng năm",
    "ongoing": "thường xuyên",
    "conditional": "theo điều kiện",
    "invalid": "hạn in sai",
    "none": "không ghi hạn",
    "done": "đã hoàn thành",
}
_UNDATED = {"recurring": "hằng năm", "ongoing": "thường xuyên", "invalid": "hạn in sai", "none": "không ghi"}
_SOFT = {"đề nghị", "khuyến khích", "yêu cầu"}


def state_counts(assignments: Sequence[Assignment]) -> str:
    """Return the counts of states: "16 đã qua hạn (chưa có thông tin kết quả) · 17 còn hạn · 2 hằng năm"."""
    counts: Counter[str] = Counter(one.state for one in assignments)
    return joined(f"{counts[state]} {words}" for state, words in _STATES.items() if counts[state])


def leads_table(assignments: Sequence[Assignment], lang: str) -> list[str]:
    """Return who leads how many, by state: still open, recurring, past."""
    groups: dict[str, list[Assignment]] = defaultdict(list)
    for one in assignments:
        for name in dict.fromkeys(_held(role) for role in one.units("LED_BY")):
            groups[name].append(one)
    tops = len({one.top for one in assignments})
    heads = [heading(words, lang) for words in ("Đơn vị", "Phân công", "còn hạn", "hằng năm", "đã qua hạn", "khác")]
    rows = [
        [name, *_counts(found)] for name, found in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    return [
        f"{heading('AI CHỦ TRÌ', lang)} ({len(assignments)} phân công, {tops} nhiệm vụ)",
        *plain_table(heads, rows).splitlines(),
    ]


def _counts(found: Sequence[Assignment]) -> list[str]:
    states: Counter[str] = Counter(one.state for one in found)
    known = [states["open"], states["recurring"] + states["ongoing"], states["overdue"] + states["late"]]
    return [str(number) for number in (len(found), *known, len(found) - sum(known))]


def assignment_table(
    assignments: Sequence[Assignment], lang: str, *, subject: str = "", evidence: bool = False, leads: bool = False
) -> list[str]:
    """Return a row per assignment; with ``evidence`` the proving sentence stands below each."""
    if not assignments:
        return []
    heads = (
        ["Hạn", "Việc", "Văn bản, chỗ"]
        + (["Chủ trì"] if leads or evidence else [])
        + ["Cùng làm"]
        + ([] if leads else ["Căn cứ"])
    )
    rows, last = [], ""
    for one in assignments:
        cells = [_limit(one), _work(one), _where(one, last)]
        cells += [_names(one.units("LED_BY"))] if leads or evidence else []
        cells += [_with(one, subject, leads=leads or evidence)] + ([] if leads else [_via(one)])
        rows.append([one_line(cell) for cell in cells])
        last = one.document
        if evidence:
            rows.append(["", *_proof(one, len(heads) - 1)])
    return plain_table([heading(words, lang) for words in heads], rows).splitlines()


def _limit(one: Assignment) -> str:
    limit = one.limit
    if limit is None:
        return _UNDATED["none"]
    day = "/".join(reversed(limit.end_date.split("-"))) if limit.end_date else ""
    if not day:
        day = (
            f"từ {limit.start_date[:4]}"
            if limit.start_date
            else limit.text
            if limit.kind == "conditional"
            else _UNDATED.get(limit.kind, limit.text)
        )
    before = "trước " if limit.exclusive and limit.end_date else ""
    inherited = " (theo ô gộp)" if limit.reading == "inherited" else ""
    return before + day + inherited


def _work(one: Assignment) -> str:
    soft = f"[{one.force}] " if one.force in _SOFT else ""
    words = one.text if one.text and one.text != one.top_text else one.top_text
    product = f" → {one.products[0]}" if one.products else ""
    done = f" ({one.progress})" if one.progress else ""
    return soft + cut(words, 90) + cut(product, 60) + done


def _where(one: Assignment, last: str) -> str:
    place = one.code or one.place
    return f"như trên, {place}" if one.document == last else f"{cut(one.document, 40)}, {place}"


def _held(role: Role) -> str:
    return role.display + (
        " (nay: "
        + "; ".join(h.name.partition(" · ")[0] + (", chưa xác định phần nào" if h.partly else "") for h in role.holders)
        + ")"
        if role.holders
        else ""
    )


def _names(roles: Sequence[Role]) -> str:
    marks = {"inherited": " (theo ô gộp)", "corrected": " (sửa lỗi in)"}
    return "; ".join(role.unit + marks.get(role.reading, "") for role in roles)


def _with(one: Assignment, subject: str, *, leads: bool) -> str:
    others = [] if leads else [role for role in one.units("LED_BY") if role.unit_id != subject]
    mine = any(role.unit_id == subject for role in one.units("LED_BY"))
    lead = (("đồng chủ trì " if mine else "chủ trì ") + _names(others)) if others else ""
    return joined(
        piece for piece in (lead, _names([r for r in one.units("COORDINATED_BY") if r.unit_id != subject])) if piece
    )


def _via(one: Assignment) -> str:
    inferred = " (suy ra)" if one.reading == "inferred" else ""
    return one.via + inferred


def _proof(one: Assignment, width: int) -> list[str]:
    quote = one.via_quote or one.quote
    source = one.via_source or one.source
    return [f"«{cut(one_line(quote), 160)}» {source}", *[""] * (width - 1)]
