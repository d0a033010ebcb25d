"""Rules of months, quarters, halves, years and periods (tháng, quý, năm, giai đoạn)."""

from __future__ import annotations

import re
from typing import Final

from luocdo.loaders.times.days import OPENS_SPAN, PAST, STARTS, completed, excludes
from luocdo.loaders.times.pieces import OPENS, Figures, days, months, quarter_number, quarters, years
from luocdo.loaders.times.rule import CELL_ONLY, Make, Rule, Words
from luocdo.loaders.times.time import Kind, Time, before, day_of, first_day, is_month, last_day, months_of

# "đến năm 2030" is a goal, "vào năm 2025" tells; "hoàn thành vào năm 2026" is a limit.
_OPENS_YEAR = rf"(?!(?:den|vao) (?:nam )?20\d\d){OPENS}"
_PART = r"(?P<part>dau|giua|cuoi|thuong tuan|trung tuan|ha tuan)"
_THIRDS = {"dau": 0, "thuong": 0, "giua": 1, "trung": 1, "cuoi": 2, "ha": 2}
_NUMBERS = {"hai": 2, "ba": 3, "sau": 6, "chin": 9}


def _whole(kind: Kind, size: int) -> Make:
    """Make the whole of a month (size 1) or quarter (size 3); "trước …" ends on the day before."""

    def make(hit: Words, year: int | None) -> tuple[Time, ...]:
        printed = (months if size == 1 else quarters)(hit[0])[-1]
        own = printed.year or year
        if own is None:
            return ()
        found = months_of(own, size * printed.month - size + 1, size * printed.month, kind)
        found = before(found) if excludes(hit[0]) else found
        return (found if printed.year else found.guessed(),)

    return make


def _join(printed: list[Figures], year: int | None, size: int) -> tuple[Time, ...]:
    """Make one period of the first and the last of what is printed."""
    first, last = (completed(printed, year)[at] for at in (0, -1))
    begin, end = size * first.month - size + 1, size * last.month
    if first.year is None or last.year is None:
        return ()
    from_year = first.year - 1 if printed[0].year is None and begin > end else first.year
    if not (is_month(begin) and is_month(end)) or (from_year, begin) > (last.year, end):
        return (Time("invalid"),)
    found = Time("period", first_day(from_year, begin), last_day(last.year, end))
    return (found.guessed() if all(one.year is None for one in printed) else found,)


def _span_of_months(hit: Words, year: int | None) -> tuple[Time, ...]:
    printed = months(hit[0])
    if hit["first"]:
        printed = [Figures(None, int(hit["first"])), *printed]
    return _join(printed, year, 1)


def _span_of_quarters(hit: Words, year: int | None) -> tuple[Time, ...]:
    printed = quarters(hit[0])
    if hit["last"]:  # "Quý I, II, III/2026"
        printed.append(Figures(int(hit["last"][-4:]), quarter_number(hit["last"].split("/")[0].strip())))
    return _join(printed, year, 3)


def _from(hit: Words, year: int | None) -> tuple[Time, ...]:
    printed = (months(hit[0]) or [Figures(one.year, 3 * one.month - 2) for one in quarters(hit[0])])[-1]
    own = printed.year or year
    if own is None:
        return ()
    found = Time("period", first_day(own, printed.month)) if is_month(printed.month) else Time("invalid")
    return (found if printed.year else found.guessed(),)


