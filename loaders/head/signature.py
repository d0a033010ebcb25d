"""Who signed (người ký): the printed block, else the last personal digital signature before the body's seal.

Nghị định 30/2020/NĐ-CP, Điều 13 (TM., KT., TL., TUQ., Q.); the Party writes T/M, K/T, T/L.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.records import PersonMention, Relation, UnitMention
from luocdo.graph.text import fold
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.context import Part

_CAPACITY = re.compile(r"\b(?P<capacity>KT|TM|TL|TUQ|Q|T/M|K/T|T/L)\s*\.?(?=\s+[A-Z])")
_POST_WORD = r"(?:[A-Z]{2,}[A-Z.]*(?![a-z])|-|,|/)"
_POST = re.compile(
    r"(?<![^\W_])(?:(?:KT|TM|TL|TUQ|Q|T/M|K/T|T/L)\s*\.?\s*)?(?:QUYEN\s+)?(?:BO\s+TRUONG|THU\s+TUONG|THU\s+TRUONG|CHU\s+TICH|PHO|GIAM\s+DOC|CUC\s+TRUONG|VU\s+TRUONG|CHU\s+NHIEM|CHANH|TONG|TRUONG|VIEN\s+TRUONG|HIEU\s+TRUONG|UY\s+BAN|UBND|BAN(?!\s+HOP\s+NHAT)|BI\s+THU|THONG\s+DOC|CHINH\s+PHU|HOI\s+DONG|BO\s+CHINH\s+TRI|THUONG\s+TRUC|TUQ|DANG\s+DOAN|DOI\s+TRUONG|QUYEN|CHI\s+CUC|QUOC\s+HOI)"
    r"(?:[\s,\-/.]+" + _POST_WORD + r")*",
)
_SIGNED = re.compile(r"\(\s*(?:Da|DA)\s+(?:ky|KY)\s*\)")
_LONGEST_NAME = 60
_BLOCK = 900  # characters: a signature block is no longer
_NAME_WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]*)$")
_SEAL = re.compile(
    r"(?im)^[\t ]*(?P<time>20\d\d-\d\d-\d\dT[\d:]+[+\-Z]?\d*)[^\n]*\n[^\n]*\n?[\t ]*(?P<who>[^\n<]+?)\s*(?:<(?P<mail>[^>\n]*)>)?\s*đã\s+ký\s+lên\s+văn\s+bản"
)
_NOT_NAMES = frozenset(
    fold(w)
    for w in ("Nơi nhận", "Như Điều", "Đã ký", "Lưu", "Điều", "Kính gửi", "Phụ lục", "Độc lập", "Văn thư", "Công báo")
)
# Family names of Vietnam (họ), the common ones of all peoples; Tổng điều tra dân số 2019.
_FAMILY = frozenset(
    (
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai "
        "Lương Cao Hà Tô Tạ Chu Lâm Thái Quách Từ Vương Đào Trương Lưu Hứa Kiều La Lại Lò Lữ Lục Mạc Mã "
        "Nghiêm Ninh Nông Ông Phùng Quan Quản Sầm Tăng Thạch Thân Thiều Tiêu Tống Triệu Tôn Văn Vi Viên "
        "Đàm Đậu Đồng Điểu Bạch Bế Cấn Châu Chử Cù Cung Danh Diệp Doãn Giang Giáp Hán Hầu Hoa Khổng Khúc "
        "Khuất Y Ung Phí Lường Cầm Hờ Giàng Vàng Thào Sùng Lầu Mùa A Rơ K Kpă Ksor Siu Nay Rah Hàng Âu "
        "Lã Khương Nhữ Phó Trà Trang Tường Viêm Xa Yên Bá Kim Hạ Hạng Hồng Lường Lù Ma Mông Quàng Tòng "
        "Vừ Thang Thi Thông Tiền Tưởng "
    )
    .casefold()
    .split()
)


@dataclass(frozen=True, slots=True)
class SignatureReading:
    """The signer with the post, and the edges that prove it; ``mended`` where the post was misprinted."""

    name: str | None = None
    post: str | None = None
    relations: tuple[Relation, ...] = ()
    printed_post: str | None = None
    mended: bool = False


def read_signature(page: Page, part: Part, day: str | None) -> SignatureReading:
    """Read the signature block of the document."""
    text = bare(page.flat)
    seals = _seals(page, part)
    found = _printed(page, text, part)
    if found is None:
        return _digital(page, part, seals)
    name, post = found
    title = " ".join(text_of(page, post).split()) if post else None
    mended = _mended(title)
    evidence = page.evidence(
        "Chữ ký",
        Span(post.start, name.end) if post and post.start < name.start and name.end - post.start < _BLOCK else name,
        printed=name,
    )
    capacity = _CAPACITY.search(text[post.start : post.end]) if post else None
    properties: dict[str, str | int | float | bool | None] = {
        "signature": "printed",
        "post": mended or title,
        "signed_at": day,
    }
    if capacity:
        properties["capacity"] = capacity["capacity"] + ("." if "/" not in capacity["capacity"] else "")
    signer = text_of(page, name)
    edge = Relation(
        type="SIGNED_BY",
        target=PersonMention(name=signer, title=mended or title),
        evidence=evidence,
        properties=properties,
    )
    return SignatureReading(signer, mended or title, (edge, *_seal_edges(page, seals)), title, mended is not None)


def text_of(page: Page, span: Span) -> str:
    """Return the words of a span without marks at its ends."""
    return page.text(span).strip(" *_|.,;:")


def _printed(page: Page, text: str, part: Part) -> tuple[Span, Span | None] | None:
    """Find the last personal name of the closing that stands behind a post in capitals."""
    zone = part.closing
    posts = [one for one in _POST.finditer(text, zone.start, zone.end) if _is_post(text, one)]
    if not posts:
        return _marked(page, text, zone)
    for line in reversed(list(re.finditer(r"[^\n\t|]+", text[zone.start : zone.end]))):
        span = page.trim(Span(zone.start + line.start(), zone.start + line.end()))
        name = _name(page, text, span)
        if name is None:
            continue
        before = [one for one in posts if one.start() < name.start]
        if before:
            return name, _whole_post(before, name)
    return None


def _marked(page: Page, text: str, zone: Span) -> tuple[Span, None] | None:
    """Find the name behind "(Đã ký)" where the copy left out the post."""
    for mark in _SIGNED.finditer(text, zone.start, zone.end):
        end = min(zone.end, mark.end() + _LONGEST_NAME)
        line = re.compile(r"[^\n\t|]*\w[^\n\t|]*").search(text, mark.end(), end)
        name = _name(page, text, page.trim(Span(line.start(), line.end()))) if line else None
        if name:
            return name, None
    return None


def _is_post(text: str, found: re.Match[str]) -> bool:
    words = found[0]
    return sum(c.isupper() for c in words) >= 5 and not text[found.start() - 1 : found.start()].isalpha()  # noqa: PLR2004


def _whole_post(posts: list[re.Match[str]], name: Span) -> Span:
    """Return the post's lines together: "KT. BỘ TRƯỞNG" and "THỨ TRƯỞNG"."""
    last = posts[-1]
    start = last.start()
    for one in reversed(posts[:-1]):
        if start - one.end() > 12:  # noqa: PLR2004 - a line end and marks
            break
        start = one.start()
    return Span(start, min(last.end(), name.start))


