"""Money in prose (kinh phí trong thân văn bản): sums that a clause on funding names, with their
parts.

Numbers are Vietnamese: "248.540 tỷ đồng" is 248,540 billion. A clause on funding says so itself or
stands below a heading that does; thresholds ("từ 500 triệu đồng trở lên") and sums in legal norms
fund nothing. Parts are the items below a sum that ends in a colon. What does not add up is
reported, never mended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.records import AllocationRecord, Issue
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.text.clauses import Clause

_UNITS = {"": 1, "nghin": 10**3, "ngan": 10**3, "trieu": 10**6, "ty": 10**9, "ti": 10**9}
_UNITS |= {
    f"{name} ty": factor * 10**9
    for name, factor in (("nghin", 10**3), ("ngan", 10**3), ("trieu", 10**6))
}
SUM = re.compile(
    r"(?i)(?P<number>\d(?<![\d.,/]\d)(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d*(?:,\d+)?))\s*(?P<unit>(?:nghin|ngan|trieu)\s+t[yi]|nghin|ngan|trieu|t[yi]|)\s*dong\b"
)
_FUNDING = re.compile(
    r"(?i)\b(?:kinh\s+phi|von|du\s+toan|ngan\s+sach|nguon\s+luc\s+tai\s+chinh|tong\s+muc\s+dau\s+tu)\b"
)
_ROUGH = re.compile(r"(?i)\bkhoang\b")
_THRESHOLD = re.compile(  # with accents: thuế is not thuê, phạt not phát
    r"(?i)\btrở\s+(?:lên|xuống)\b|\bđiểm\b|\bthuế\b|\bphạt\b|\bdoanh\s+thu\b|\bthu\s+nhập\b|\bthiệt\s+hại\b"
)
_YEAR = re.compile(r"(?i)(?<!tu )(?<!den )\bnam\s+(20\d\d)\b(?!\s*(?:-|den)\s*\d)")
_RANGE = re.compile(r"(?i)\s*(?:-|den)\s*\d")
_OPENS = re.compile(r"(?i)^\W*(?:trong\s+do|bao\s+gom|gom|cu\s+the|chia\s+ra)[^.;]{0,60}:\W*$")
_INNER = re.compile(
    r"(?i)\b(?:trong\s+do|bao\s+gom|gom)\b"
)  # "…, trong đó ngân sách trung ương 60 tỷ đồng, …"
_PRODUCT = re.compile(r"=\s*$")
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class MoneyReading:
    """The sums of the body, and those that do not add up."""

    allocations: tuple[AllocationRecord, ...] = ()
    issues: tuple[Issue, ...] = ()


def read_money(context: ReadingContext, clauses: tuple[Clause, ...]) -> MoneyReading:
    """Read the sums that ``clauses`` grant or plan; legal norms grant none."""
    if context.header.nature == "normative":
        return MoneyReading()
    text = bare(context.page.flat)
    sums: list[_Sum] = []
    for clause in clauses:
        whole = next((one for one in reversed(sums) if one.holds(clause)), None)
        allocation = _allocation(context, text, clause, listed=whole is not None)
        if allocation is None:
            for one in sums[-1:]:
                one.pass_over(clause, bare(clause.text))
        elif whole is None:
            sums.append(_Sum(clause, allocation))
        else:
            whole.parts.append(allocation)
    return MoneyReading(
        tuple(one.record for one in sums),
        tuple(issue for one in sums if (issue := _mismatch(one))),
    )


class _Sum:
    """A sum being read: the items that follow are its parts while its list is open."""

    def __init__(self, clause: Clause, printed: AllocationRecord) -> None:
        self.clause, self.printed = clause, printed
        self.parts: list[AllocationRecord] = list(printed.parts)
        self.inner = bool(printed.parts)
        self._lists = clause.text.rstrip(" *_").endswith(":")
        self._open = True
        self.unstated = False

    @property
    def record(self) -> AllocationRecord:
        return msgspec.structs.replace(self.printed, parts=tuple(self.parts))

    def holds(self, clause: Clause) -> bool:
        """Tell a part: it stands under the sum, or is an item of the list that the sum or "Trong
        đó:" opens.
        """
        if not self._lists:
            return False
        return self.clause in clause.above or (
            self._open and clause.is_item and not self.clause.is_item
        )

    def pass_over(self, clause: Clause, words: str) -> None:
        """Read on over a clause without a sum: "Trong đó:" opens the list, anything but an item
        closes it.
        """
        if self._open and not self.parts and _OPENS.match(words):
            self._lists = True
        elif not clause.is_item:
            self._open = False
        elif self._open and self._lists:
            self.unstated = True


def _allocation(
    context: ReadingContext, text: str, clause: Clause, *, listed: bool
) -> AllocationRecord | None:
    words = text[clause.span.start : clause.span.end]
    hits = list(SUM.finditer(text, clause.span.start, clause.span.end))
    hit = next(
        (one for one in hits if _PRODUCT.search(text[clause.span.start : one.start()])),
        hits[0] if hits else None,
    )
    if (
        hit is None
        or _THRESHOLD.search(context.page.flat, clause.span.start, clause.span.end)
        or not (listed or _is_funding(text, clause))
    ):
        return None
    sentence = _sentence(context, text, clause.span, hit)
    parts = tuple(_inner_parts(context, text, clause, hit, sentence))
    years = set(_YEAR.findall(_INNER.split(words)[0] if parts else words))
    return AllocationRecord(
        text=context.page.text(sentence).strip(" .;:"),
        evidence=context.page.evidence(
            clause.place, sentence, printed=context.page.trim(Span(hit.start(), hit.end()))
        ),
        place=clause.place,
        amount=None if _RANGE.match(text, hit.end(), clause.span.end) else amount_of(hit),
        unit=context.page.text(Span(hit.start("unit"), hit.end())),
        year=int(years.pop()) if len(years) == 1 else None,
        parts=parts,
    )


def _inner_parts(
    context: ReadingContext, text: str, clause: Clause, whole: re.Match[str], sentence: Span
) -> Iterator[AllocationRecord]:
    """Yield the parts that the sum's own sentence names: "100 tỷ đồng, trong đó ngân sách trung
    ương 60 tỷ đồng; …".
    """
    opened = _INNER.search(text, whole.end(), sentence.end)
    if opened is None or SUM.search(text, whole.end(), opened.start()):
        return
    start = opened.end()
    for hit in SUM.finditer(text, opened.end(), sentence.end):
        span = context.page.trim(Span(start, hit.end()))
        years = set(_YEAR.findall(text[span.start : span.end]))
        yield AllocationRecord(
            text=context.page.text(span).strip(" .;:,-+").removeprefix("và ").lstrip(),
            evidence=context.page.evidence(
                clause.place, span, printed=context.page.trim(Span(hit.start(), hit.end()))
            ),
            place=clause.place,
            amount=None if _RANGE.match(text, hit.end(), sentence.end) else amount_of(hit),
            unit=context.page.text(Span(hit.start("unit"), hit.end())),
            year=int(years.pop()) if len(years) == 1 else None,
        )
        start = hit.end()


def _sentence(context: ReadingContext, text: str, span: Span, hit: re.Match[str]) -> Span:
    """Return the sentence of the sum: from the last full stop before it to the first
    one behind.
    """
    stops = list(re.finditer(r"(?<=[^\sA-Z0-9])\.\s+(?=[A-Z])", text[span.start : span.end]))
    start = max(
        (span.start + stop.end() for stop in stops if span.start + stop.end() <= hit.start()),
        default=span.start,
    )
    end = min(
        (span.start + stop.end() for stop in stops if span.start + stop.start() >= hit.end()),
        default=span.end,
    )
    return context.page.trim(Span(start, end))


def _is_funding(text: str, clause: Clause) -> bool:
    if _FUNDING.search(text, clause.span.start, clause.span.end):
        return True
    heads = (" ".join(text[one.span.start : one.span.end].split()) for one in clause.above)
    return any(_FUNDING.search(head) for head in heads if len(head) < _LONGEST_HEADING)


def amount_of(hit: re.Match[str]) -> int:
    """Return the đồng of a match of `SUM`."""
    number = Decimal(hit["number"].replace(".", "").replace(",", "."))
    return int(number * _UNITS[" ".join(hit["unit"].lower().split())])


def _mismatch(one: _Sum) -> Issue | None:
    """Compare a sum with its parts; rough figures ("khoảng") are not compared."""
    sum_, parts = one.record, one.parts
    unknown = any(part.amount is None for part in (sum_, *parts))
    if not parts or unknown or _ROUGH.search(bare(" ".join(part.text for part in (sum_, *parts)))):
        return None
    added = sum(part.amount or 0 for part in parts)
    if added == sum_.amount or (
        one.inner and added < (sum_.amount or 0)
    ):  # "trong đó" need not name every part
        return None
    more = "; có mục không ghi số tiền" if one.unstated else ""
    return Issue(
        kind="sum_mismatch",
        message=f"tổng in là {sum_.amount} đồng, cộng các phần được {added} đồng{more}",
        place=one.clause.place,
        quote=sum_.evidence.quote,
        from_char=sum_.evidence.from_char,
    )
