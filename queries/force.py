"""Whether documents are in force on a day (hiệu lực): by what they say of themselves and others of
them, else không rõ.

Nothing ends by inference: not with its basis, not with its period (hết giai đoạn is not hết hiệu
lực).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.answers import Note
from luocdo.graph.forces import FORCES
from luocdo.queries.as_of import is_later
from luocdo.queries.describe import UNKNOWN, date_vi, relation_vi, short_name
from luocdo.queries.document_rows import ChangesToRow
from luocdo.queries.runner import run_in_pieces

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode

_BY_DATE = "own_date"  # neither the change nor its document says from which day
_ENDING = frozenset({"REPLACES", "REPEALS"})
_NO_FORCE = "hết hiệu lực"
_LONGEST_QUOTE = 160
_LONGEST_EXCEPTION = 140


@dataclass(frozen=True, slots=True)
class Change:
    """What another document does to one: ``relation`` an edge type, ``since`` the ISO day or empty
    where none is known.
    """

    relation: str
    whole: bool
    part: str
    since: str
    by: str
    quote: str
    source: str
    by_date: bool = False

    def has_begun(self, day: str) -> bool:
        """Return whether it takes effect on ``day`` or before; where no day is said, it counts."""
        return self.since <= day

    @property
    def words(self) -> str:
        """Return it as a reader says it: "2629/QĐ-TTg thay thế từ 01/12/2025", what part behind a
        colon.
        """
        since = f"từ {date_vi(self.since)}" if self.since else f"ngày {UNKNOWN}"
        since += ", tính theo ngày ban hành" if self.since and self.by_date else ""
        part = f": {self.part}" if self.part and not self.whole else ""
        return f"{self.by} {relation_vi(self.relation)} {since}{part}{self.exception}"

    @property
    def exception(self) -> str:
        """Return what the sentence leaves in force ("…, trừ Điều 9"), as printed; "về phí, trừ
        phí đường bộ hết hiệu lực" is a title.
        """
        _, found, left = " ".join(self.quote.split()).rpartition(", trừ ")
        if not found or self.relation not in _ENDING or _NO_FORCE in left:
            return ""
        return f", trừ {left[:_LONGEST_EXCEPTION].rstrip(' .;')}" + (
            "…" if left[_LONGEST_EXCEPTION:] else ""
        )

    @property
    def evidence(self) -> Note:
        """Return the sentence that says so."""
        quote = " ".join(self.quote.split())
        cut = quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1].rstrip() + "…"
        return Note(f"    «{cut}» {self.source}")


class Force(NamedTuple):
    """The force of a document on a day: its ``key`` in `FORCES`, in ``words`` with day and
    document, the changes that prove it.
    """

    key: str
    words: str
    said: tuple[Change, ...] = ()


def changes_to(
    store: Store, documents: Iterable[str], as_of: datetime.date
) -> dict[str, tuple[Change, ...]]:
    """Return what is done to each of ``documents`` (ids) by others that were issued by ``as_of``,
    the earliest first.
    """
    asked = sorted(set(documents))
    found: dict[str, dict[tuple[str, str, str], Change]] = {}
    rows = run_in_pieces(store, ChangesToRow, "documents", asked)
    for row in (row for row in rows if not is_later(row.other.date, as_of)):
        change = _change(row)
        found.setdefault(row.document_id, {}).setdefault(
            (change.relation, change.by, change.part), change
        )
    return {document: tuple(changes.values()) for document, changes in found.items()}


def ending(changes: Iterable[Change], as_of: datetime.date) -> Change | None:
    """Return what has ended a document as a whole by the day ``as_of``."""
    day = as_of.isoformat()
    return next(
        (one for one in changes if one.relation in _ENDING and one.whole and one.has_begun(day)),
        None,
    )


def force_notes(store: Store, document: DocumentNode, as_of: datetime.date) -> tuple[Note, ...]:
    """Say whether ``document`` (a node) is in force on the day ``as_of``, with the sentences that
    say so.
    """
    changes = changes_to(store, [document.id], as_of).get(document.id, ())
    force = _force(document, changes, as_of)
    more = [
        force.words,
        *_still_to_come(changes, as_of),
        *_amended(changes, as_of),
        *_period(document, as_of),
    ]
    return (Note(f"Hiệu lực: {'; '.join(more)}."), *(one.evidence for one in force.said))


def force_of(
    store: Store, documents: Iterable[DocumentNode], as_of: datetime.date
) -> dict[str, Force]:
    """Return the force of each of ``documents`` (nodes) on the day ``as_of``, by its id."""
    each = list(documents)
    changes = changes_to(store, [one.id for one in each], as_of)
    return {one.id: _force(one, changes.get(one.id, ()), as_of) for one in each}


def _force(document: DocumentNode, changes: tuple[Change, ...], as_of: datetime.date) -> Force:
    day, begins = as_of.isoformat(), document.effective_from
    if over := ending(changes, as_of):
        state = "hết hiệu lực" if over.exception else "hết toàn bộ"
        return Force("ended", f"{state} ({over.words})", (over,))
    if itself := _of_itself(document, day):
        return itself
    begun = [one for one in changes if one.has_begun(day)]
    suspended = tuple(one for one in begun if one.relation == "SUSPENDS")
    partly = tuple(one for one in begun if one.relation in _ENDING and not one.whole)
    for key, said in (("suspended", suspended), ("partly", partly)):
        if said:
            return Force(key, f"{FORCES[key][0]} ({'; '.join(one.words for one in said)})", said)
    if not begins:
        return Force("unknown", UNKNOWN)
    since = (
        f"có từ {date_vi(begins)} theo chính văn bản{_excepted(document)}, kho chưa có văn bản nào"
        " thay thế hay bãi bỏ"
    )
    return Force("in-force", since)


def _excepted(document: DocumentNode) -> str:
    """Return what the document excepts from its day of effect, as it prints it."""
    words = document.effective_except
    if not words:
        return ""
    return f" ({words})"


def _of_itself(document: DocumentNode, day: str) -> Force | None:
    """Say what a document says of its own end or beginning: over, or not yet in force; else
    nothing.
    """
    begins, ends = document.effective_from, document.effective_to
    if ends and ends <= day:
        return Force("ended", f"hết toàn bộ từ {date_vi(ends)} theo chính văn bản")
    if document.draft:
        return Force("not-yet", "chưa có hiệu lực (dự thảo)")
    if begins > day:
        return Force(
            "not-yet",
            f"chưa có hiệu lực, có từ {date_vi(begins)} theo chính văn bản{_excepted(document)}",
        )
    return None


def _still_to_come(changes: tuple[Change, ...], as_of: datetime.date) -> tuple[str, ...]:
    day = as_of.isoformat()
    coming = [
        one for one in changes if one.relation in _ENDING and one.whole and not one.has_begun(day)
    ]
    return tuple(f"sẽ hết toàn bộ ({one.words})" for one in coming[:1])


def _amended(changes: tuple[Change, ...], as_of: datetime.date) -> tuple[str, ...]:
    day = as_of.isoformat()
    names = dict.fromkeys(
        one.by for one in changes if one.relation == "AMENDS" and one.has_begun(day)
    )
    return (f"đã được sửa đổi, bổ sung bởi {', '.join(names)}",) if names else ()


def _period(document: DocumentNode, as_of: datetime.date) -> tuple[str, ...]:
    start, end = document.period_start, document.period_end
    years = "–".join(dict.fromkeys(day[:4] for day in (start, end) if day))
    return (f"hết giai đoạn {years}",) if end and end < as_of.isoformat() else ()


def _change(row: ChangesToRow) -> Change:
    return Change(
        relation=row.relation,
        whole=row.extent != "part",
        part=row.part.strip(),
        since=row.effective_on,
        by_date=row.effective_by == _BY_DATE,
        by=short_name(row.other),
        quote=row.quote,
        source=row.source,
    )
