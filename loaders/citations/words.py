"""Words by which documents are named (cách gọi văn bản): kinds, dates, issuers, beginnings of
titles, as patterns.

All patterns are matched against `luocdo.loaders.bare.bare`, hence written without accents.
Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5 (viện dẫn văn bản: tên loại, số, ngày, cơ
quan, trích yếu) and Phụ lục III.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.registry.laws import names_of_no_law
from luocdo.graph.vocabulary import Meaning, alternation, document_kinds, prints
from luocdo.loaders.citations.changing import CHANGING
from luocdo.loaders.text.bare import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.graph.vocabulary import DocumentKind


def _spaced(word: str) -> str:
    """A phrase that lines may break; OCR reads ``Định`` as ``Pinh``, ``Bịnh``."""
    return r"\s+".join(
        re.escape(piece).replace("dinh", "[dpb]inh") for piece in bare(word).split()
    )


def _any_of(names: Iterable[str]) -> str:
    """Return what matches any of ``names``, the longest first, in one order whatever
    they came in.
    """
    return "|".join(map(_spaced, sorted(names, key=lambda name: (-len(name), name))))


def _letters(kind: DocumentKind) -> tuple[str, ...]:
    """Return the abbreviations of ``kind`` that prose uses."""
    return (*(kind.symbols if kind.lettered else ()), *filter(str.isupper, kind.names))


def _words(kind: DocumentKind) -> tuple[str, ...]:
    return tuple(name for name in kind.names if not name.isupper())


_CITED = tuple(kind for kind in document_kinds() if kind.cited)
_KINDS = _any_of(name for kind in _CITED for name in _words(kind))
_SHORTS = "|".join(bare(letters) for kind in _CITED for letters in _letters(kind))
_SERIAL = _any_of(name for kind in _CITED if kind.serial for name in _words(kind)[:1])
# What stands before a number, and the kind that it names (None: the number's symbol decides).
KIND_OF = {
    bare(name).lower(): None if kind.any else kind.name
    for kind in _CITED
    for name in (*kind.names, *_letters(kind))
}
# "Quyết định số ", "TBKL số ", "Nghị định ", "các Quyết định: số " - up to the number.
KIND_BEFORE = re.compile(
    rf"(?:(?P<kind>(?<!\w)(?i:{_KINDS})|(?<![\w/-])(?:{_SHORTS}))(?:\s+lien\s+tich)?[\s:]+)(?:\(?[sS][oO06e]\)?\s*[:.]?\s*)?$|(?P<so>(?<!\w)[sS][oO06]\s*:?\s*)$"
)
SEPARATOR = re.compile(r"(?i)[\s,;]*(?:(?:va|hoac|cung|voi)\s+)?(?:s[o06]\s*:?\s*)?")

# What carries a number with a slash and letters but is no document.
FORM_BEFORE = re.compile(
    r"(?i)(?:mau|bieu|phu\s+luc|bang|ma\s+so|hop\s+dong|lo|to\s+khai|ma)\s+(?:so\s+)?:?\s*$"
)

# "… Nghị quyết số 66-NQ/TW Ngày 28 tháng 11 …": a capital begins the next sentence.
DATE = re.compile(
    r"""(?xi)
    \s*[,(]?\s*(?:(?:duoc\s+)?(?:ky|ban\s+hanh)\s+)?
    (?:(?-i:ngay|NGAY)\s+(?P<day>\d{1,2})\s+thang\s+(?P<month>\d{1,2})\s*,?\s*nam\s+(?P<year>\d{4})
      |(?:(?-i:ngay|NGAY)\s+)?(?P<day2>\d{1,2})\s*[/.\-]\s*(?P<month2>\d{1,2})\s*[/.\-]\s*(?P<year2>\d{4})(?![\d/])
      |(?:ngay\s+)?nam\s+(?P<year3>(?:19|20)\d\d)(?!\s*[-]\s*\d|\d)
      |\((?P<year4>(?:19|20)\d\d)\))
    \)?
    """,
)
# "Ngày 25/01/2022, Thủ tướng Chính phủ đã ban hành |Quyết định số 131/QĐ-TTg": the date may come
# first.
DATE_BEFORE = re.compile(
    r"(?i)ngay\s+(?P<day>\d{1,2})(?:\s*[/.\-]\s*|\s+thang\s+)(?P<month>\d{1,2})(?:\s*[/.\-]\s*|\s+nam\s+)(?P<year>\d{4})\s*,"
    r"\s*(?P<issuer>[^\d.;:,]{2,80}?)\s+(?:da\s+)?(?:co|ban\s+hanh|ky|ky\s+ban\s+hanh|gui|phat\s+hanh)\s+$"
)
ISSUER = re.compile(r"\s*,?\s*(?i:cua|do)\s+(?=[A-Z])")
_LEADS = _any_of(prints(Meaning.TITLE_OPENS))
TITLE = re.compile(
    rf'\s*,?\s*(?!(?i:{_KINDS})\s+(?i:s[o06]\s+)?\d|(?i:quy\s+dinh)(?:\s+(?:tu\s+ngay|tai|nay|nhu|cu\s+the|thi)\b|\s*[:“"]))(?P<title>(?i:{_LEADS})\b|[“"](?=\w))'
)
# A notice (thông báo) that an office issues and somebody above it speaks in: "của TTgCP", "Kết
# luận của Thủ tướng …".
CONVEYED = re.compile(
    r"(?i)(?:TTg(?:CP)?|(?:pho\s+)?thu\s+tuong(?:\s+chinh\s+phu)?|(?:dong\s+chi\s+)?(?:tong\s+)?bi\s+thu|chu\s+tich|bo\s+truong|dong\s+chi|truong\s+ban|thuong\s+truc|ban\s+chi\s+dao)\b"
)
CONCLUSION = re.compile(
    r"(?i)(?:thong\s+bao\s+)?(?:ve\s+)?(?:y\s+kien\s+)?ket\s+luan\s+(?:chi\s+dao\s+)?cua\s+(?P<who>[^,;.]{3,80}?)(?=\s+(?:tai|ve|trong|o)\b|[,;.]|$)"
)
# Where an issuer's name ends: "của Bộ Giáo dục và Đào tạo | quy định …".
ISSUER_END = re.compile(
    rf"""(?xi)
    [;.:()|\t“"] | \n\s*\n(?=\s*[\dA-Z\-]) | ,(?!\s+(?:The\s+thao|Cong\s+nghe|Thuong\s+binh|Chu\s+nhiem|Tong\s+Thanh\s+tra))
    | \s(?P<lead>{_LEADS})\b
    | \sneu\s+tren\b | \shet\s+hieu\s+luc\b
    | \s(?P<word>ngay|nam|truoc|da|duoc|tai|de|trong|la|theo|so|co|nham|cho|neu|doi\s+voi)\b
    | \sva\s+(?:cac\b|(?:Nghi|Quyet|Thong\s+tu|Luat|Chi\s+thi|Ke\s+hoach|tinh\s+hinh)\b)
    """,
)
# Words that other words look like without accents: "vệ" is no "về", "La" no "là", "Nam" no "năm".
ACCENTED = {
    "ve": "về", "la": "là", "nam": "năm", "de": "để", "co": "có", "da": "đã", "tai": "tại", "cho": "cho", "so": "số",
    "neu": "nếu", "giao": "giao", "gui": "gửi", "theo": "theo", "chuyen": "chuyển", "trong": "trong", "ngay": "ngày", "truoc": "trước",
}  # fmt: skip
# Where a trích yếu ends, outside quotation marks.
TITLE_END = re.compile(
    rf"""(?x)
    [“”"«»]                                             # quotation marks are counted by the caller
    | (?P<end>
        ;|\t|\s\|
      | \.(?=\s|$|/)(?<!\b[A-Z]\.)                      # a full stop
      | \((?=\s*(?:sau\s+day|goi|viet\s+tat|duoi\s+day|[A-Z]\w+\s+quyet|Nghi\s+dinh|Quyet\s+dinh|Ke\s+hoach|De\s+an|Chuong\s+trinh))
      | \)                                              # an unopened bracket
      | \n\s*+(?=[-+*•]\s|\d+[.)]\s|[a-zd]\)\s|[IVX]+\.\s)  # a new item
      | \n[^\S\n]*\n(?=\s*[A-Z\d])                           # a new paragraph
      | \n(?=\s*[A-Z]{{2,}})                            # a heading in capitals
      | ,(?=\s+(?:Bo|Uy\s+ban|UBND|So|Chinh\s+phu|(?:Pho\s+)?Thu\s+tuong
          |Van\s+phong|Tinh\s+uy|Ban\s+Chi\s+dao|Thanh\s+uy|Dang\s+uy|Cuc|Ban\s+Bi\s+thu)\s+[A-Z\w][^,;.]{{0,90}}?
          \s(?:ban\s+hanh|xay\s+dung|de\s+nghi|yeu\s+cau|bao\s+cao|thong\s+bao|huong\s+dan
          |to\s+chuc|da|co\s+y\s+kien|du\s+thao|tran\s+trong|giao|trien\s+khai|kinh\s+de\s+nghi|quyet\s+dinh)\b)
      | (?:,|\s+va)\s+(?:cac\s+)?(?=(?:{_KINDS})\s+(?:s[o06]\s+)?\d{{1,6}}[a-z]?\s*[/-]\s*\w)  # a list
      | \s+va\s+(?=cac\s+(?:quy\s+dinh|van\s+ban|nhiem\s+vu))
      | \s(?=(?:duoc|da\s+duoc)\s+(?:{CHANGING}|hop\s+nhat|ban\s+hanh\s+kem))
      | \s(?=(?:het\s+hieu\s+luc|cham\s+dut\s+hieu\s+luc|co\s+hieu\s+luc))
      | \s(?=(?:Can\s+cu|Theo\s+de\s+nghi|Xet\s+de\s+nghi|QUYET\s+DINH|QUYET\s+NGHI)\b)
    )
    """,
)
CHANGES = re.compile(rf"(?i)\s*(?:ve\s+viec\s+|ve\s+)?{CHANGING}")

_LAW_KINDS = r"(?:Bo\s+[lL]uat|(?<!Bo\s)Luat|Phap\s+[lL]enh|BO\s+LUAT|(?<!PHAP\s)(?<!Phap\s)LUAT|PHAP\s+LENH)"

# With their accents: "Luật sư" is no law, "Luật Sử dụng …" is.
NO_LAW = re.compile(
    r"(?i)(?:" + "|".join(re.escape(name) for name in names_of_no_law()) + r")(?!\w)"
)
LAW = re.compile(rf"(?<!\w){_LAW_KINDS}\s+(?!(?i:dieu)\s+\d)")
LAW_OPENS = re.compile(
    r"[A-Z]|sua\s+doi|to\s+chuc|ban\s+hanh"
)  # its name, or what a law does to another
# The heads say where a pattern may begin: without what stands around, letters first, so that they
# cost next to nothing.
LAW_HEAD = re.compile(r"Bo\s+[lL]uat\s|Luat\s|Phap\s+[lL]enh\s|BO\s+LUAT\s|LUAT\s|PHAP\s+LENH\s")
AMENDING_LAW = re.compile(
    r"(?<!\w)(?i:Bo\s+luat|Luat|Phap\s+lenh)\s+(?i:sua\s+doi)(?:\s*,\s*(?i:bo\s+sung))?\b"
)
LAW_YEAR = re.compile(r"\s+(?:nam\s*)?(?:19|20)\d\d(?!\d|\s*[-/])")
LAW_NUMBER = re.compile(r"\s*,?\s*(?:so|s[6o])\s*:?\s+")
# Matched against the text with its accents: "Bảo vệ" is not "về", "Đê điều" not "Điều".
LAW_END = re.compile(
    r"""(?xi)
    [,;.:()|\t“”"/+…]|\n\s*\n
    | \s(?:số|năm|khoản|điều)\s*[\d.…_] | \s?\[?\d
    | \s(?:ngày|và\s+(?:các|(?:Bộ\s+)?Luật|Nghị|Thông|Điều|Quyết|hướng|văn\s+bản|Pháp)
      |được|đã|về|quy\s+định|tại|để|có|từ|trong|là|trước
      |theo|cho|nhằm|đối\s+với|thì|này|hiện\s+hành|do|khi|phải|bảo\s+đảm|như|cũng|nhưng|không|thông\s+qua|đảm\s+bảo|gồm|vẫn
      |hoặc|hay|nếu|cụ\s+thể|vào|trên|gắn|của|mà|bao(?:\s+gồm)?|bị|bằng|kèm|thuộc|thực\s+hiện|lại|đến|với|ra|sẽ|đang|chưa
      |còn|cùng|một\s+số|góp\s+phần|đồng\s+thời|nên|vì|làm|nộp|thủ\s+tướng|bộ\s+trưởng|căn\s+cứ|-|–)(?=[\s,;.]|$)
    """,
)
AMENDING_END = re.compile(
    r"(?i)[;.()|\t“”\"]|\n\s*\n|\s(?:so|ngay|nam)\s+\d|\s(?:quy\s+dinh|duoc|va\s+cac\s+van\s+ban)\b|,\s+(?=ngay)"
)
CONSTITUTION = re.compile(
    r"(?:Hien\s+phap|Dieu\s+le\s+Dang(?=\W))(?:\s+(?:Cong\s+san\s+Viet\s+Nam|nuoc\s+Cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+Viet\s+Nam))?"
)
# A law or programme still to be made is no citation; "(sửa đổi)", "(thay thế)" name the law that
# exists.
_DRAFTS, _AND_DRAFTS = alternation(Meaning.DRAFTS, without=("along",)), alternation(Meaning.DRAFTS)
DRAFTED = re.compile(
    rf"(?i){_DRAFTS}(?:\s*,?\s*(?:va\s+)?{_AND_DRAFTS})*\s+(?:(?:cac|du\s+an|du\s+thao|ho\s+so|de\s+nghi|ve)\s+)*$"
)
# So does "sửa đổi, bổ sung" right behind its name.
AMENDED_NAME = re.compile(r"(?i)\s*(?:\(\s*|(?=sua))(?P<verb>sua\s+doi|thay\s+the)")
# "Nghị quyết phiên họp Chính phủ thường kỳ tháng 10 năm 2025": a resolution that its session
# names.
SESSION = re.compile(
    r"Nghi\s+quyet\s+(?i:phien\s+hop)\s+(?:thuong\s+ky\s+)?(?:cua\s+)?Chinh\s+phu\s+(?:thuong\s+ky\s+)?thang\s+\d{1,2}(?:\s*/\s*|\s+nam\s+)(?P<year>20\d\d)"
)

PROGRAMMES = prints(Meaning.PROGRAMME)
_NAMED = f"(?:{_any_of(PROGRAMMES)})"
NAMED = re.compile(_any_of(PROGRAMMES))
QUOTED = re.compile(rf'(?<!\w)(?P<kind>{_NAMED})\s+[“"](?P<title>[^“”"]{{12,400}})[”"]')
PROGRAMME = re.compile(
    rf"(?<!\w)(?P<kind>{_NAMED})\s+(?!(?:tren|tai|theo|cho|da|co|duoc|trong|cac|den|giai|thoi)\s)"
    r"(?P<title>[a-z]+\s(?:(?!\s(?:giai\s+doan|thoi\s+ky|den\s+nam)\s\d)[^;.()\t|“”\"]){8,220}\s"
    r"(?:giai\s+doan\s+\d{4}\s*-\s*\d{4}|thoi\s+ky\s+\d{4}\s*-\s*\d{4}|den\s+nam\s+\d{4})(?:\s*,?\s*(?:dinh\s+huong|tam\s+nhin)\s+den\s+(?:nam\s+)?\d{4})?)"
)
SHORT = re.compile(
    rf"(?<![\w/-])(?P<kind>{_SERIAL}|{_SHORTS})\s+(?:so\s+)?(?P<serial>\d{{1,4}})"
    r"(?![\w/%]|\s*[-/]\s*[A-Za-z\d]|[.,:]\d|\s+(?:nam|thang|ngay|tuan|gio|trieu|ty|dong|nguoi|nhiem\s+vu|don\s+vi|du\s+an|trang|-)\b|\s*/\s*(?:[A-Z]|\d))"
)
SHORT_HEAD = re.compile(rf"(?:{_SERIAL}|{_SHORTS})(?=\s+(?:so\s+)?\d)")
_LOCAL_KINDS = _any_of(name for kind in document_kinds() if kind.changes for name in _words(kind))
# "Quyết định này": the last word is looked for, the kind stands before it.
LOCAL_END = re.compile(r"nay(?!\w)|Nay(?!\w)|NAY(?!\w)")
LOCAL = re.compile(rf"(?i)(?<!\w)(?P<kind>{_LOCAL_KINDS})\s+nay$")
# What a folded title says of its own act before it names the plan: "phê duyệt Kế hoạch …".
ACT_OF_TITLE = re.compile(r"^(?:ve viec |ve )?(?:phe duyet |ban hanh )")
