"""Who issues (cơ quan ban hành): the enacting words say it, else the letterhead, else the symbol; never the signer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.text import fold
from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.units.resolving import UnitContext, UnitRef, UnitResolver
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import MOTTO, NUMBER_LINE, PLACE_AND_DATE, is_capitals
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.context import Part

# Who may enact, as printed in capitals without accents before the bases.
AUTHORITY = re.compile(
    r"""(?x)
    (?:QUYEN\s+)?
    (?: BO\s+TRUONG | THU\s+TUONG | CHINH\s+PHU | QUOC\s+HOI | CHU\s+TICH | UY\s+BAN | HOI\s+DONG | GIAM\s+DOC | TONG\s+GIAM\s+DOC
      | CUC\s+TRUONG | VU\s+TRUONG | THONG\s+DOC | TONG\s+KIEM\s+TOAN | TONG\s+THANH\s+TRA | HIEU\s+TRUONG | VIEN\s+TRUONG | CHANH\s+AN | BO\s+CHINH\s+TRI
      | BAN\s+(?:BI\s+THU|CHAP\s+HANH|THUONG\s+VU|CHI\s+DAO|THUONG\s+TRUC|TUYEN\s+GIAO) | CHANH\s+VAN\s+PHONG | TRUONG\s+BAN | BAN\s+THUONG )
    (?:[\s,\-]+[A-Z0-9]+)*
    """,
)
_AUTHORITY_HEAD = re.compile(AUTHORITY.pattern.rsplit("(?:[", 1)[0], re.VERBOSE)
_POST_HEAD = re.compile(
    r"(?:GIAM\s+DOC|TONG\s+GIAM\s+DOC|CUC\s+TRUONG|VU\s+TRUONG|HIEU\s+TRUONG|BO\s+TRUONG|CHU\s+TICH|VIEN\s+TRUONG)"
)
_OWNED = re.compile(r"(?:\b(?:CUA|THUOC|DO|BOI|VOI|VA|TAI|CHO|GIUA|VE)|[,-])\s*$")
_ISSUES = re.compile(
    r"(?m)(?:^|(?<=\),\s)|(?<=\d,\s)|(?<=”,\s))\W*(?P<who>Chinh phu|Quoc hoi|Bo truong Bo [^,.;\n]{3,70}?|Bo [^,.;\n(]{3,60}?|Uy ban nhan dan [^,.;\n]{3,60}?|Hoi dong nhan dan [^,.;\n]{3,60}?)"
    r"\s+(?:\([^)]*\)\s+)?(?:xay\s+dung|ban\s+hanh|quyet\s+dinh)\s",
)
_JUNK = re.compile(r"^[\s\W_]*$")
_ABOVE = re.compile(r"(?:UBND|ỦY BAN NHÂN DÂN|BỘ|TỔNG CỤC|SỞ|BAN CHẤP HÀNH|ĐẠI HỌC|HỌC VIỆN|TỈNH ỦY|THÀNH ỦY)\s")
_HEADS = re.compile(
    r"\s(?=(?:SỞ|CỤC|VỤ|BAN(?! NHÂN DÂN| CHẤP HÀNH| THƯỜNG VỤ)|TRUNG TÂM|CHI CỤC|VĂN PHÒNG|TRƯỜNG|THUẾ|BẢO HIỂM|VIỆN|ỦY BAN|THANH TRA|PHÒNG|TỔNG CỤC|HỘI ĐỒNG)\s)"
)
_SMALL = frozenset(["và", "của", "thuộc", "về", "các", "cho", "tại", "trực", "tại"])


@dataclass(frozen=True, slots=True)
class Issuer:
    """The issuer's ``name``, the ``body`` whose units the document speaks of, and where it is printed."""

    name: str
    body: str
    span: Span | None


def find_issuer(page: Page, part: Part, resolver: UnitResolver, number: str | None, day: str | None) -> Issuer | None:
    """Return who issues the document."""
    text = bare(page.flat)
    letterhead = _letterhead(page, text, part)
    enacting = _enacting(page, text, part, resolver)
    spans = [span for span in (enacting, *letterhead[:1]) if span is not None]
    upper = page.text(letterhead[1]) if len(letterhead) > 1 else ""
    for span in spans:
        unit = _named(page.text(span), upper, resolver, day)
        if unit is not None:
            return Issuer(unit.name, resolver.body_behind(unit).display, span)
    found = _by_symbol(resolver, number, day)
    printed = _printed_as(page, part, found) if found else None
    if found:
        return Issuer(found.name, found.body, printed)
    said = _said(page, text, part)
    unit = _named(page.text(said), "", resolver, day) if said else None
    return Issuer(unit.name, resolver.body_behind(unit).display, said) if unit else _as_printed(page, spans)


