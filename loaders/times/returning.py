"""Rules of what comes back (định kỳ): every year, quarter, month, week, on which day; with their RRULEs (RFC 5545)."""

from __future__ import annotations

import re
from typing import Final

from luocdo.loaders.times.days import excludes, read_days, yearly_days
from luocdo.loaders.times.pieces import OPENS, days, months, quarters
from luocdo.loaders.times.rule import Rule, Words, always
from luocdo.loaders.times.time import Time, recurring

_EVERY: Final = {
    "ngay": "FREQ=DAILY",
    "tuan": "FREQ=WEEKLY",
    "thang": "FREQ=MONTHLY",
    "quy": "FREQ=MONTHLY;INTERVAL=3",
    "nam": "FREQ=YEARLY",
}
_MONTHS_IN: Final = {"tuan": 0, "thang": 1, "quy": 3, "nam": 12}
_UNIT = r"(?:nam|quy|thang|tuan|ngay)"
_WORD = re.compile(rf"(?i)(?:(?P<n>\d{{1,2}}|sau|ba|hai|bon)\s*)?(?P<unit>{_UNIT})\b(?!\s+xuat)")
_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "sau": 6, "muoi hai": 12}
_WEEKDAYS = {"hai": "MO", "ba": "TU", "tu": "WE", "nam": "TH", "sau": "FR", "bay": "SA", "nhat": "SU"}
_WEEKDAYS |= {str(number): code for number, code in zip(range(2, 8), _WEEKDAYS.values(), strict=False)}
_OF_QUARTER = {"dau": "1,4,7,10", "giua": "2,5,8,11", "cuoi": "3,6,9,12"}
_EACH_YEAR = r"(?: cua)?~,? ?(?:{each} nam|nam (?:sau|ke tiep|tiep theo|lien ke))"
_FIRST_EACH = "hang moi tung dinh"
# In a sentence "hằng năm" behind a yearly thing is its adjective: lập dự toán ngân sách hằng năm, chấm chỉ số hằng năm.
_YEARLY_THINGS: Final = (
    r"(?:{yearly}|{constant} thuong xuyen)(?:(?:~[,-]~| )(?!dinh|bao cao|gui|trinh|tru[oe]c|den)[^\W\d_]{1,12}){0,7}"
    r"|(?:trung han|dai han|\d nam)(?:,| va)"
)


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else _NUMBERS[" ".join(printed.lower().split())]


