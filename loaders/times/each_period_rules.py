"""Rules of a day within every year, quarter, month or week (ngày 25 hằng tháng, cuối mỗi quý)."""

from __future__ import annotations

from typing import Final

from luocdo.loaders.times.each_year_rules import EACH_WORDS
from luocdo.loaders.times.returning import (
    after_quarter,
    day_of_month,
    day_of_quarter,
    end_of_each,
    month_of_quarter,
    weekday,
)
from luocdo.loaders.times.rule import Rule
from luocdo.loaders.times.terminals import OPENS

EACH_PERIOD_RULES: Final = (
    Rule(
        name="end of each",
        pattern=(
            r"(?:{by})?(?:{each} (?P<each>nam|quy|thang)~,?~)?(?:vao )?(?:dip"
            r" )?(?P<part>dau|giua|cuoi) (?:{each} )?"
            r"(?P<unit>nam|quy|thang)(?! \d| (?:I|V|X)|~/| (?:hoc|sau|nay|truoc))"
        ),
        make=end_of_each,
        first=f"dau giua cuoi {EACH_WORDS}",
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
        make=day_of_month,
        first=EACH_WORDS,
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
            r"(?:{by})?(?:ngay )?(?P<n>(?<![\d/])\d{1,2})(?: cua)? thang"
            r" (?P<part>dau|giua|cuoi)(?: tien| cung)?"
            r"(?: cua)?(?: {each})? quy(?: sau| tiep theo| ke tiep)?"
        ),
        make=day_of_quarter,
        prose=OPENS,
        must=(
            (
                "trước ngày 20 tháng cuối quý",
                "recurring exclusive FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20",
            ),
            (
                "trước ngày 20 của tháng cuối quý",
                "recurring exclusive FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20",
            ),
            (
                "chậm nhất ngày 05 tháng đầu quý sau",
                "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5",
            ),
        ),
    ),
    Rule(
        name="month of each quarter",
        pattern=(
            r"(?:{by})?thang (?P<part>dau|giua|cuoi)(?: tien| cung)?(?: cua)?(?: {each})? quy(?!"
            r" (?:\d|I|V))"
            r"(?: sau| tiep theo)?"
        ),
        make=month_of_quarter,
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
        make=after_quarter,
        first="sau",
        must=(
            (
                "chậm nhất 15 ngày sau khi kết thúc quý",
                "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15",
            ),
            ("10 ngày kể từ ngày kết thúc mỗi tháng", "recurring FREQ=MONTHLY;BYMONTHDAY=10"),
        ),
    ),
    Rule(
        name="weekday",
        pattern=(
            r"(?:{by})?(?:{each} tuan~,?~(?:{by})?(?:(?:vao )?(?:ngay )?){weekday}|(?:ngay"
            r" )?{weekday} {each} tuan)"
        ),
        make=weekday,
        first=f"thu chu {EACH_WORDS}",
        must=(
            ("trước thứ Sáu hằng tuần", "recurring exclusive FREQ=WEEKLY;BYDAY=FR"),
            ("hằng tuần, vào thứ 2", "recurring FREQ=WEEKLY;BYDAY=MO"),
        ),
    ),
)
