"""The title (trích yếu): what stands behind the kind, or behind "V/v" of a letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.registry import Registry
from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import either, of, opening
from luocdo.loaders.head.enacting import AUTHORITY
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import (
    KIND_LINE,
    MATTER_MARK,
    PLACE_AND_DATE,
    capitals_end,
    in_capitals,
    is_capitals,
)
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.text.zones import Part

_MATTER_OPENS = re.compile(rf"{MATTER_MARK.pattern}\s*:?\s*")
_RULE = re.compile(r"^[\W_]*$")
_OTHER_ZONE = either(
    of(Meaning.BASIS_OPENS, "basis"),
    of(Meaning.HEAD_MARK, "addressed", "received"),
    r"s[o06]\s*:",
    r"s[o06]\s+\d+/",
    rf"{of(Meaning.DIVISION, 'article')}\s+1\b",
    rf"{of(Meaning.DOCUMENT_KIND)}\s+nay",
)
_ENDS = re.compile(rf"(?i)^\W*{_OTHER_ZONE}")
# the letter's own words, no rest of its matter
_STATEMENT = re.compile(rf"(?:{opening(Meaning.FIGURE_OPENS, 'day')}\s+\d|.{{200}})")
_OF_BODY = rf"(?i)^\W*{of(Meaning.PREPOSITION, 'of')}\s+{of(Meaning.HEAD_POST, 'body', 'organ')}"
_ISSUED_BY = re.compile(rf"{_OF_BODY}[^.;]{{0,60}}$")
_SESSION = re.compile(rf"{_OF_BODY}[^.;]{{0,50}}?{of(Meaning.PERIOD, 'term')}")
_DIVISION = in_capitals(Meaning.DIVISION, "article", "part", "chapter", "section")
_HEADING = re.compile(rf"^\W*(?:(?:[IVX]+|\d+|[A-Z])\s*[.)-]\s|{_DIVISION})")
_NOTE = re.compile(r"\[\d+\]")  # a footnote's mark
_LONGEST = 900


def read_title(page: Page, part: Part, issuer: Span | None) -> str | None:
    """Return the title, its lines joined, without the ``issuer`` printed behind it; None where
    there is none.
    """
    text = bare(page.flat)
    kind = KIND_LINE.match(text, _line_start(text, part.title.start))
    if kind is None:
        return _matter(page, text, part)
    rest = Span(kind.end("kind"), _line_end(text, kind.end("kind")))
    if _NOTE.sub("", text[rest.start : rest.end]).strip(" *_#\t|:"):
        return _over_lines(page, text, rest, part) or _glued(page, text, rest, issuer)
    return _below(page, text, rest.end, part)


def _matter(page: Page, text: str, part: Part) -> str | None:
    """Read "V/v …": up to the place and date, or a blank line."""
    found = _MATTER_OPENS.search(text, part.span.start, min(part.body.end, part.span.start + 4000))
    if found is None:
        return None
    pieces: list[Span] = []
    dated = None
    for line in _lines(text, found.end(), part.span.start + 5000):
        words = text[line.start : line.end]
        if _ENDS.match(words) or (dated and _STATEMENT.match(words)):
            break
        if dated := PLACE_AND_DATE.search(words):
            place = _place(words[: dated.start()])
            pieces.append(
                Span(line.start, line.start + (place.start() if place else dated.start()))
            )
            continue
        if not words.strip():
            break
        pieces.append(line)
    return (
        " ".join(words for piece in pieces if (words := page.text(piece))).strip(" *_|.") or None
    )


def _place(before: str) -> re.Match[str] | None:
    """Find the place that stands before "ngày …": the longest known one, for the title may end in
    a capital word.
    """
    known = Registry.load().provinces
    for count in (3, 2, 1):
        found = re.search(rf"(?:^|(?<=\s))[A-Z]\w+(?:\s[A-Z]\w+){{{count - 1}}},\s*$", before)
        if found and fold(found[0]) in known:
            return found
    return re.search(r"(?:^|\s{2,}|(?<=\s))(?:[A-Z]\w+\s?){1,4},\s*$", before)


def _over_lines(page: Page, text: str, rest: Span, part: Part) -> str | None:
    """Read "THÔNG BÁO KẾT LUẬN" and the lines in capitals below it as one title."""
    if not is_capitals(text[rest.start : rest.end]) or not _goes_on_below(text, rest, rest.end):
        return None
    return _below(page, text, rest.start, part)


def _glued(page: Page, text: str, rest: Span, issuer: Span | None) -> str | None:
    """Read a title on the line of its kind: in capitals up to the first small word, without the
    issuer behind it.
    """
    end = capitals_end(text, rest.start, rest.end)
    if end == rest.start:
        end = rest.end
    if issuer is not None and rest.start < issuer.start < end:
        end = issuer.start
    return page.text(Span(rest.start, end)).strip(" *_|") or None


def _below(page: Page, text: str, start: int, part: Part) -> str | None:
    """Read the title on the lines below its kind: one paragraph."""
    pieces: list[Span] = []
    for line in _title_lines(text, start, part):
        pieces.append(line)
        if sum(piece.end - piece.start for piece in pieces) > _LONGEST:
            break
    if not pieces:
        return None
    return page.text(Span(pieces[0].start, pieces[-1].end)).strip(" *_|") or None


def _title_lines(text: str, start: int, part: Part) -> Iterator[Span]:
    """Yield the lines of a title: behind rules and who issues it, until something else begins."""
    paragraphs, named = _has_paragraphs(text, part), False
    last: Span | None = None
    for line in _lines(text, start, min(part.span.end, start + 4000)):
        words = text[line.start : line.end]
        if _RULE.match(words):
            if last is not None and (words.strip() or not _goes_on_below(text, last, line.end)):
                return
        elif last is None and (_ISSUED_BY.match(words) or (named and _is_issuer(words))):
            named = True
        elif _ends_title(text, last, words, paragraphs=paragraphs):
            return
        else:
            last = line
            yield line


def _ends_title(text: str, last: Span | None, words: str, *, paragraphs: bool) -> bool:
    """Return whether a line stands below the title, or where a title should begin and
    has none.
    """
    if _ENDS.match(words):
        return True
    if last is None:
        return _is_issuer(words) and is_capitals(words)
    if _SESSION.match(words) or _is_issuer(words) or _HEADING.match(words):
        return True
    return not paragraphs and not _goes_on(text, last, words)


def _goes_on_below(text: str, before: Span, at: int) -> bool:
    """Return whether a title in capitals goes on behind a blank line."""
    found = re.compile(r"[^\n]*\S[^\n]*").search(text, at)
    below = found[0] if found else ""
    return (
        is_capitals(text[before.start : before.end])
        and is_capitals(below)
        and not (
            _ENDS.match(below)
            or _HEADING.match(below)
            or _is_issuer(below)
            or KIND_LINE.match(below)
        )
    )


def _is_issuer(words: str) -> bool:
    plain = re.sub(r"[*_#|]+", " ", words).strip()
    return is_capitals(plain) and bool(AUTHORITY.fullmatch(" ".join(plain.split())))


def _goes_on(text: str, before: Span, words: str) -> bool:
    """Return whether a line goes on with the title where paragraphs are not parted by
    blank lines.
    """
    last = text[before.start : before.end].rstrip(" *_")
    first = words.lstrip(" *_#")
    return (
        (is_capitals(last) and is_capitals(first))
        or first[:1].islower()
        or last.endswith((",", ";", "-"))
    )


def _has_paragraphs(text: str, part: Part) -> bool:
    lines = text[part.span.start : min(part.span.end, part.span.start + 8000)].split("\n")
    return sum(not line.strip() for line in lines) > 0.2 * len(lines)


def _lines(text: str, start: int, end: int) -> list[Span]:
    spans, at = [], start
    end = min(end, len(text))
    while at < end:
        stop = _line_end(text, at)
        spans.append(Span(at, stop))
        at = stop + 1
    return spans


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