def _third_of_month(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "cuối tháng 8/2026" as its last ten days (hạ tuần)."""
    printed = months(hit[0])[-1]
    own = printed.year or year
    if own is None or not is_month(printed.month):
        return () if own is None else (Time("invalid"),)
    third = _THIRDS[hit["part"].split()[0].lower()]
    last = last_day(own, printed.month)
    end = last if third == 2 else f"{last[:-2]}{10 * third + 10}"  # noqa: PLR2004 - of three
    found = Time("period", f"{last[:-2]}{10 * third + 1:02}", end)
    found = before(found) if excludes(hit[0]) else found
    return (found if printed.year else found.guessed(),)


def _third_of_quarter(hit: Words, year: int | None) -> tuple[Time, ...]:
    printed = quarters(hit[0])[-1]
    own = printed.year or year
    if own is None:
        return ()
    month = 3 * printed.month - 2 + _THIRDS[hit["part"].split()[0].lower()]
    found = months_of(own, month, month)
    return (found if printed.year else found.guessed(),)


def _part_of_year(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "đầu năm" as the first quarter, "giữa năm" as the second (sơ kết 6 tháng), "cuối năm" as the last."""
    own = next(reversed(years(hit[0])), year)
    if own is None:
        return ()
    month = {0: 1, 1: 4, 2: 10}[_THIRDS[hit["part"].split()[0].lower()]]
    found = months_of(own, month, month + 2)
    return ((before(found) if excludes(hit[0]) else found).guessed(),)


def _months_of_year(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "6 tháng đầu năm 2026", "nửa cuối năm 2026"."""
    own = next(reversed(years(hit[0])), year)
    if own is None:
        return ()
    count = (hit["months"] or hit["quarters"] or "6").lower()
    size = (3 if hit["quarters"] else 1) * (_NUMBERS.get(count) or int(count))
    first = 1 if hit["half"].lower() == "dau" else 13 - size
    found = months_of(own, first, first + size - 1)
    return (found if years(hit[0]) else found.guessed(),)


def _year(hit: Words, _: int | None) -> tuple[Time, ...]:
    own = years(hit[0])[-1]
    found = months_of(own, 1, 12, "year")
    return (before(found) if excludes(hit[0]) else found,)


def _period(hit: Words, _: int | None) -> tuple[Time, ...]:
    found = years(hit[0])
    if found[0] > found[-1]:
        return ()
    return (Time("period", f"{found[0]}-01-01", f"{found[-1]}-12-31"),)


def _onwards(hit: Words, _: int | None) -> tuple[Time, ...]:
    return (Time("period", f"{years(hit[0])[0]}-01-01"),)


def _after_year(hit: Words, _: int | None) -> tuple[Time, ...]:
    return (Time("period", f"{years(hit[0])[0] + 1}-01-01"),)


def _plan_year(_: Words, year: int | None) -> tuple[Time, ...]:
    return (months_of(year, 1, 12, "year").guessed(),) if year else ()


def _school_year(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "năm học 2025-2026": from September to the end of May (khung kế hoạch thời gian năm học)."""
    first, last = years(hit[0])[0], years(hit[0])[-1]
    return (Time("period", f"{first}-09-01", f"{last}-05-31", inferred=True),)


def _mixed(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "từ ngày 15/8 đến hết tháng 10/2026", "từ tháng 4 đến ngày 30/6/2026", "từ tháng 9/2025 đến hết năm 2027"."""
    start, end = (_edge(hit[name], year, last=name == "till") for name in ("since", "till"))
    own = re.findall(r"20\d\d", hit[0])
    if start is None and own:
        start = _edge(hit["since"], int(own[-1]), last=False)
    if start is None or end is None:
        return ()
    return (Time("period", start, end),) if start <= end else (Time("invalid"),)


def _edge(text: str, year: int | None, *, last: bool) -> str | None:
    """Return the first or last day of what is printed at one end of a span."""
    if day := days(text):
        own = day[0].year or year
        return day_of(own, day[0].month, day[0].day).end if own else None
    if month := months(text) or [one._replace(month=3 * one.month - (0 if last else 2)) for one in quarters(text)]:
        own = month[0].year or year
        if own is None or not is_month(month[0].month):
            return None
        return (last_day if last else first_day)(own, month[0].month)
    found = years(text)
    return f"{found[0]}-12-31" if found and last else f"{found[0]}-01-01" if found else None


def _half_of_month(hit: Words, year: int | None) -> tuple[Time, ...]:
    printed = months(hit[0])[-1]
    own = printed.year or year
    if own is None or not is_month(printed.month):
        return () if own is None else (Time("invalid"),)
    last = last_day(own, printed.month)
    first_half = hit["half"].lower() == "dau"
    found = Time("period", f"{last[:-2]}{'01' if first_half else '16'}", f"{last[:-2]}15" if first_half else last)
    return (found if printed.year else found.guessed(),)


def _listed_months(hit: Words, year: int | None) -> tuple[Time, ...]:
    return _join([Figures(None, int(one)) for one in re.findall(r"\d+", hit["list"])], year, 1)


SPAN_RULES: Final = (
    Rule(
        name="month",
        pattern=r"(?:{by})?(?:tuan (?:(?:thu )?[1-5]|dau|cuoi)(?:~,| cua)? )?{month}",
        make=_whole("month", 1),
        first="tuan",
        prose=OPENS,
        must=(
            ("Tháng 02/2028", "month 2028-02-01..2028-02-29"),
            ("6/2025", "month 2025-06-01..2025-06-30"),
            ("vào tháng 9 năm 2026", "month 2026-09-01..2026-09-30"),
            ("xong trong tháng 12/2025", "month 2025-12-01..2025-12-31"),
            ("Tuần 3 tháng 10/2025", "month 2025-10-01..2025-10-31"),
            ("Trước tháng 7/2026", "date ..2026-06-30"),
            ("trước ngày tháng 7/2026", "date ..2026-06-30"),
            ("Tháng 3", "month 2026-03-01..2026-03-31 inferred"),
            ("13/2025", "invalid"),
            ("T6/2026", "month 2026-06-01..2026-06-30"),
        ),
        must_not=("báo cáo tháng 11/2025", "trong 6 tháng tới"),
    ),
    Rule(
        name="span of months",
        pattern=(
            r"(?:{by})?(?:(?:bat dau )?tu~)?(?:cac )?(?:{month}|(?:thang )?(?<![\d/.,])(?P<first>\d{1,2}))"
            r"(?:~,~(?:thang )?\d{1,2}(?![\d/])){0,10}(?:{to}|{and})(?:het )?{month}"
        ),
        make=_span_of_months,
        first="tu bat cac",
        prose=OPENS_SPAN,
        must=(
            ("Từ tháng 01/2026 đến tháng 6/2026", "period 2026-01-01..2026-06-30"),
            ("từ tháng 4 đến tháng 6 năm 2026", "period 2026-04-01..2026-06-30"),
            ("từ tháng 10 đến hết tháng 3/2026", "period 2025-10-01..2026-03-31"),
            ("10/2025 - 3/2026", "period 2025-10-01..2026-03-31"),
            ("Tháng 10-12/2025", "period 2025-10-01..2025-12-31"),
            ("Tháng 3,4,5/2026", "period 2026-03-01..2026-05-31"),
            ("trong tháng 7 và tháng 8/2026", "period 2026-07-01..2026-08-31"),
            ("tháng 5 - tháng 6", "period 2026-05-01..2026-06-30 inferred"),
        ),
        must_not=("báo cáo tháng 4 và tháng 5/2026",),
    ),
    Rule(
        name="from a month",
        pattern=(
            r"(?:(?:bat dau|trien khai|thuc hien) ){0,2}(?:ke )?tu (?:{month}|{quarter})(?: tro di)?"
            r"(?!{to}(?:\d|ngay|thang|quy|nam))"
        ),
        make=_from,
        first="tu ke bat trien thuc",
        prose=STARTS,
        must=(
            ("Từ quý II/2026", "period 2026-04-01.."),
            ("Bắt đầu từ tháng 9 năm 2026", "period 2026-09-01.."),
            ("từ tháng 5", "period 2026-05-01.. inferred"),
            ("Từ tháng 11/2025 đến khi kết thúc kiểm kê", "period 2025-11-01.."),
        ),
    ),
    Rule(
        name="part of a month",
        pattern=rf"(?:{{by}})?{_PART} {{month}}",
        make=_third_of_month,
        first="dau giua cuoi thuong trung ha",
        prose=OPENS,
        must=(
            ("vào cuối tháng 8/2026", "period 2026-08-21..2026-08-31"),
            ("đầu tháng 6", "period 2026-06-01..2026-06-10 inferred"),
            ("trung tuần tháng 10 năm 2026", "period 2026-10-11..2026-10-20"),
        ),
    ),
    Rule(
        name="half of a month",
        pattern=r"(?:{by})?nua (?P<half>dau|cuoi|sau)(?: cua)? {month}",
        make=_half_of_month,
        first="nua",
        prose=OPENS,
        must=(
            ("trong nửa đầu tháng 9/2026", "period 2026-09-01..2026-09-15"),
            ("nửa cuối tháng 4", "period 2026-04-16..2026-04-30 inferred"),
        ),
    ),
    Rule(
        name="months in a list",
        pattern=r"(?:cac )?thang (?P<list>\d{1,2}(?:{and}\d{1,2}){1,11})(?![\d/]|~(?:/|nam|-))",
        make=_listed_months,
        first="cac",
        prose=CELL_ONLY,
        must=(("Tháng 6, 12", "period 2026-06-01..2026-12-31 inferred"),),
    ),
    Rule(
        name="quarter",
        pattern=r"(?:{by})?{quarter}",
        make=_whole("quarter", 3),
        first="quy q",
        prose=OPENS,
        must=(
            ("Quý IV/2025", "quarter 2025-10-01..2025-12-31"),
            ("Quý I năm 2026", "quarter 2026-01-01..2026-03-31"),
            ("Q4/2026", "quarter 2026-10-01..2026-12-31"),
            ("trong quý 3 năm 2026", "quarter 2026-07-01..2026-09-30"),
            ("Trước quý III/2026", "date ..2026-06-30"),
            ("Quý II", "quarter 2026-04-01..2026-06-30 inferred"),
        ),
        must_not=("kết quả quý I/2026", "quy 1"),
    ),
    Rule(
        name="span of quarters",
        pattern=(
            r"(?:{by})?(?:tu )?{quarter}(?:~,~(?:quy )?(?:IV|III|II|I|[1-4])(?![\w/])){0,3}"
            r"(?:{to}|{and})(?:het )?(?:{quarter}|(?P<last>(?:IV|III|II|I|[1-4])~/~20\d\d(?![\d/])))"
        ),
        make=_span_of_quarters,
        first="quy q tu",
        prose=OPENS_SPAN,
        must=(
            ("Quý II - Quý IV/2025", "period 2025-04-01..2025-12-31"),
            ("Quý IV/2025; Quý I/2026", "period 2025-10-01..2026-03-31"),
            ("từ quý I đến hết quý III năm 2026", "period 2026-01-01..2026-09-30"),
            ("Quý I + II/2026", "period 2026-01-01..2026-06-30"),
            ("Quý I, II, III/2026", "period 2026-01-01..2026-09-30"),
            ("Quý I và quý II", "period 2026-01-01..2026-06-30 inferred"),
        ),
    ),
    Rule(
        name="part of a quarter",
        pattern=rf"(?:{{by}})?{_PART} {{quarter}}",
        make=_third_of_quarter,
        first="dau giua cuoi",
        prose=OPENS,
        must=(
            ("cuối quý II/2026", "period 2026-06-01..2026-06-30"),
            ("đầu quý III năm 2026", "period 2026-07-01..2026-07-31"),
        ),
    ),
    Rule(
        name="part of a year",
        pattern=rf"(?:{{by}})?{_PART} {{year}}",
        make=_part_of_year,
        first="dau giua cuoi",
        prose=OPENS,
        must=(
            ("cuối năm 2026", "period 2026-10-01..2026-12-31 inferred"),
            ("vào đầu năm 2027", "period 2027-01-01..2027-03-31 inferred"),
            ("giữa năm 2026", "period 2026-04-01..2026-06-30 inferred"),
        ),
    ),
    Rule(
        name="months of a year",
        pattern=(
            r"(?:{by})?(?:(?:trong )?(?:(?P<months>0?[369]|sau|chin|ba) thang"
            r"|(?P<quarters>0?[123]|hai|ba) quy)|nua) (?P<half>dau|cuoi)"
            r"(?: cua)? (?:{year}|nam(?! (?:hoc|sau|tiep|ke)))"
        ),
        make=_months_of_year,
        first="sau chin ba hai nua",
        prose=OPENS,
        must=(
            ("trong 6 tháng đầu năm 2026", "period 2026-01-01..2026-06-30"),
            ("6 tháng cuối năm 2026", "period 2026-07-01..2026-12-31"),
            ("9 tháng đầu năm 2026", "period 2026-01-01..2026-09-30"),
            ("trong sáu tháng cuối năm", "period 2026-07-01..2026-12-31 inferred"),
            ("trong 02 quý đầu năm 2026", "period 2026-01-01..2026-06-30"),
            ("nửa đầu năm 2027", "period 2027-01-01..2027-06-30"),
        ),
        must_not=("kết quả 6 tháng đầu năm 2026",),
    ),
    Rule(
        name="year",
        pattern=r"(?:{by})?{year}",
        make=_year,
        prose=_OPENS_YEAR,
        not_behind=rf"\bdoi voi [^,;.:]{{0,80}}|{PAST}",
        must=(
            ("2026", "year 2026-01-01..2026-12-31"),
            ("trong năm 2026", "year 2026-01-01..2026-12-31"),
            ("đến hết năm 2028", "year 2028-01-01..2028-12-31"),
            ("Trước năm 2030", "date ..2029-12-31"),
        ),
        must_not=(
            "đến năm 2030",
            "Kế hoạch năm 2026",
            "trong năm học",
            "đối với các nhiệm vụ triển khai trong năm 2026",
            "các vướng mắc được xử lý trong năm 2026",
        ),
    ),
    Rule(
        name="period",
        pattern=r"(?:{by})?(?:tu )?(?:(?:ca )?giai doan |cac )?{year}(?:(?:{to}|{and}){year}){1,9}",
        make=_period,
        first="tu giai ca cac",
        prose=OPENS_SPAN,
        must=(
            ("Năm 2022 - 2025", "period 2022-01-01..2025-12-31"),
            ("Giai đoạn 2025-2027", "period 2025-01-01..2027-12-31"),
            ("trong giai đoạn 2026 - 2030", "period 2026-01-01..2030-12-31"),
            ("từ năm 2026 đến hết năm 2028", "period 2026-01-01..2028-12-31"),
            ("2027, 2028", "period 2027-01-01..2028-12-31"),
        ),
        must_not=("Chiến lược giai đoạn 2026-2030",),
    ),
    Rule(
        name="school year",
        pattern=r"(?:{by})?nam hoc {year}~-~{year}",
        make=_school_year,
        first="nam",
        prose=OPENS,
        must=(("trong năm học 2025 - 2026", "period 2025-09-01..2026-05-31 inferred"),),
    ),
    Rule(
        name="year onwards",
        pattern=(
            r"(?:{by})?(?:(?:bat dau |trien khai |thuc hien ){0,2}(?:ke )?tu )?(?:giai doan )?{year}(?:{to}{year})?"
            r"~,?~(?:(?:va )?(?:cho )?(?:cac|nhung) nam (?:tiep theo|sau|ke tiep|sau do)|tro di)"
        ),
        make=_onwards,
        first="tu ke bat trien thuc giai",
        prose=OPENS_SPAN,
        must=(
            ("Năm 2026 và những năm tiếp theo", "period 2026-01-01.."),
            ("từ năm 2026 trở đi", "period 2026-01-01.."),
            ("Giai đoạn 2026-2030 và các năm tiếp theo", "period 2026-01-01.."),
        ),
    ),
    Rule(
        name="from a year",
        pattern=r"(?:(?:bat dau|trien khai|thuc hien) ){0,2}(?:ke )?tu {year}",
        make=_onwards,
        first="tu ke bat trien thuc",
        prose=CELL_ONLY,
        must=(
            ("từ năm 2026", "period 2026-01-01.."),
            ("Bắt đầu triển khai từ năm 2026", "period 2026-01-01.."),
        ),
    ),
    Rule(
        name="after a year",
        pattern=r"sau {year}",
        make=_after_year,
        first="sau",
        prose=CELL_ONLY,
        must=(("Sau năm 2030", "period 2031-01-01.."),),
    ),
    Rule(
        name="the year of the plan",
        pattern=r"(?<!\w\s)(?:trong|ca|ca trong) nam(?=~$|~[.;,])",
        make=_plan_year,
        first="trong ca",
        prose=CELL_ONLY,
        must=(("Trong năm", "year 2026-01-01..2026-12-31 inferred"),),
    ),
    Rule(
        name="mixed span",
        pattern=(
            r"(?:(?:bat dau )?tu )(?P<since>{day}|{month}|{quarter}|{year})(?:{to})(?:het )?"
            r"(?P<till>{day}|{month}|{quarter}|{year})"
        ),
        make=_mixed,
        first="tu bat",
        must=(
            ("từ ngày 15/8 đến hết tháng 10/2026", "period 2026-08-15..2026-10-31"),
            ("từ tháng 4/2026 đến ngày 30/6/2026", "period 2026-04-01..2026-06-30"),
            ("từ tháng 9/2025 đến hết năm 2027", "period 2025-09-01..2027-12-31"),
        ),
    ),
)
