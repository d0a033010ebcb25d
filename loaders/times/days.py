"""Rules of days (ngày): a day, several days, a span of days, so many days after one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from luocdo.graph.working_days import after_working_days
from luocdo.loaders.times.rule import Rule, Words
from luocdo.loaders.times.terminals import OPENS, Figures, days
from luocdo.loaders.times.time import Time, day_of, is_day, later, recurring

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE = re.compile(r"(?i)\btru[oe]c\b")  # OCR reads ớ as é
_FIRST_FIGURE = re.compile(r"\d")
OPENS_SPAN: Final = rf"{OPENS}|(?:bat dau |ke )?tu\b"
# What was done before a day, or is reckoned up to it, has no limit there.
PAST: Final = (
    r"\bda(?: [^\W\d_]{1,12}){0,2} (?:ban hanh|ky|cong bo|thong qua|cap|phe duyet|thanh lap|tiep"
    r" nhan|nop)"
    r"|\b(?:phat sinh|xay ra|luy ke)|(?:^|[,;.(]~|so lieu |thong ke |luy ke )tinh"
    r"|\btinh tu [^,;.]{1,60}|\bduoc (?:giao|xu ly|bo tri)"
)
# "… từ ngày 01/8/2026.", "Từ ngày 01/8/2026, Sở A …": nothing of the same clause stands behind.
_LAST: Final = r"(?!{to})(?: [^\W\d_]{1,3} [^\W\d_]{1,3})?(?=[^\S\n]*(?:[.;,\n]|/\.|$))"
STARTS: Final = (
    rf"(?:bat dau|trien khai|thuc hien|hoan thanh) |{{from}}~(?:{{day}}|{{month}}){_LAST}"
)
COMING: Final = "{from}"
# What began on a day, or is counted from it, is told of things, not ordered.
TOLD: Final = r"\b(?:{dated}|{made}(?: [^\W\d_]{1,12}){1,3})"


def excludes(text: str) -> bool:
    """Return whether the words say "trước ngày …": the day itself is too late."""
    figure = _FIRST_FIGURE.search(text)
    return _BEFORE.search(text, 0, figure.start() if figure else len(text)) is not None


def completed(printed: Sequence[Figures], year: int | None) -> list[Figures]:
    """Give each figure a year: its own, the next one's in print, the one before it,
    else ``year``.
    """
    known = [one.year for one in printed]
    for at in reversed(range(len(known) - 1)):
        known[at] = known[at] or known[at + 1]
    for at in range(1, len(known)):
        known[at] = known[at] or known[at - 1]
    return [one._replace(year=own or year) for one, own in zip(printed, known, strict=True)]


def yearly_days(printed: Sequence[Figures], *, exclusive: bool) -> tuple[Time, ...]:
    """Return days that come back each year, a rule for each."""
    rules = [
        f"FREQ=YEARLY;BYMONTH={one.month};BYMONTHDAY={one.day}"
        for one in printed
        if is_day(2024, *one[1:])
    ]
    return (
        (recurring(*rules, exclusive=exclusive),)
        if len(rules) == len(printed)
        else (Time("invalid"),)
    )


def read_days(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read one day or several; several without any year are those of every year."""
    printed, exclusive = days(hit[0]), excludes(hit[0])
    guessed = all(one.year is None for one in printed)
    if guessed and year is None:
        return yearly_days(printed, exclusive=exclusive) if len(printed) > 1 else ()
    found = [
        day_of(one.year, one.month, one.day, exclusive=exclusive)
        for one in completed(printed, year)
        if one.year is not None
    ]
    return tuple(one.guessed() for one in found) if guessed else tuple(found)


