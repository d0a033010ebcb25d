"""Who receives, proposes, drafts, answers the telephone (nơi nhận, kính gửi, theo đề nghị, lưu, liên hệ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.records import PersonMention, Relation, UnitMention, Value
from luocdo.graph.units.resolving import UnitContext, UnitResolver, split_units
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.context import Part

_RECIPIENTS = re.compile(r"(?i)noi\s+nhan[\W_]*")
_ADDRESSEES = re.compile(r"(?im)^[\W_]*kinh\s+gui\s*:?")
_ITEM = re.compile(r"(?:^|\n|(?<=;)|(?<=\.)|(?<=:))\s*[-–+•]\s*(?P<item>[^\n;]+?)\s*(?=[;.]?\s*(?:\n|$)|;)")
_PURPOSE = re.compile(r"\(\s*(?P<purpose>(?:để|thay)?\s*[^()]{2,60})\s*\)\s*$")
_OFFICE_GROUP = re.compile(r"\s*(?P<office>(?:VP|UB)[A-ZĐ]+)\s*:")
_FILED = re.compile(r"(?i)^lưu\s*:?\s*(?P<what>.+)$")
_PROPOSED = re.compile(
    r"(?i)(?:^|\n|(?<=;)|(?<=\.)|(?<=\*)|\s)(?:Theo|Xet)\s+de\s+nghi\s+cua\s+(?P<who>[^;.\n]+?)(?=\s+tai\s+(?:To\s+trinh|cong\s+van|van\s+ban)|[;.\n])"
)
_CONTACT = re.compile(
    r"(?is)(?:thong\s+tin\s+lien\s+he|dau\s+moi\s+lien\s+he|lien\s+he)\s*:?\s*(?:Ong|Ba|dong\s+chi|d/c)\s+(?P<name>(?:[A-Z][\w]*\s?){2,5})(?P<rest>[^\n]{0,200}(?:\n[^\n]+){0,4})"
)
# The letter's first sentence may stand on the line of those it is addressed to.
_AFTER_ADDRESSEES = re.compile(
    r"[.;]|(?<=[a-z])\s+(?=(?:Trien\s+khai|Thuc\s+hien|Can\s+cu|Ngay\s+\d|Theo\s|Tra\s+loi|Phuc\s+dap|Tiep\s+theo|Sau\s+khi|Vua\s+qua|Qua\s)\b)"
)
# What every contact's words hold, letters first, and how far before it they may begin.
_TOUCH = re.compile(r"lien\s+he|LIEN\s+HE|Lien\s+he")
_NEAR = 40
_PHONE = re.compile(r"(?:\+84|0)\d[\d .]{7,12}\d")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NOT_UNITS = re.compile(r"(?i)^(?:như trên|như điều|như kính gửi|lưu\b|website|cổng|trang)")
_TAIL = re.compile(r"\s*(?:\t|\s{3,}|(?=(?:KT|TM|TL|TUQ)\.\s)).*$", re.DOTALL)


def read_recipients(page: Page, part: Part, resolver: UnitResolver) -> tuple[Relation, ...]:
    """Return SENT_TO, DRAFTED_BY, PROPOSED_BY and CONTACT of the document."""
    text = bare(page.flat)
    context = UnitContext(None, {}, None, None)
    return (
        *_sent(page, text, part, resolver, context),
        *_proposed(page, text, part, resolver, context),
        *_contacts(page, text, part),
    )


def _sent(page: Page, text: str, part: Part, resolver: UnitResolver, context: UnitContext) -> Iterator[Relation]:
    mark = _RECIPIENTS.search(text, part.closing.start, part.closing.end)
    if mark:
        for item in _items(page, Span(mark.end() - 1, part.closing.end)):
            yield from _recipient(page, item, "Nơi nhận", resolver, context)
    for item in addressees(page, part):
        yield from _recipient(page, item, "Kính gửi", resolver, context)


def _items(page: Page, zone: Span) -> Iterator[Span]:
    for found in _ITEM.finditer("\n" + page.flat[zone.start : zone.end]):
        span = Span(zone.start + found.start("item") - 1, zone.start + found.end("item") - 1)
        cut = _TAIL.search(page.flat[span.start : span.end])
        yield page.trim(Span(span.start, span.start + cut.start() if cut and cut.start() else span.end))


def addressees(page: Page, part: Part) -> Iterator[Span]:
    """Yield those whom a letter is addressed to (kính gửi)."""
    text = bare(page.flat)
    to = _ADDRESSEES.search(text, part.title.start, part.body.end)
    if to:
        yield from _addressees(page, text, to.end())


def _addressees(page: Page, text: str, start: int) -> Iterator[Span]:
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    rest = page.trim(Span(start, line_end))
    if rest and re.search(r"\w", text[rest.start : rest.end]):
        stop = _AFTER_ADDRESSEES.search(text, rest.start, rest.end)
        yield Span(rest.start, stop.start() if stop else rest.end)
        return
    at = line_end + 1
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = page.trim(Span(at, end))
        at = end + 1
        if not line:
            continue
        if not re.match(r"[-–+•]", text[line.start :]):
            return
        yield page.trim(Span(line.start + 1, line.end - (text[line.end - 1] in ";.")))


def _recipient(page: Page, item: Span, place: str, resolver: UnitResolver, context: UnitContext) -> Iterator[Relation]:
    words = page.flat[item.start : item.end]
    filed = _FILED.match(words.strip())
    if filed:
        yield from _drafted(page, item, words)
        return
    if _NOT_UNITS.match(words.strip()) or not re.search(r"\w{2}", words):
        return
    group = _OFFICE_GROUP.match(words)
    if group:  # "VPUB: CVP, PCVP": the office, its people behind the colon
        item, words = Span(item.start, item.start + group.end("office")), words[: group.end("office")]
    purpose = _PURPOSE.search(words)
    end = item.start + (purpose.start() if purpose else len(words))
    properties: dict[str, Value] = {"purpose": " ".join(purpose["purpose"].split())} if purpose else {}
    for piece in split_units(page.flat[item.start : end], resolver, context):
        span = Span(item.start + piece.start, item.start + piece.end)
        evidence = page.evidence(place, item, printed=span)
        yield Relation(
            type="SENT_TO",
            target=UnitMention(as_printed=page.text(span), name=piece.name),
            evidence=evidence,
            properties=properties,
        )


def _drafted(page: Page, item: Span, words: str) -> Iterator[Relation]:
    """Read "Lưu: VT, CNTT (5b)": the drafting unit stands behind VT (văn thư)."""
    for found in re.finditer(r"[^\s,;:()][^,;:()]*", words.partition(":")[2]):
        short = found[0].strip(" .")
        if not re.match(r"[A-ZĐ]", short) or short in ("VT", "HS", "HSCV") or re.match(r"\d", short):
            continue
        start = item.start + words.index(":") + 1 + found.start()
        span = page.trim(Span(start, start + len(found[0])))
        yield Relation(
            type="DRAFTED_BY",
            target=UnitMention(as_printed=page.text(span), name=short),
            evidence=page.evidence("Nơi nhận", item, printed=span),
        )
        return


def _proposed(page: Page, text: str, part: Part, resolver: UnitResolver, context: UnitContext) -> Iterator[Relation]:
    found = _PROPOSED.search(text, part.title.start, max(part.body.start, part.preamble.end))
    if not found:
        return
    zone = Span(found.start("who"), found.end("who"))
    for piece in split_units(page.flat[zone.start : zone.end], resolver, context):
        span = Span(zone.start + piece.start, zone.start + piece.end)
        evidence = page.evidence("Căn cứ", page.trim(Span(found.start(), found.end())), printed=span)
        yield Relation(
            type="PROPOSED_BY", target=UnitMention(as_printed=page.text(span), name=piece.name), evidence=evidence
        )


def _contacts(page: Page, text: str, part: Part) -> Iterator[Relation]:
    first = _TOUCH.search(text, part.body.start, part.closing.end)
    found = _CONTACT.search(text, max(part.body.start, first.start() - _NEAR), part.closing.end) if first else None
    if not found:
        return
    name = page.trim(Span(found.start("name"), found.end("name")))
    rest = page.flat[found.start("rest") : found.end("rest")]
    phone, mail = _PHONE.search(rest), _MAIL.search(rest)
    properties: dict[str, Value] = {key: value[0] for key, value in (("phone", phone), ("email", mail)) if value}
    evidence = page.evidence("Liên hệ", page.trim(Span(found.start(), found.end())), printed=name)
    yield Relation(type="CONTACT", target=PersonMention(name=page.text(name)), evidence=evidence, properties=properties)
