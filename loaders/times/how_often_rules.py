"""Rules of how often (định kỳ, thường xuyên): so many times a year, every quarter, always."""

from __future__ import annotations

from typing import Final

from luocdo.loaders.times.each_year_rules import EACH_WORDS
from luocdo.loaders.times.returning import every, so_often
from luocdo.loaders.times.rule import Rule, always
from luocdo.loaders.times.time import Time

# In a sentence "hằng năm" behind a yearly thing is its adjective: lập dự toán ngân sách hằng năm,
# chấm chỉ số hằng năm.
_YEARLY_THINGS: Final = (
    r"(?:{yearly}|{constant} thuong xuyen)(?:(?:~[,-]~| )(?!dinh|bao"
    r" cao|gui|trinh|tru[oe]c|den)[^\W\d_]{1,12}){0,7}"
    r"|(?:trung han|dai han|\d nam)(?:,| va)"
)

HOW_OFTEN_RULES: Final = (
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
        first=EACH_WORDS,
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
        first=f"{EACH_WORDS} theo",
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
