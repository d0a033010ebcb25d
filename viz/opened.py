"""One row opened (mở một dòng): everything an answer knows of the row that bears a number on the
screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.answers import ROLES, Answer, Table
from luocdo.graph.errors import NothingFoundError
from luocdo.viz.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.answers import Assignment, Role

_HEADS = (("Mục", "Item"), ("Nội dung", "Content"))
Item = tuple[tuple[str, str], str]


def one_row(answer: Answer, number: int, lang: str) -> Answer:
    """Return the row ``number`` of ``answer`` as a table of what is known of it.

    Raises:
        NothingFoundError: the answer has no such row.
    """
    rows = [(table, row) for table in answer.tables for row in table.rows]
    total = len(rows) + len(answer.assignments)
    if number > total:
        message = f"câu trả lời chỉ có {total} dòng"
        raise NothingFoundError(message)
    if number <= len(rows):
        table, row = rows[number - 1]
        items: list[Item] = list(zip(table.heads, row, strict=True))
    else:
        items = list(_of_assignment(answer.assignments[number - len(rows) - 1], lang))
    told = tuple((head[lang == "en"], words) for head, words in items if words)
    return Answer(
        kind="row",
        title=f"{answer.title} · dòng {number}/{total}",
        tables=(Table(("", ""), ("item", "content"), _HEADS, told),),
        as_of=answer.as_of,
        command=f"{answer.command} --row {number}",
    )


def _of_assignment(one: Assignment, lang: str) -> Iterator[Item]:
    """Yield what is known of an assignment, in the order in which one reads it."""
    yield ("Việc", "Task"), one.text or one.top_text
    if one.top_text != one.text:
        yield ("Thuộc nhiệm vụ", "Part of"), one.top_text
    yield ("Mục trong văn bản", "Section"), one.section
    for limit in one.limits:
        last = "/".join(reversed(limit.last_day.split("-")))
        yield ("Hạn", "Due"), f"{limit.text}" + (f" (ngày cuối: {last})" if last else "")
    yield ("Tình trạng", "State"), STATES[one.state][lang == "en"]
    for role, (_, name, english) in ROLES.items():
        yield (
            (name.capitalize(), english.capitalize()),
            "; ".join(_told(each) for each in one.units(role)),
        )
    yield ("Sản phẩm", "Products"), "; ".join(one.products)
    yield ("Mức độ", "Force"), one.force
    yield (
        ("Tiến độ, kết quả", "Progress, result"),
        "; ".join(filter(None, (one.told, one.result))),
    )
    yield ("Văn bản", "Document"), ("DỰ THẢO " if one.draft else "") + one.document
    yield ("Chỗ", "Place"), one.place
    yield (
        ("Căn cứ", "Through"),
        one.via + (" (suy ra)" if one.via and one.reading == "inferred" else ""),
    )
    yield ("Căn cứ nay", "Bases now"), one.standing
    yield ("Câu in", "Sentence"), f"«{' '.join(one.quote.split())}»"
    if one.via_quote and one.via_quote != one.quote:
        yield (
            ("Câu chứng minh căn cứ", "Sentence of the basis"),
            f"«{' '.join(one.via_quote.split())}»",
        )
    yield ("Tệp", "File"), "; ".join(dict.fromkeys(filter(None, (one.source, one.via_source))))


def _told(role: Role) -> str:
    """Return a unit as resolved, and as printed where that differs."""
    printed = (
        f" (in: {role.as_printed})" if role.as_printed and role.as_printed != role.unit else ""
    )
    return f"{role.display}{printed}"