def _days_of_month(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "ngày 20, 21/5/2026": days in a row are a span, others each a day."""
    last = completed(days(hit[0])[-1:], year)[0]
    numbers = [*map(int, re.findall(r"\d+", hit["list"])), last.day]
    if last.year is None:
        return ()
    found = [
        day_of(last.year, last.month, number, exclusive=excludes(hit[0])) for number in numbers
    ]
    begin, end = found[0].end, found[-1].end
    if begin and end and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return (Time("period", begin, end),)
    return tuple(found)


def _span(hit: Words, year: int | None) -> tuple[Time, ...]:
    printed = days(hit[0])
    if hit["first"]:
        printed = [printed[-1]._replace(day=int(hit["first"])), printed[-1]]
    first, last = completed(printed, year)[-2:]
    if first.year is None or last.year is None:
        return ()
    if printed[0].year is None and first[1:] > last[1:]:
        first = first._replace(year=first.year - 1)
    begin, end = (day_of(one.year or 0, one.month, one.day) for one in (first, last))
    if begin.end is None or end.end is None or begin.end > end.end:
        return (Time("invalid"),)
    found = Time("period", begin.end, end.end)
    return (found.guessed() if all(one.year is None for one in printed) else found,)


def _from(hit: Words, year: int | None) -> tuple[Time, ...]:
    return tuple(
        Time("period", one.end, inferred=one.inferred) if one.end else one
        for one in read_days(hit, year)[:1]
    )


def _after(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Count days from a printed one; working days by the holidays of years whose calendar is
    known.
    """
    one = days(hit[0])[-1]
    begin = day_of(one.year or 0, one.month, one.day) if one.year else Time("conditional")
    if hit["working"] and begin.end:
        last = after_working_days(begin.end, int(hit["n"]))
        return (Time("date", end=last).guessed() if last else Time("conditional"),)
    return (Time("date", end=later(begin.end, int(hit["n"]))),) if begin.end else (begin,)


DAY_RULES: Final = (
    Rule(
        name="days",
        pattern=(
            r"(?:{by})?(?:{clock}~,?~(?:{weekday}~,?~)?)?{day}(?:{and}(?:tru[oe]c )?{day}){0,5}"
        ),
        make=read_days,
        prose=OPENS,
        not_behind=PAST,
        must=(
            ("20/02/2025", "date ..2025-02-20"),
            ("ngày 30 tháng 11 năm 2025", "date ..2025-11-30"),
            ("trước ngày 15/11/2025", "date ..2025-11-15 exclusive"),
            ("chậm nhất là ngày 15/8/2026", "date ..2026-08-15"),
            ("không quá ngày 30/9/2026", "date ..2026-09-30"),
            ("muộn nhất ngày 05.12.2026", "date ..2026-12-05"),
            ("hoàn thành xong trước 30-6-2026", "date ..2026-06-30 exclusive"),
            ("trước 16 giờ ngày 20 tháng 12 năm 2026", "date ..2026-12-20 exclusive"),
            ("chậm nhất 17h00, thứ Sáu, ngày 5/6/2026", "date ..2026-06-05"),
            (
                "trước ngày 30/6 và 31/12/2026",
                "date ..2026-06-30 exclusive; date ..2026-12-31 exclusive",
            ),
            ("trước ngày 30 tháng 02 năm 2025", "invalid exclusive"),
            ("30/11", "date ..2026-11-30 inferred"),
            ("hạn cuối ngày 31/3/26", "date ..2026-03-31"),
        ),
        must_not=(
            "theo văn bản ngày 05/01/2025",
            "tỉ lệ 1/3",
            "trong 20/12/2",
            "số liệu tính đến ngày 31/12/2025",
            "kỳ báo cáo tính từ ngày 15 tháng 12 năm trước đến ngày 14 tháng 12",
            "các quyết định đã ban hành trước ngày 01/7/2025",
        ),
    ),
    Rule(
        name="days of one month",
        pattern=r"(?:{by})?ngay (?P<list>\d{1,2}(?:{and}\d{1,2}){0,5}){and}{day}",
        make=_days_of_month,
        prose=OPENS,
        must=(
            ("ngày 20, 21/5/2026", "period 2026-05-20..2026-05-21"),
            ("ngày 05 và 20/6/2026", "date ..2026-06-05; date ..2026-06-20"),
        ),
        must_not=("ngày 05/6 và 20/6/2026",),
    ),
    Rule(
        name="hours of a day",
        pattern=r"(?:tu~)?{clock}(?:{to}){clock}~,?~(?:{weekday}~,?~)?{day}",
        make=read_days,
        first="tu",
        must=(
            ("Từ 20 giờ đến 20 giờ 30 phút ngày 23 tháng 1", "date ..2026-01-23 inferred"),
            ("từ 8h00 - 11h30 ngày 05/6/2026", "date ..2026-06-05"),
        ),
    ),
    Rule(
        name="span of days",
        pattern=(
            r"(?:{by})?(?:(?:bat dau"
            r" )?tu~)?(?:{day}|{ngay}(?P<first>(?<![\d/])\d{1,2}))(?:{to})(?:het )?{day}"
        ),
        make=_span,
        first="tu bat",
        prose=OPENS_SPAN,
        must=(
            ("từ ngày 01/4 đến ngày 30/4/2026", "period 2026-04-01..2026-04-30"),
            ("Từ 15 đến 30/11/2025", "period 2025-11-15..2025-11-30"),
            ("từ ngày 20/12 đến ngày 10/01/2027", "period 2026-12-20..2027-01-10"),
            ("ngày 15-20/3/2026", "period 2026-03-15..2026-03-20"),
            ("từ ngày 01 đến hết ngày 15 tháng 5", "period 2026-05-01..2026-05-15 inferred"),
        ),
        must_not=("01/4 đến 30/4/2026 là thời gian nộp",),
    ),
    Rule(
        name="from a day",
        pattern=(
            r"(?:(?:bat dau|trien khai|thuc hien|hoan thanh) ){0,2}(?:ke )?tu {day}(?: tro di)?"
            r"(?!{to}(?:\d|ngay|thang|quy|nam))"
        ),
        make=_from,
        first="tu ke bat trien thuc hoan",
        prose=STARTS,
        not_behind=TOLD,
        ahead=COMING,
        must=(
            ("Từ ngày 01/7/2026", "period 2026-07-01.."),
            ("Bắt đầu từ 15/9", "period 2026-09-15.. inferred"),
            ("kể từ ngày 15 tháng 9 năm 2026.", "period 2026-09-15.."),
        ),
        must_not=(
            "có hiệu lực từ ngày 01/7/2026",
            "có hiệu lực từ ngày 01/7/2026.",
            "mức lương áp dụng từ ngày 01/7/2026.",
            "hồ sơ phát sinh từ ngày 01/7/2026.",
            "tiếp nhận từ ngày 01/7/2026 đến nay.",
            "văn bản ban hành từ ngày 01/7/2026.",
        ),
    ),
    Rule(
        name="days after a day",
        pattern=(
            r"(?:{by})?(?:sau )?(?P<n>\d{1,3}) ngay(?P<working> lam viec)?~,?~(?:(?:ke |tinh"
            r" )?tu|sau) {day}"
        ),
        make=_after,
        first="sau",
        prose=rf"{OPENS}|sau\b",
        must=(
            ("Sau 30 ngày kể từ ngày 15/3/2026", "date ..2026-04-14"),
            ("trong vòng 10 ngày tính từ 15/3/2026", "date ..2026-03-25"),
            ("10 ngày làm việc kể từ ngày 15/3/2026", "date ..2026-03-27 inferred"),
            ("sau 5 ngày làm việc kể từ ngày 28/4/2025", "date ..2025-05-08 inferred"),
            ("10 ngày làm việc kể từ ngày 15/3/2096", "conditional"),
        ),
    ),
)
