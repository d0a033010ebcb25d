"""Cutting a file into its documents and each document into its zones (Nghị định 30/2020/NĐ-CP, Phụ
lục I).

The marks are those of drafting: quốc hiệu or tiêu ngữ, "Số:", the kind in capitals, "Căn cứ",
"QUYẾT ĐỊNH:", "Nơi nhận", "PHỤ LỤC", "(Kèm theo …)". All are looked for in text without accents,
so that OCR costs nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import capitalised, either, of, opening, unguarded
from luocdo.loaders.text.annexes import attached_start, first_annex, is_lone_annex, read_annexes
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.lines import first_line, line_end, line_start, lines_before
from luocdo.loaders.text.marks import (
    ARTICLE,
    KIND_LINE,
    MATTER_MARK,
    NUMBER_LINE,
    PLACE_AND_DATE,
    in_capitals,
    is_capitals,
    kind_of_line,
)
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.zones import Part

_TOP = 4000
_CHAPTER = capitalised(Meaning.DIVISION, "part", "chapter")
_PLACE = re.compile(either(in_capitals(Meaning.REGION), in_capitals(Meaning.UNIT_HEAD, "ubnd")))
_OPENS = opening(Meaning.BASIS_OPENS, "basis", "carries_out", "asked")
_PREAMBLE = re.compile(rf"(?:^|(?<=[\s>])){_OPENS}\s+(?=\S)")
_BASIS = re.compile(opening(Meaning.BASIS_OPENS, "basis"))
_GLUED = re.compile(_OPENS)  # behind a title in capitals
_LETTER = re.compile(rf"(?im)^[^\w\n]*{unguarded(Meaning.HEAD_MARK, 'addressed')}\b")
_ENACTS = re.compile(rf"(?:^|(?<=\s)){in_capitals(Meaning.RESOLVES)}\s*:", re.MULTILINE)
_FIRST_PART = rf"{_CHAPTER}\s+(?:I|{of(Meaning.DIVISION, 'order')}\s+\w+)\b"
_BODY = re.compile(
    rf"(?m)^[^\w\n]*(?:{ARTICLE}\s+1\b|[IVX]{{1,5}}\s*\.(?=\s)"
    rf"|I\s*\.|1\s*\.|{_FIRST_PART}|A\s*\.)"
    rf"|(?<=\s){ARTICLE}\s+1\s*\."
)
_RECIPIENTS = re.compile(
    rf"(?im)^(?:[^\w\n]|_)*{unguarded(Meaning.HEAD_MARK, 'received')}"
    r"(?:[^\w\n]|_)*(?:$|:|(?=\s*-))"
)
_POST_LINE = re.compile(
    rf"^\W*(?![IVX]{{1,5}}\s*\.\s)(?:{in_capitals(Meaning.CAPACITY)}\s*\.?\s*)?[A-Z][A-Z"
    r" ,.\-/]{3,60}\W*$"
)
_SIGNED_MARK = capitalised(Meaning.HEAD_MARK, "signed")
_SIGNED = re.compile(
    rf"(?m)^[^a-z\n]*\b(?!Q\b){in_capitals(Meaning.CAPACITY)}\s*\.?\s+[A-Z]{{2,}}[^\n]*"
    # CHỦ TỊCH QUỐC HỘI
    rf"|^[^\w\n]*{in_capitals(Meaning.HEAD_POST, 'head', 'authority')}(?:\s+[A-Z]+)*"
    # the name in the same cell
    rf"(?:[^\S\n]{{2,}}(?:{_SIGNED_MARK}\s*:\s*)?(?:[A-Z][a-z]+\s?){{2,5}})?\s*$"
    rf"|\(\s*{_SIGNED_MARK}\s*\)"
)
_ENCLOSES = either(of(Meaning.ATTACHED, "issued", "sent"), of(Meaning.HEAD_MARK, "draft"))
_SENT = re.compile(rf"(?i){_ENCLOSES}[^.\n)]{{0,80}}")
_CARRIER = re.compile(rf"(?i){of(Meaning.DOCUMENT_KIND)}\s+nay")


def split_parts(page: Page) -> tuple[Part, ...]:
    """Return the documents of ``page`` in order; one that another carries names it."""
    text = bare(page.flat)
    starts = [0, *_further(text)]
    parts = [
        _part(text, Span(start, end))
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    ]
    return tuple(
        part if not number else _carried(text, part, parts[0]) for number, part in enumerate(parts)
    )


def _further(text: str) -> list[int]:
    """Find documents behind a letter: a number line with place, date and kind of its own after the
    letter's closing.
    """
    first = _RECIPIENTS.search(text)
    letter = _LETTER.search(text[:_TOP])
    if first is None or letter is None:
        return []
    found: list[int] = []
    for number in NUMBER_LINE.finditer(text, first.end()):
        near = text[number.start() : number.start() + 700]
        if PLACE_AND_DATE.search(near) and KIND_LINE.search(near):
            found.append(line_start(text, number.start()))
            break
    return found


def _carried(text: str, part: Part, carrier: Part) -> Part:
    said = list(_SENT.finditer(text, carrier.span.start, carrier.span.end))
    sentence = Span(said[-1].start(), said[-1].end()) if said else carrier.title
    named = _CARRIER.search(text, sentence.start, sentence.end)
    return replace(
        part,
        enclosure_of=0,
        enclosure_mode="sent_with",
        enclosure_span=sentence,
        enclosure_name=Span(named.start(), named.end()) if named else None,
    )


def _part(text: str, span: Span) -> Part:
    if is_lone_annex(text, span):
        nothing = Span(start := first_line(text, span), start)
        return Part(
            span,
            nothing,
            nothing,
            nothing,
            nothing,
            nothing,
            tuple(read_annexes(text, nothing, span.end)),
        )
    top = min(span.end, span.start + _TOP)
    head = _heading(text, span.start, top)
    closing = _closing(text, head, span.end)
    preamble = _preamble(text, head, min(top + _TOP, closing.start))
    body = _body(text, preamble, closing.start)
    title = Span(head, max(head, preamble))
    annexes = tuple(read_annexes(text, closing, span.end))
    end = annexes[0].span.start if annexes else span.end
    return Part(
        span,
        Span(span.start, head),
        title,
        Span(preamble, max(preamble, body)),
        Span(max(preamble, body), closing.start),
        Span(closing.start, max(closing.start, min(closing.end, end))),
        annexes,
    )


def _heading(text: str, start: int, end: int) -> int:
    """Return where the title begins: the line of the kind in capitals, or V/v or Kính gửi of a
    letter.
    """
    letter = _LETTER.search(text, start, end)
    limit = letter.start() if letter else end
    if kind := KIND_LINE.search(text, start, limit):
        return kind.start("kind")
    matter = MATTER_MARK.search(text, start, limit)
    if matter:
        return matter.start()
    return letter.start() if letter else _after_letterhead(text, start, end)


def _after_letterhead(text: str, start: int, end: int) -> int:
    """Return where a head without kind, matter and addressees ends: behind its date, else behind
    who issues.
    """
    dated = PLACE_AND_DATE.search(text, start, end)
    if dated:
        return dated.end()
    at = first_line(text, Span(start, end))
    while at < end:
        stop = line_end(text, at)
        words = " ".join(re.findall(r"[A-Za-z]+", text[at:stop])).strip()
        if words and not (
            is_capitals(words) and (starts_with_head(words.lower()) or _PLACE.match(words))
        ):
            break
        start, at = stop, stop + 1
    return start


def _preamble(text: str, head: int, end: int) -> int:
    """Return where the bases begin; where there are none, where the words behind the
    title begin.
    """
    line_end = text.find("\n", head)
    found = next(
        (
            one
            for one in _PREAMBLE.finditer(text, head + 1, end)
            if _begins(text, one.start(), head)
        ),
        None,
    )
    body = _BODY.search(text, head, end)
    letter = _LETTER.search(text, head, end)
    marks = [one.start() for one in (found, body, letter) if one is not None]
    without = line_end if head < line_end < end else end
    return min(marks, default=without)


def _begins(text: str, at: int, head: int) -> bool:
    """Return whether a word of the preamble begins a line, or follows the title glued to it in
    capitals.
    """
    before = text[max(head, text.rfind("\n", 0, at) + 1) : at]
    words = re.sub(r"[\W_]+", " ", before).strip()
    if not words:
        return text[head:at].count("\n") > 1 or not _title_goes_on(text, head, at)
    return is_capitals(words) and bool(_GLUED.match(text, at))


def _title_goes_on(text: str, head: int, at: int) -> bool:
    """Return whether nothing but the kind stands before: then "Thực hiện …" is the
    title itself.
    """
    words = re.sub(r"[\W_]+", " ", text[head:at]).strip()
    return len(words.split()) <= 4 and not _BASIS.match(text, at)  # noqa: PLR2004 - a kind has at most four words


def _body(text: str, preamble: int, end: int) -> int:
    if enacts := _ENACTS.search(text, preamble, end):
        return enacts.end()
    if body := _BODY.search(text, preamble, end):
        return body.start()
    if letter := _LETTER.search(text, preamble, end):
        return letter.start()
    return preamble


def _closing(text: str, head: int, end: int) -> Span:
    """Find recipients and signature: from "Nơi nhận" (or the post printed just before it) to the
    first annex.
    """
    found = next(
        (one for one in _RECIPIENTS.finditer(text, head, end) if _lists(text, one.end())), None
    )
    if found is None:
        return _signature_alone(text, head, end)
    after = first_annex(text, found.end(), end)
    attached = attached_start(text, found.end(), end if after is None else after)
    marks = [mark for mark in (after, attached) if mark is not None]
    return Span(_post_before(text, head, found.start()), min(marks, default=end))


def _signature_alone(text: str, head: int, end: int) -> Span:
    """Return the signature of a document without a list of recipients, up to its first annex."""
    annex = first_annex(text, head, end)
    first = end if annex is None else annex
    signed = list(_SIGNED.finditer(text, _body_start(text, head, first), first))
    return Span(signed[-1].start() if signed else first, first)


def _body_start(text: str, head: int, end: int) -> int:
    """Return where the body has begun; before it, words in capitals are the title, or a post that
    enacts.
    """
    begun = _BODY.search(text, head, end)
    return begun.end() if begun else head


def _post_before(text: str, head: int, start: int) -> int:
    """Return where the post of who signs is printed right above "Nơi nhận", else ``start``."""
    body = _body_start(text, head, start)
    first = start
    for line in lines_before(text, start, 3):
        words = text[line.start : line.end]
        signs = _POST_LINE.match(words) and not _ENACTS.search(text, line.start, line.end)
        if signs and line.start >= body and not kind_of_line(words):
            first = line.start
    return first


def _lists(text: str, at: int) -> bool:
    return bool(re.match(r"[\W_]*(?:-|[A-Z+*]|\w)", text[at : at + 60])) and not re.match(
        r"\s*ho so", text[at : at + 20], re.IGNORECASE
    )
