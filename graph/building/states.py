"""How a piece of work stands (trạng thái) as a monitoring notice says: by its column, else by the
heading over its rows.

"Các nhiệm vụ … quá hạn chưa hoàn thành" over a table tells the state of each of its rows. What a
row's own column says goes first; the words are those of `Meaning.WORK_STATE`. Nobody is late or
done by inference.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning, Scope, phrases
from luocdo.graph.vocabulary.matching import plain

if TYPE_CHECKING:
    from luocdo.graph.records import TaskRecord

_ENDS = ".,;:(\n"
# What a heading counts whose state it tells; "thông báo việc đã hoàn thành nghĩa vụ" tells of a
# citizen's debt.
_WORK = ("nhiệm vụ", "công việc", "nội dung", "đề án", "ý kiến chỉ đạo", "kết luận")


def state_of(task: TaskRecord) -> str | None:
    """Return the state of a row: "đã hoàn thành", "hoàn thành quá hạn", "đang thực hiện", or "quá
    hạn chưa hoàn thành".
    """
    return (
        _of_cell(task.progress or "")
        or _of_cell(task.result or "")
        or _of_heading(task.section or "")
    )


@lru_cache(maxsize=4096)
def _of_cell(words: str) -> str | None:
    """Return the state that a cell is, or begins with before a stop: "Đã hoàn thành. …", not "Đã
    hoàn thành nâng cấp …".
    """
    text = plain(words.strip().lower())
    first = next(iter(phrases(Meaning.WORK_STATE).find(text)), None)
    if first is None or first.start > 0:
        return None
    rest = text[first.end :].strip(" ")
    return first.term.value if not rest or rest[0] in _ENDS else None


@lru_cache(maxsize=4096)
def _of_heading(words: str) -> str | None:
    """Return the one state that a heading tells of the work below it; of several ("đã hoàn thành
    và đang thực hiện") none.
    """
    text = plain(words.lower())
    hits = [hit for hit in phrases(Meaning.WORK_STATE).find(text) if Scope.HEAD in hit.term.scopes]
    found = {hit.term.value for hit in hits if _is_of_work(text[: hit.start])}
    return found.pop() if len(found) == 1 and len({hit.term.value for hit in hits}) == 1 else None


def _is_of_work(before: str) -> bool:
    """Return whether what stands before a state in a heading is nothing but its number, or names
    work.
    """
    *_, last = before.rstrip().rpartition(".")
    return not last.strip(" -–)") or any(plain(noun) in before for noun in _WORK)
