"""Rules of what waits for something (có điều kiện), and of what only looks like a limit (không
phải thời hạn).

A rule of the second sort makes nothing: its words are read, so that no other rule takes a day out
of them.
"""

from __future__ import annotations

from typing import Final

from luocdo.loaders.times.rule import CELL_ONLY, Rule, always, nothing
from luocdo.loaders.times.terminals import OPENS
from luocdo.loaders.times.time import Time

# To the end of the clause that says what it waits for.
_REST: Final = r"[^,;.\n|]{0,90}"
WAITING_RULES: Final = (
    Rule(
        name="right after an event",
        pattern=rf"(?<=\bngay\s)sau khi {_REST}",
        make=always(Time("conditional")),
        first="sau",
        must=(("ngay sau khi dự toán được giao", "conditional"),),
        must_not=("sau khi nghe báo cáo", "ngay sau đó", "ngay khi đó"),
    ),
    Rule(
        name="so long",
        pattern=(
            r"(?:{by})?(?:thoi han|vong)(?: toi da| khong qua)?"
            r" {count}~(?:\([^()\n]{1,20}\)~)?(?:{unit}|gio)(?: lam viec)?\b"
        ),
        make=always(Time("conditional")),
        first="thoi vong",
        prose=OPENS,
        must=(
            ("trong thời hạn 03 ngày làm việc", "conditional"),
            ("trong vòng 24 giờ", "conditional"),
        ),
        must_not=("trong 05 năm qua",),
    ),
    Rule(
        name="so long after an event",
        pattern=(
            r"(?:{by})?(?:sau )?{count}~(?:\([^()\n]{1,20}\)~)?(?:{unit}|gio)(?: lam viec)?~,?~"
            r"(?:(?:ke |tinh )?tu (?:ngay|khi|thoi diem)|sau (?:khi|ngay)|truoc (?:khi|ngay)(?!"
            rf" \d)){_REST}"
        ),
        make=always(Time("conditional")),
        first="sau mot hai ba",
        prose=rf"{OPENS}|\d",
        must=(
            ("trong 15 ngày kể từ ngày Nghị quyết có hiệu lực", "conditional"),
            ("trong thời hạn 05 ngày làm việc, kể từ ngày nhận đủ hồ sơ", "conditional"),
            ("chậm nhất 03 ngày trước khi khai mạc", "conditional"),
            ("Sau 30 ngày kể từ ngày ban hành", "conditional"),
        ),
    ),
)

NO_LIMITS: Final = (
    Rule(
        name="day of a document",
        pattern=(
            r"(?:{number}|{document}(?: so)?)(?:~,~| )(?:cua [^,;.\d\n]{1,60}? )?(?:ban hanh |ky"
            r" )?ngay {day}"
        ),
        make=nothing,
        prose=CELL_ONLY,
        must=(
            ("Nghị định số 52/2015/NĐ-CP ngày 28/5/2015", ""),
            ("Nghị quyết 71/NQ-CP của Chính phủ ngày 01/4/2025", ""),
            ("Công văn ngày 05 tháng 3 năm 2026", ""),
            ("718/PA-UBND ngày 14/11/2025", ""),
        ),
    ),
    Rule(
        name="year of a law",
        pattern=r"theo (?:[^\W\d_]+ ){0,5}?(?:luat|bo luat|phap lenh) [^,;.\d\n]{1,60}? {year}",
        make=nothing,
        first="theo",
        prose=CELL_ONLY,
        must=(("Theo tiến độ được giao của Luật An ninh mạng 2025", ""),),
    ),
    Rule(
        name="day of effect",
        pattern=r"(?:co )?hieu luc(?: thi hanh)?~,?~(?:ke )?tu (?:{day}|{month}|{year})",
        make=nothing,
        first="co hieu",
        prose=CELL_ONLY,
        must=(("có hiệu lực thi hành kể từ ngày 01/7/2026", ""),),
    ),
    Rule(
        name="hours",
        pattern=(
            r"(?:{by})?(?:tu )?(?<!vong\s)(?<!han\s){clock}(?:{to}{clock})?(?!~,?~(?:ngay|thu|chu"
            r" nhat|\d))"
        ),
        make=nothing,
        first="tu",
        prose=CELL_ONLY,
        must=(("Từ 20 giờ đến 20 giờ 30 phút", ""), ("trước 16 giờ 30", "")),
    ),
    Rule(
        name="round the clock",
        pattern=r"24~(?:/|h/)~(?:7|24)",
        make=nothing,
        prose=CELL_ONLY,
        must=(("24/7", ""),),
    ),
)