def _yearly_days(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read days of every year; "báo cáo hằng năm trước ngày 15/12/2026" prints one of its own."""
    printed = days(hit[0])
    if any(one.year for one in printed):
        return read_days(hit, year)
    return yearly_days(printed, exclusive=excludes(hit[0]))


def _yearly_months(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "tháng 01 hằng năm"; a quarter that comes back is due in its last month."""
    found = [one.month for one in months(hit[0])] or [3 * one.month for one in quarters(hit[0])]
    return (recurring(f"FREQ=YEARLY;BYMONTH={','.join(map(str, found))}"),)


def _end_of_each(hit: Words, _: int | None) -> tuple[Time, ...]:
    unit, part = hit["unit"].lower(), hit["part"].lower()
    if unit == "thang":
        return (recurring("FREQ=MONTHLY;BYMONTHDAY=-1" if part == "cuoi" else "FREQ=MONTHLY"),)
    months_ = _OF_QUARTER[part] if unit == "quy" else {"dau": "1", "giua": "6", "cuoi": "12"}[part]
    return (recurring(f"FREQ=YEARLY;BYMONTH={months_}"),)


def _day_of_month(hit: Words, _: int | None) -> tuple[Time, ...]:
    days_ = ",".join(str(int(one)) for one in re.findall(r"\d+", hit["n"] or hit["m"]))
    return (recurring(f"FREQ=MONTHLY;BYMONTHDAY={days_}", exclusive=excludes(hit[0])),)


def _day_of_quarter(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "ngày 20 của tháng cuối quý", "ngày 05 tháng đầu quý sau"."""
    rule = f"FREQ=YEARLY;BYMONTH={_OF_QUARTER[hit['part'].lower()]};BYMONTHDAY={int(hit['n'])}"
    return (recurring(rule, exclusive=excludes(hit[0])),)


def _month_of_quarter(hit: Words, _: int | None) -> tuple[Time, ...]:
    return (recurring(f"FREQ=YEARLY;BYMONTH={_OF_QUARTER[hit['part'].lower()]}"),)


def _after_quarter(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "15 ngày sau khi kết thúc quý": the fifteenth of the month that follows."""
    count, unit = int(hit["n"]), hit["unit"].lower()
    if count > 28 or hit["working"]:  # noqa: PLR2004 - the shortest month
        return (recurring(_EVERY[unit]),)
    rules = {
        "thang": f"FREQ=MONTHLY;BYMONTHDAY={count}",
        "quy": f"FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY={count}",
        "nam": f"FREQ=YEARLY;BYMONTH=1;BYMONTHDAY={count}",
    }
    return (recurring(rules[unit]),)


def _weekday(hit: Words, _: int | None) -> tuple[Time, ...]:
    word = hit[0].lower().split()
    day = word[word.index("thu") + 1] if "thu" in word else "nhat"
    return (recurring(f"FREQ=WEEKLY;BYDAY={_WEEKDAYS[day]}", exclusive=excludes(hit[0])),)


def _so_often(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "02 lần/năm" as every six months; what does not divide evenly as once in the unit."""
    size, count = _MONTHS_IN[hit["unit"].lower()], _number(hit["n"])
    if size and count and size % count == 0:
        return (recurring(_months_apart(size // count)),)
    return (recurring(_EVERY[hit["unit"].lower()]),)


def _months_apart(size: int) -> str:
    if size == 12:  # noqa: PLR2004 - a year
        return "FREQ=YEARLY"
    return f"FREQ=MONTHLY;INTERVAL={size}" if size > 1 else "FREQ=MONTHLY"


def _each(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "hằng tháng, hằng quý, 6 tháng và hằng năm": a rule for each."""
    return (recurring(*(_rule(one["unit"].lower(), one["n"]) for one in _WORD.finditer(hit[0]))),)


def _rule(unit: str, count: str | None) -> str:
    number = _number(count) if count else 1
    if unit in {"thang", "quy", "nam"}:
        return _months_apart(number * _MONTHS_IN[unit])
    return _EVERY[unit] + (f";INTERVAL={number}" if number > 1 else "")


RETURNING_RULES: Final = (
    Rule(
        name="days of each year",
        pattern=rf"(?:{{by}})?{{day}}(?:{{and}}(?:tru[oe]c )?{{day}}){{0,5}}{_EACH_YEAR}",
        make=_yearly_days,
        prose=OPENS,
        must=(
            (
                "Trước ngày 10 tháng 6 và ngày 30 tháng 11 hàng năm",
                "recurring exclusive FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10\nFREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30",
            ),
            ("trước ngày 30 tháng 01 của năm tiếp theo", "recurring exclusive FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=30"),
            ("trước ngày 15/12 hằng năm", "recurring exclusive FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"),
        ),
    ),
    Rule(
        name="each year on days",
        pattern=(
            r"(?:dinh ky )?{each} nam(?: tong hop| bao cao)?~[,;:(]?~"
            r"(?:{by})?{day}(?:{and}(?:tru[oe]c )?{day}){0,5}"
        ),
        make=_yearly_days,
        first=_FIRST_EACH,
        must=(
            ("Hằng năm, trước ngày 15 tháng 11", "recurring exclusive FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15"),
            ("hằng năm chậm nhất ngày 15/12/2026", "date ..2026-12-15"),
            ("hằng năm (trước ngày 15/11)", "recurring exclusive FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15"),
            (
                "định kỳ hằng năm trước ngày 30/6 và ngày 31/12",
                "recurring exclusive FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30\nFREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31",
            ),
        ),
    ),
    Rule(
        name="months of each year",
        pattern=rf"(?:{{by}})?(?:{{month}}(?:{{and}}{{month}}){{0,5}}|{{quarter}}(?:{{and}}{{quarter}}){{0,3}}){_EACH_YEAR}",
        make=_yearly_months,
        first="quy",
        prose=OPENS,
        must=(
            ("trong tháng 01 hằng năm", "recurring FREQ=YEARLY;BYMONTH=1"),
            ("Tháng 6 và tháng 12 hàng năm", "recurring FREQ=YEARLY;BYMONTH=6,12"),
            ("Quý I hằng năm", "recurring FREQ=YEARLY;BYMONTH=3"),
        ),
    ),
    Rule(
        name="each year in a month",
        pattern=r"(?:dinh ky )?{each} nam~[,;:(]?~(?:{by})?(?:{month}(?:{and}{month}){0,5}|{quarter})(?!~/)",
        make=_yearly_months,
        first=_FIRST_EACH,
        must=(("Hằng năm, trong tháng 12", "recurring FREQ=YEARLY;BYMONTH=12"),),
    ),
    Rule(
        name="end of each",
        pattern=(
            r"(?:{by})?(?:{each} (?P<each>nam|quy|thang)~,?~)?(?:vao )?(?:dip )?(?P<part>dau|giua|cuoi) (?:{each} )?"
            r"(?P<unit>nam|quy|thang)(?! \d| (?:I|V|X)|~/| (?:hoc|sau|nay|truoc))"
        ),
        make=_end_of_each,
        first=f"dau giua cuoi {_FIRST_EACH}",
        prose=r"(?:vao )?(?:(?:dau|giua|cuoi) )?(?:hang|moi|tung)\b",
        must=(
            ("cuối mỗi năm", "recurring FREQ=YEARLY;BYMONTH=12"),
            ("vào cuối quý", "recurring FREQ=YEARLY;BYMONTH=3,6,9,12"),
            ("hằng năm, vào cuối năm", "recurring FREQ=YEARLY;BYMONTH=12"),
            ("cuối hằng tháng", "recurring FREQ=MONTHLY;BYMONTHDAY=-1"),
        ),
    ),
    Rule(
        name="day of each month",
        pattern=(
            r"(?:{by})?(?:{each} thang~,?~(?:{by})?ngay (?P<m>\d{1,2}(?:{and}\d{1,2}){0,3})"
            r"|(?:ngay (?:mung )?)?(?P<n>\d{1,2}(?:{and}\d{1,2}){0,3})(?: cua)? "
            r"(?:{each} thang|thang (?:sau|ke tiep|tiep theo|lien ke)))(?! quy)"
        ),
        make=_day_of_month,
        first=_FIRST_EACH,
        prose=rf"{OPENS}|(?:hang|moi|tung)\b",
        must=(
            ("trước ngày 25 hằng tháng", "recurring exclusive FREQ=MONTHLY;BYMONTHDAY=25"),
            ("chậm nhất ngày 05 của tháng sau", "recurring FREQ=MONTHLY;BYMONTHDAY=5"),
            ("ngày 15 và 30 hằng tháng", "recurring FREQ=MONTHLY;BYMONTHDAY=15,30"),
            ("hằng tháng, trước ngày 20", "recurring exclusive FREQ=MONTHLY;BYMONTHDAY=20"),
        ),
    ),
    Rule(
        name="day of a month of each quarter",
        pattern=(
            r"(?:{by})?(?:ngay )?(?P<n>(?<![\d/])\d{1,2})(?: cua)? thang (?P<part>dau|giua|cuoi)(?: tien| cung)?"
            r"(?: cua)?(?: {each})? quy(?: sau| tiep theo| ke tiep)?"
        ),
        make=_day_of_quarter,
        prose=OPENS,
        must=(
            ("trước ngày 20 tháng cuối quý", "recurring exclusive FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20"),
            ("trước ngày 20 của tháng cuối quý", "recurring exclusive FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20"),
            ("chậm nhất ngày 05 tháng đầu quý sau", "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5"),
        ),
    ),
    Rule(
        name="month of each quarter",
        pattern=(
            r"(?:{by})?thang (?P<part>dau|giua|cuoi)(?: tien| cung)?(?: cua)?(?: {each})? quy(?! (?:\d|I|V))"
            r"(?: sau| tiep theo)?"
        ),
        make=_month_of_quarter,
        first="thang",
        must=(
            ("tháng đầu mỗi quý", "recurring FREQ=YEARLY;BYMONTH=1,4,7,10"),
            ("trong tháng cuối của quý", "recurring FREQ=YEARLY;BYMONTH=3,6,9,12"),
        ),
    ),
    Rule(
        name="days after each quarter",
        pattern=(
            r"(?:{by})?(?:sau )?(?P<n>\d{1,3}) ngay(?P<working> lam viec)?~,?~"
            r"(?:(?:ke |tinh )?tu (?:ngay |khi )|sau (?:khi |ngay )?)"
            r"(?:ket thuc|het)(?: {each})? (?P<unit>quy|thang|nam)(?! (?:\d|I|V|20))"
        ),
        make=_after_quarter,
        first="sau",
        must=(
            ("chậm nhất 15 ngày sau khi kết thúc quý", "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15"),
            ("10 ngày kể từ ngày kết thúc mỗi tháng", "recurring FREQ=MONTHLY;BYMONTHDAY=10"),
        ),
    ),
    Rule(
        name="weekday",
        pattern=r"(?:{by})?(?:{each} tuan~,?~(?:{by})?(?:(?:vao )?(?:ngay )?){weekday}|(?:ngay )?{weekday} {each} tuan)",
        make=_weekday,
        first=f"thu chu {_FIRST_EACH}",
        must=(
            ("trước thứ Sáu hằng tuần", "recurring exclusive FREQ=WEEKLY;BYDAY=FR"),
            ("hằng tuần, vào thứ 2", "recurring FREQ=WEEKLY;BYDAY=MO"),
        ),
    ),
    Rule(
        name="so often",
        pattern=(
            r"(?:dinh ky |it nhat |toi thieu ){0,2}(?P<n>(?<![\d/])\d{1,2}|mot|hai|ba|bon)~lan"
            r"(?:~/~| trong | (?:moi|mot|01) )(?:0?1 |mot )?(?P<unit>nam|quy|thang|tuan)\b"
        ),
        make=_so_often,
        first="dinh it toi mot hai ba bon",
        must=(
            ("02 lần/năm", "recurring FREQ=MONTHLY;INTERVAL=6"),
            ("ít nhất 1 lần/quý", "recurring FREQ=MONTHLY;INTERVAL=3"),
        ),
    ),
    Rule(
        name="so many months a time",
        pattern=r"(?:dinh ky )?{count}~{unit}{often}",
        make=_each,
        first=_FIRST_EACH,
        must=(
            ("6 tháng/lần", "recurring FREQ=MONTHLY;INTERVAL=6"),
            ("03 tháng một lần", "recurring FREQ=MONTHLY;INTERVAL=3"),
        ),
    ),
    Rule(
        name="every so long",
        pattern=(
            r"(?:(?:bao cao )?dinh ky(?: theo)?(?: {each})?~|{each} |theo (?:tung )?(?={unit}(?:~[,;.)]|~$| va )))"
            r"(?:{count}~)?{unit}\b(?:(?:~[,/;]~(?:va )?| va | hoac )(?:{each} )?(?:{count} )?{unit}\b(?! (?:\d|lam|xuat))){0,5}"
            r"{often}?{sudden}?(?! (?:cua|thuoc) )"
        ),
        make=_each,
        first=f"{_FIRST_EACH} theo",
        must=(
            ("Hằng năm", "recurring FREQ=YEARLY"),
            ("định kỳ hằng tháng", "recurring FREQ=MONTHLY"),
            ("Định kỳ hằng quý, hằng năm", "recurring FREQ=MONTHLY;INTERVAL=3\nFREQ=YEARLY"),
            (
                "hàng quý, 6 tháng và hàng năm",
                "recurring FREQ=MONTHLY;INTERVAL=3\nFREQ=MONTHLY;INTERVAL=6\nFREQ=YEARLY",
            ),
            ("định kỳ 6 tháng", "recurring FREQ=MONTHLY;INTERVAL=6"),
            ("Hằng năm hoặc đột xuất khi có yêu cầu", "recurring FREQ=YEARLY"),
            ("mỗi năm một lần", "recurring FREQ=YEARLY"),
            ("mỗi tuần", "recurring FREQ=WEEKLY"),
            ("hằng ngày", "recurring FREQ=DAILY"),
            ("theo quý", "recurring FREQ=MONTHLY;INTERVAL=3"),
        ),
        not_behind=_YEARLY_THINGS,
        must_not=(
            "định kỳ đột xuất theo tháng 6/2026",
            "tổ chức thực hiện theo quy định",
            "lập dự toán ngân sách hằng năm",
            "theo kế hoạch hằng năm của đơn vị",
            "làm tài liệu chấm chỉ số hằng năm",
            "trình báo cáo kiểm kê hằng năm",
            "rà soát danh mục hằng năm của tỉnh",
            "xây dựng kế hoạch quan trắc, cảnh báo môi trường hằng năm",
            "phân bổ vốn đầu tư công trung hạn, hằng năm",
        ),
    ),
    Rule(
        name="from time to time",
        pattern=(
            r"(?:bao cao )?(?:dinh ky|thuong ky)\b(?! (?:hang|moi|\d|theo (?:tuan|thang|quy|nam)))"
            r"(?: hoac dot xuat| theo quy dinh)?"
        ),
        make=always(Time("recurring")),
        first="dinh thuong",
        prose=r"dinh ky(?=~[,(]| (?:hoac|theo|bao|ra|kiem|to chuc|danh|so|tong|cap))",
        must=(("Định kỳ", "recurring"),),
    ),
    Rule(
        name="ongoing",
        pattern=(
            r"(?:nhiem vu )?(?:thuong xuyen|lien tuc|thuong truc)(?:~,~(?:lien tuc|thuong xuyen)| lien tuc)?"
            r"|trong (?:suot )?(?:qua trinh|thoi gian) (?:to chuc |trien khai ){0,2}thuc hien"
        ),
        make=always(Time("ongoing")),
        first="nhiem thuong lien trong",
        prose=r"(?:trong|thuong xuyen)\b",
        must=(
            ("Thường xuyên", "ongoing"),
            ("Nhiệm vụ thường xuyên", "ongoing"),
            ("Trong quá trình tổ chức thực hiện", "ongoing"),
            ("thường xuyên, liên tục", "ongoing"),
        ),
        not_behind=r"{constant}(?: (?!dinh|bao cao|gui|trinh)[^\W\d_]{1,12}){0,3}",
        must_not=(
            "liên tục phát triển",
            "nguồn chi thường xuyên",
            "trung tâm giáo dục thường xuyên",
            "hoạt động chỉ đạo thường xuyên",
        ),
    ),
)
