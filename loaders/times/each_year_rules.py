"""Rules of days and months that come back every year (hằng năm)."""

from __future__ import annotations

from typing import Final

from luocdo.loaders.times.returning import days_of_years, months_of_years
from luocdo.loaders.times.rule import Rule
from luocdo.loaders.times.terminals import OPENS

EACH_WORDS: Final = "hang moi tung dinh"
_EACH_YEAR = r"(?: cua)?~,? ?(?:{each} nam|nam {next})"

EACH_YEAR_RULES: Final = (
    Rule(
        name="days of each year",
        pattern=rf"(?:{{by}})?{{day}}(?:{{and}}(?:tru[oe]c )?{{day}}){{0,5}}{_EACH_YEAR}",
        make=days_of_years,
        prose=OPENS,
        must=(
            (
                "Trước ngày 10 tháng 6 và ngày 30 tháng 11 hàng năm",
                (
                    "recurring exclusive"
                    " FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10\nFREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"
                ),
            ),
            (
                "trước ngày 30 tháng 01 của năm tiếp theo",
                "recurring exclusive FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=30",
            ),
            (
                "trước ngày 15/12 hằng năm",
                "recurring exclusive FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15",
            ),
        ),
    ),
    Rule(
        name="each year on days",
        pattern=(
            r"(?:dinh ky )?{each} nam(?: tong hop| bao cao)?~[,;:(]?~"
            r"(?:{by})?{day}(?:{and}(?:tru[oe]c )?{day}){0,5}"
        ),
        make=days_of_years,
        first=EACH_WORDS,
        must=(
            (
                "Hằng năm, trước ngày 15 tháng 11",
                "recurring exclusive FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15",
            ),
            ("hằng năm chậm nhất ngày 15/12/2026", "date ..2026-12-15"),
            (
                "hằng năm (trước ngày 15/11)",
                "recurring exclusive FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15",
            ),
            (
                "định kỳ hằng năm trước ngày 30/6 và ngày 31/12",
                (
                    "recurring exclusive"
                    " FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30\nFREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"
                ),
            ),
        ),
    ),
    Rule(
        name="months of each year",
        pattern=rf"(?:{{by}})?(?:{{month}}(?:{{and}}{{month}}){{0,5}}|{{quarter}}(?:{{and}}{{quarter}}){{0,3}}){_EACH_YEAR}",
        make=months_of_years,
        first="quy",
        prose=OPENS,
        must=(
            ("trong tháng 01 hằng năm", "recurring FREQ=YEARLY;BYMONTH=1"),
            ("Tháng 6 và tháng 12 hàng năm", "recurring FREQ=YEARLY;BYMONTH=6,12"),
            ("Quý I hằng năm", "recurring FREQ=YEARLY;BYMONTH=3"),
        ),
    ),
    Rule(
        name="so often, in months",
        pattern=(
            r"(?:dinh ky )?(?:(?<![\d/])\d{1,2}|mot|hai|ba|bon)~lan(?:~/~| trong | (?:moi|mot) )"
            r"(?:0?1 |mot )?nam~,?~(?:\(~)?(?:vao |trong )?{month}(?:{and}{month}){0,5}"
        ),
        make=months_of_years,
        first="dinh mot hai ba bon",
        must=(
            (
                "hai lần một năm, vào tháng 3 và tháng 9",
                "recurring FREQ=YEARLY;BYMONTH=3,9",
            ),
            ("02 lần/năm (tháng 6 và tháng 12", "recurring FREQ=YEARLY;BYMONTH=6,12"),
        ),
    ),
    Rule(
        name="each year in a month",
        pattern=(
            r"(?:dinh ky )?{each}"
            r" nam~[,;:(]?~(?:{by})?(?:{month}(?:{and}{month}){0,5}|{quarter})(?!~/)"
        ),
        make=months_of_years,
        first=EACH_WORDS,
        must=(("Hằng năm, trong tháng 12", "recurring FREQ=YEARLY;BYMONTH=12"),),
    ),
)