def _name(page: Page, text: str, span: Span) -> Span | None:
    """Return the personal name at the end of a line: two to five words, each a capital and small letters."""
    words = list(re.finditer(r"[^\s*_]+", page.flat[span.start : span.end]))
    tail: list[re.Match[str]] = []
    for word in reversed(words):
        plain = word[0].strip(".,;:/")
        if not _NAME_WORD.match(plain) or not plain[:1].isupper() or (len(plain) > 1 and not plain[1:].islower()):
            break
        tail.insert(0, word)
    while len(tail) > 1 and tail[0][0].casefold() not in _FAMILY and len(tail) > 2:  # noqa: PLR2004
        tail = tail[1:]
    if not 2 <= len(tail) <= 5 or tail[0][0].casefold() not in _FAMILY:  # noqa: PLR2004 - family and given names
        return None
    name = Span(span.start + tail[0].start(), span.start + tail[-1].end())
    printed = page.text(name)
    before = text[span.start : name.start].strip(" *_")
    if fold(printed) in _NOT_NAMES or (before and not before.isupper() and not before.endswith((".", "Da ky)", ")"))):
        return None
    return name


def _mended(post: str | None) -> str | None:
    """Mend "KT. BỘ TRƯỞNG / THỦ TRƯỞNG": who signs for a minister is a Thứ trưởng."""
    if post and re.search(r"(?i)KT\.?\s+BỘ TRƯỞNG\b.*THỦ TRƯỞNG$", post):
        return re.sub(r"(?i)THỦ TRƯỞNG$", "THỨ TRƯỞNG", post)
    return None


@dataclass(frozen=True, slots=True)
class _Seal:
    span: Span
    who: Span
    name: str
    time: str
    personal: bool


def _seals(page: Page, part: Part) -> list[_Seal]:
    found = []
    for one in _SEAL.finditer(page.normal.text, part.span.start, part.span.end):
        name = " ".join(one["who"].split())
        words = name.split()
        personal = 2 <= len(words) <= 5 and words[0].casefold() in _FAMILY  # noqa: PLR2004
        found.append(
            _Seal(Span(one.start(), one.end()), Span(one.start("who"), one.end("who")), name, one["time"], personal)
        )
    return sorted(found, key=lambda seal: seal.time)


def _digital(page: Page, part: Part, seals: list[_Seal]) -> SignatureReading:
    """Take the last personal signature before the body's seal; an earlier one is an initial."""
    del part
    first_seal = next((seal.time for seal in seals if not seal.personal), "9999")
    people = [seal for seal in seals if seal.personal and seal.time <= first_seal]
    if not people:
        return SignatureReading(relations=_seal_edges(page, seals))
    signer = people[-1]
    evidence = page.evidence("Chữ ký số", signer.span, printed=signer.who, reading="inferred")
    edge = Relation(
        type="SIGNED_BY",
        target=PersonMention(name=signer.name),
        evidence=evidence,
        properties={"signature": "digital", "signed_at": signer.time},
    )
    return SignatureReading(signer.name, None, (*_initials(page, people[:-1]), edge, *_seal_edges(page, seals)))


def _initials(page: Page, people: list[_Seal]) -> tuple[Relation, ...]:
    """Keep who initialled before the signer (ký nháy, Nghị định 30/2020/NĐ-CP, Điều 10): a fact, not the signature."""
    return tuple(
        Relation(
            type="SIGNED_BY",
            target=PersonMention(name=seal.name),
            evidence=page.evidence("Chữ ký số", seal.span, printed=seal.who, reading="inferred"),
            properties={"signature": "initial", "signed_at": seal.time},
        )
        for seal in people
    )


def _seal_edges(page: Page, seals: list[_Seal]) -> tuple[Relation, ...]:
    """Return SIGNED_BY to the body for each seal."""
    return tuple(
        Relation(
            type="SIGNED_BY",
            target=UnitMention(as_printed=seal.name, name=seal.name),
            evidence=page.evidence("Chữ ký số", seal.span, printed=seal.who),
            properties={"signature": "digital", "signed_at": seal.time},
        )
        for seal in seals
        if not seal.personal
    )
