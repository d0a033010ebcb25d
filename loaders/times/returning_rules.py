"""Rules of what comes back (định kỳ): every year, quarter, month, week, on which day."""

from __future__ import annotations

from typing import Final

from luocdo.loaders.times.pieces import OPENS
from luocdo.loaders.times.returning import (
    after_quarter,
    day_of_month,
    day_of_quarter,
    days_of_years,
    end_of_each,
    every,
    month_of_quarter,
    months_of_years,
    so_often,
    weekday,
)
from luocdo.loaders.times.rule import Rule, always
from luocdo.loaders.times.time import Time

_EACH_YEAR = r"(?: cua)?~,? ?(?:{each} nam|nam (?:sau|ke tiep|tiep theo|lien ke))"
_FIRST_EACH = "hang moi tung dinh"
# In a sentence "hằng năm" behind a yearly thing is its adjective: lập dự toán ngân sách hằng năm,
# chấm chỉ số hằng năm.
_YEARLY_THINGS: Final = (
    r"(?:{yearly}|{constant} thuong xuyen)(?:(?:~[,-]~| )(?!dinh|bao"
    r" cao|gui|trinh|tru[oe]c|den)[^\W\d_]{1,12}){0,7}"
    r"|(?:trung han|dai han|\d nam)(?:,| va)"
)

RETURNING_RULES: Final = (
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
        first=_FIRST_EACH,
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
        name="each year in a month",
        pattern=(
            r"(?:dinh ky )?{each}"
            r" nam~[,;:(]?~(?:{by})?(?:{month}(?:{and}{month}){0,5}|{quarter})(?!~/)"
        ),
        make=months_of_years,
        first=_FIRST_EACH,
        must=(("Hằng năm, trong tháng 12", "recurring FREQ=YEARLY;BYMONTH=12"),),
    ),
    Rule(
        name="end of each",
        pattern=(
            r"(?:{by})?(?:{each} (?P<each>nam|quy|thang)~,?~)?(?:vao )?(?:dip"
            r" )?(?P<part>dau|giua|cuoi) (?:{each} )?"
            r"(?P<unit>nam|quy|thang)(?! \d| (?:I|V|X)|~/| (?:hoc|sau|nay|truoc))"
        ),
        make=end_of_each,
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
        make=day_of_month,
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
        make=so_often,
        first="dinh it toi mot hai ba bon",
        must=(
            ("02 lần/năm", "recurring FREQ=MONTHLY;INTERVAL=6"),
            ("ít nhất 1 lần/quý", "recurring FREQ=MONTHLY;INTERVAL=3"),
        ),
    ),
    Rule(
        name="so many months a time",
        pattern=r"(?:dinh ky )?{count}~{unit}{often}",
        make=every,
        first=_FIRST_EACH,
        must=(
            ("6 tháng/lần", "recurring FREQ=MONTHLY;INTERVAL=6"),
            ("03 tháng một lần", "recurring FREQ=MONTHLY;INTERVAL=3"),
        ),
    ),
    Rule(
        name="every so long",
        pattern=(
            r"(?:(?:bao cao )?dinh ky(?: theo)?(?: {each})?~|{each} |theo (?:tung"
            r" )?(?={unit}(?:~[,;.)]|~$| va )))"
            r"(?:{count}~)?{unit}\b(?:(?:~[,/;]~(?:va )?| va | hoac )(?:{each} )?(?:{count}"
            r" )?{unit}\b(?! (?:\d|lam|xuat))){0,5}"
            r"{often}?{sudden}?(?! (?:cua|thuoc) )"
        ),
        make=every,
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
            r"(?:nhiem vu )?(?:thuong xuyen|lien tuc|thuong truc)(?:~,~(?:lien tuc|thuong xuyen)|"
            r" lien tuc)?"
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
