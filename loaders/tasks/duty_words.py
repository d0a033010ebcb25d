"""Words that give a duty (từ giao việc), as patterns; for text without accents they are compiled
without accents.

Verbs are looked for in small letters: in the names of units they are written with a capital ("Cục
Quản lý chất lượng").
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from luocdo.graph.vocabulary import Meaning, alternation, prints
from luocdo.loaders.text.bare import bare

_VERBS = (
    Meaning.ACTS,
    Meaning.MANNER,
    Meaning.OBLIGES,
    Meaning.LEADS,
    Meaning.COORDINATES,
    Meaning.REPORTS,
    Meaning.ASSIGNS,
)
_PATTERNS: dict[str, str] = {
    # a heading glued to its first sentence leaves a capital: "Giao Sở Nội vụ Khẩn trương …"
    "verb": r"(?<![\w])(?:VERB|GLUED)(?![\w])",
    # more may open an item below the heading of a unit than may end a name
    "first_verb": r"(?i)^\W*(?:VERB|OPENING)(?![\w])",
    "coordinates": (
        r"(?i)^\W*(?:(?:căn\s+cứ|theo)\s+(?:theo\s+)?chức\s+năng(?:,?\s+(?:nhiệm\s+vụ|thẩm\s+quyền|quyền\s+hạn|được\s+giao|để|đế|và|của\s+mình))*,?\s+)?(?:(?:thường\s+xuyên|chủ\s+động|tích\s+cực|kịp\s+thời|tăng\s+cường|tiếp\s+tục)\s+)*phối\s+hợp\b"
    ),
    # "phối hợp với Sở A; cơ quan liên quan thực hiện …": the list of partners goes on behind the
    # semicolon
    "partners": (
        r"\b[Pp]hối\s+hợp\s+(?:chặt\s+chẽ\s+)?(?:với|cùng)\s+(?P<who>[A-ZĐỦ][^.;:]{3,200});\s*$"
    ),
    "reports": (
        r"(?i)^\W*(?:(?:trước|trong|đến)\s+(?:ngày\s+)?[\d/]+(?:\s+(?:tháng|năm|và|ngày|hàng|hằng|[\d/]+))*\s*,?\s*"
        r"|(?:định\s+k[ỳìǶ]|h[àằ]ng\s+năm|h[àằ]ng\s+quý|h[àằ]ng\s+tháng|6\s+tháng|kịp\s+thời|tổng\s+hợp|đột\s+xuất|hoặc|khi\s+có\s+yêu\s+cầu|trên\s+cơ\s+sở\s+đó"
        r"|trong\s+quá\s+trình\s+thực\s+hiện|gửi\s+(?:văn\s+bản|kết\s+quả)?|và|\([^()]*\))(?!\w)[\s,]*)*"
        r"(?:báo\s+cáo\b|gửi\s+(?:báo\s+cáo|kết\s+quả|về|Bộ|Cục|Sở|Văn\s+phòng|Ủy\s+ban)|đề\s+xuất\s+với|phản\s+ánh|văn\s+bản\s+cam\s+kết\s+gửi)"
    ),
    "inner_report": (
        r"(?i),\s*(?=(?:định\s+k[ỳìǶ](?:\s+(?:h[àằ]ng\s+\w+|\d+\s+tháng))?|kịp\s+thời|h[àằ]ng\s+năm|gửi\s+kết\s+quả|tổng\s+hợp)\s*(?:tổng\s+hợp,?\s+)?(?:gửi\s+)?(?:báo\s+cáo|về)\b|gửi\s+(?:về\s+)?(?:Bộ|Văn\s+phòng|Sở|UBND|Ủy\s+ban|Ban|Cục|Vụ)\b|báo\s+cáo\s+[A-ZĐỦ][^;,]{3,80}?\s(?:trước|trong|chậm\s+nhất|vào)\s+(?:ngày|tháng|quý))"
    ),
    # "Sở A tổng hợp tình hình, báo cáo Ủy ban …": one report
    "gathers": r"(?i)^\W*(?:chủ\s+trì,?\s+)?tổng\s+hợp\b[^;]*,\s*$",
    "enforces": r"chịu\s+trách\s+nhiệm\s+(?:thi\s+hành|thực\s+hiện|tổ\s+chức)\b",
    "demanding": r"\W*Yêu\s+cầu\s",
    "conveys": (
        r"(?:Thủ\s+tướng|Bộ\s+trưởng|Thứ\s+trưởng|Chủ\s+tịch|Ủy\s+ban\s+nhân\s+dân|UBND|Giám\s+đốc)[^.;:]{0,120}?\s(?:có\s+ý\s+kiến|chỉ\s+đạo|giao|yêu\s+cầu)\b[^.;:]{0,40}?(?:như\s+sau)?\s*:"
    ),
    "asks": (
        r"\b(?:trân\s+trọng\s+)?[đĐ]ề\s+nghị\s+(?P<who>(?:[Qq]uý\s+)?[^.;:,]{3,160}?)(?=\s+(?:VERB)\b|[.;:,])"
    ),
    # "Bộ Nội vụ yêu cầu:", "… đề nghị các đơn vị thực hiện các nội dung sau:": the items say what
    "asks_below": r"(?<!theo\s)(?<!ứng\s)(?<!có\s)(?:đề\s+nghị|yêu\s+cầu)(?:\s[^.;:]{2,200})?:$",
    "lead_in": (
        r"(?i)^\W*(?:(?:căn\s+cứ|trên\s+cơ\s+sở|nhằm|để|trong\s+(?:quá\s+trình|thời\s+gian|năm)|theo|định\s+kỳ|h[àằ]ng\s+năm|đồng\s+thời|ngoài\s+ra|bên\s+cạnh"
        r"|trường\s+hợp|nếu|trước\s+(?:ngày\s+)?\d+|đối\s+với|từ\s+nay)(?!\w)[^,]{0,300},\s*"
        # "của các Bộ, cơ quan liên quan, Bộ Tài chính …": the class goes on behind its comma
        r"(?:(?-i:ban|ngành|cơ\s+quan|đơn\s+vị|địa\s+phương)\b[^,;:]{0,40},\s*(?=(?-i:[A-ZĐỦ])))*)+"
    ),
    # "Giao Sở Y tế … có trách nhiệm:": its items say what
    # or with whom: "Sở A chủ trì, phối hợp với Sở B:"
    "opens_items": (
        r"(?i)(?:\bphối\s+hợp(?:\s+(?:chặt\s+chẽ\s+)?(?:với|cùng)\s[^.;:]*)?|\b(?:có\s+trách\s+nhiệm|chủ\s+trì))(?:\s+(?:sau|sau\s+đây|như\s+sau|cụ\s+thể\s+như\s+sau))?\s*:$"
    ),
    "no_duties": r"(?i)^\W*(?:[IVX\dA-E.]+\s+)*(?:GOALS|RESULTS)",
    "closing": (
        r"(?i)\b(?:tổ\s+chức\s+thực\s+hiện|điều\s+khoản\s+thi\s+hành|trách\s+nhiệm\s+thi\s+hành|hiệu\s+lực\s+thi\s+hành)\b"
    ),
    "charges": (
        r"(?i)\bcó\s+trách\s+nhiệm(?:\s+(?:sau|sau\s+đây|như\s+sau))?\s*:?$|^\W*trách\s+nhiệm\s+của\b"
    ),
    "segment": (
        r";\s+|:\s+(?=(?:Giao|Yêu\s+cầu|Đề\s+nghị|Tỉnh|Giám\s+đốc|Chánh|Các|Bộ|Sở|Văn\s+phòng|Ủy\s+ban|UBND|Cục|Vụ|Ban|Thanh\s+tra|Ngân\s+hàng|Đài|Chủ\s+tịch|Thủ\s+trưởng)\s)|\.(?:(?<=[^\sA-Z0-9]\.)|(?<=20\d\d\.)|(?<=[A-ZĐ&/]{3}\.))\s+(?=[A-ZĐỦ])"
    ),
    "informs": r"(?i)\b(?:trân\s+trọng\s+)?thông\s+báo\s+(?:để|đến|tới|cho)\b",
    # whoever stands above all offices gives it; "chu tri" in OCR's shapes too
    "retold": (
        r"\b(?:T\w{1,3}\s+t\w{2,5}ng(?:\s+C\w{1,3}nh\s+ph\w{1,2})?|Chính\s+phủ|Bộ\s+Chính\s+trị|Quốc\s+hội)\s+(?:đã\s+)?giao\s+"
        r"(?P<who>[A-ZĐỦ][^.;:()]{3,90}?)\s+(?=(?:VERB)\b|ch\w{1,2}\s+tr\w{1,2}\b)"
    ),
    # "chu tri, phdi hop vai cac bo, nganh to chirc …": in OCR's shapes too
    "retold_with": (
        r"ch\w{1,2}\s+tr\w{1,2}\s*,?\s+ph\w{1,2}i\s+h\w{1,2}p\s+v\w{1,2}i\s+(?P<who>[^.;:()]+?)\s+(?=(?:VERB)\b|t\w\s+ch\w{2,3}\b|th\w{1,2}c\s+hi\w{1,2}n\b|tri\w{1,2}n\s+khai\b)"
    ),
}
FORCE = tuple((bare(word), word) for word in ("đề nghị", "yêu cầu", "khuyến khích"))
_SHORT = 5000  # characters: of a shorter text each counts
_SMALL = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_MARKED = frozenset(_SMALL + _SMALL.upper())


@dataclass(frozen=True)
class DutyWords:
    """The patterns by name, with or without accents; a name that has no pattern is an error."""

    accented: bool
    verb: re.Pattern[str]
    first_verb: re.Pattern[str]
    coordinates: re.Pattern[str]
    partners: re.Pattern[str]
    reports: re.Pattern[str]
    inner_report: re.Pattern[str]
    gathers: re.Pattern[str]
    enforces: re.Pattern[str]
    demanding: re.Pattern[str]
    conveys: re.Pattern[str]
    asks: re.Pattern[str]
    asks_below: re.Pattern[str]
    lead_in: re.Pattern[str]
    opens_items: re.Pattern[str]
    no_duties: re.Pattern[str]
    closing: re.Pattern[str]
    charges: re.Pattern[str]
    segment: re.Pattern[str]
    informs: re.Pattern[str]
    retold: re.Pattern[str]
    retold_with: re.Pattern[str]


def duty_words(text: str) -> DutyWords:
    """Return the patterns that fit ``text``: with accents unless OCR lost them."""
    letters = {
        one: times
        for one, times in Counter(text[: 20000 : 4 if len(text) > _SHORT else 1]).items()
        if one.isalpha()
    }
    marked = sum(times for one, times in letters.items() if one in _MARKED)
    return _compiled(accented=marked > 0.12 * sum(letters.values()))


def _either(*meanings: Meaning, without: tuple[str, ...], accents: bool) -> str:
    """Return a group of the terms of ``meanings`` but those of some values."""
    return "|".join(alternation(meaning, without=without, accents=accents) for meaning in meanings)


def _capitalised(*, accents: bool) -> str:
    """Return the orders that a heading glued to its sentence leaves with a capital: "Giao Sở A
    Khẩn trương …".
    """
    found = (
        print_
        for meaning in (Meaning.LEADS, Meaning.COORDINATES, Meaning.OBLIGES, Meaning.MANNER)
        for print_ in prints(meaning)
    )
    spelt = sorted(one[:1].upper() + one[1:] for one in found if " " in one)
    return "|".join((one if accents else bare(one)).replace(" ", r"\s+") for one in spelt)


@cache
def _compiled(*, accented: bool) -> DutyWords:
    words = {
        "VERB": _either(*_VERBS, without=("opens", "item", "inner"), accents=accented),
        "OPENING": _either(Meaning.ACTS, without=("ends",), accents=accented),
        "GLUED": _capitalised(accents=accented),
        "GOALS": alternation(Meaning.HEADING_GOALS, accents=accented),
        "RESULTS": alternation(Meaning.HEADING_RESULTS, accents=accented),
    }
    spelt = {name: pattern if accented else bare(pattern) for name, pattern in _PATTERNS.items()}
    for placeholder, piece in words.items():
        spelt = {name: pattern.replace(placeholder, piece) for name, pattern in spelt.items()}
    return DutyWords(accented, **{name: re.compile(pattern) for name, pattern in spelt.items()})