def _printed_as(page: Page, part: Part, issuer: Issuer) -> Span | None:
    """Find where an issuer that only the symbol tells is named in the document."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in bare(issuer.name).split()), re.IGNORECASE)
    found = pattern.search(bare(page.flat), part.span.start, part.span.end)
    return Span(found.start(), found.end()) if found else None


def _named(printed: str, upper: str, resolver: UnitResolver, day: str | None) -> UnitRef | None:
    words = " ".join(printed.split()).strip(" .:-*_|")
    nowhere = UnitContext(None, {}, day, None)
    above = resolver.resolve(upper.strip(" .:-*_|"), nowhere) if upper else None
    context = UnitContext(above.id if above and above.known else None, {}, day, None)
    if re.match(r"(?i)bộ trưởng bộ|thủ tướng|chủ tịch|bộ chính trị", words):
        context = nowhere
    found = resolver.resolve(words, context)
    return found if found.known and found.kind != "nhóm" else None


def _enacting(page: Page, text: str, part: Part, resolver: UnitResolver) -> Span | None:
    """Find the authority in capitals between the title and the bases."""
    start, end = part.title.start, max(part.preamble.start, part.title.end)
    for line in re.finditer(r"[^\n]+", text[start : end + 1]):
        plain = re.sub(r"[*_#|]+", " ", line[0])
        stripped = re.sub(r"^CUA\s+", "", plain.strip(" :.-"))
        if is_capitals(stripped) and AUTHORITY.fullmatch(" ".join(stripped.split())) and line.start():
            lead = re.match(r"[\W_]*(?:CUA\s+)?", line[0]).end()  # type: ignore[union-attr]  # matches always
            return page.trim(Span(start + line.start() + lead, start + line.end()))
    return _glued_issuer(page, text, Span(start, end), resolver)


def _glued_issuer(page: Page, text: str, zone: Span, resolver: UnitResolver) -> Span | None:
    """Find the issuer at the end of a title in capitals: the longest tail that the registry knows, or a post."""
    line = text[zone.start : zone.end].rstrip(" :*_\n|\t")
    best: int | None = None
    for head in reversed(list(_AUTHORITY_HEAD.finditer(line))):
        tail = line[head.start() :]
        if not is_capitals(tail) or head.start() == 0 or _OWNED.search(line[: head.start()]):
            continue
        printed = page.flat[zone.start + head.start() : zone.start + len(line)]
        known = resolver.resolve(" ".join(printed.split()), UnitContext(None, {}, None, None))
        if (known.known and known.kind != "nhóm") or (best is None and _POST_HEAD.match(tail)):
            best = head.start()
    return Span(zone.start + best, zone.start + len(line)) if best is not None else None


def _said(page: Page, text: str, part: Part) -> Span | None:
    """Find who "ban hành" in a document without letterhead and enacting line: "Chính phủ ban hành Nghị định …"."""
    found = _ISSUES.search(text, part.preamble.start, part.body.end)
    return page.trim(Span(found.start("who"), found.end("who"))) if found else None


def _letterhead(page: Page, text: str, part: Part) -> list[Span]:
    """Return the issuer's lines of the letterhead, the issuer itself first, the body above it second."""
    lines: list[Span] = []
    stop = min(part.title.start, part.span.start + 3000)
    for found in re.finditer(r"[^\n\t|]+", text[part.span.start : stop]):
        span = page.trim(Span(part.span.start + found.start(), part.span.start + found.end()))
        words = re.sub(r"-{3,}|_{3,}|\*+", " ", text[span.start : span.end]).strip()
        if MOTTO.search(words) or NUMBER_LINE.match(words) or PLACE_AND_DATE.search(words):
            if lines:
                break
            continue
        if _JUNK.match(words) or not is_capitals(words) or len(words) < 4 or "RUT GON" in words:  # noqa: PLR2004
            continue
        lines.append(_bare_span(page, span))
    if not lines:
        return []
    whole = lines[-1]
    printed = page.flat[whole.start : whole.end]
    inner = _HEADS.search(printed)
    if inner and _ABOVE.match(printed):
        cut = whole.start + inner.end()
        return [Span(cut, whole.end), Span(whole.start, cut - 1)]
    return list(reversed(_joined(page, lines)))


def _joined(page: Page, lines: list[Span]) -> list[Span]:
    """Join a name that runs over two lines ("ỦY BAN NHÂN DÂN" / "TỈNH BẮC NINH")."""
    found: list[Span] = []
    for line in lines:
        words = fold(page.text(line))
        if found and (
            words.startswith(("tinh ", "thanh pho ", "va ", "trung uong", "viet nam", "huyen ", "xa ", "phuong "))
            or len(words.split()) == 1
        ):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def _bare_span(page: Page, span: Span) -> Span:
    words = page.flat[span.start : span.end]
    end = re.search(r"\s*[-_*.]{3,}.*$", words)
    return page.trim(Span(span.start, span.start + end.start() if end else span.end))


def _by_symbol(resolver: UnitResolver, number: str | None, day: str | None) -> Issuer | None:
    parsed = DocumentNumber.parse(number) if number else None
    if parsed is None:
        return None
    for symbol in (parsed.issuer_symbol, *re.split(r"[-/]", parsed.symbol)):
        unit = resolver.issuer_of_symbol(symbol, None, day) if symbol else None
        if unit is not None:
            return Issuer(unit.name, resolver.body_behind(unit).display, None)
    return None


def _as_printed(page: Page, spans: list[Span]) -> Issuer | None:
    """Keep an issuer that the registry does not know, in ordinary capitals."""
    if not spans or not starts_with_head(page.text(spans[0])):
        return None
    words = " ".join(page.text(spans[0]).split()).strip(" .:-*_|").lower().split()
    name = " ".join(word if word in _SMALL else word.capitalize() for word in words)
    return Issuer(name[:1].upper() + name[1:], name, spans[0]) if name else None
