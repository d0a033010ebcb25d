"""Abbreviations that a document defines itself (viết tắt): "chuyển đổi số (CĐS)", "(sau đây gọi
tắt là Chương trình)".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.units.grammar import is_collective, starts_with_head
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import either, of, optional
from luocdo.loaders.text.bare import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.text.page import Page, Span

_SHORT = rf"(?i:{of(Meaning.SHORTENS, 'short', accents=True)}):?"
_BRACKET = re.compile(rf"\(\s*{optional(_SHORT)}(?P<short>[A-ZĐ][A-ZĐa-z&]{{1,14}})\s*\)")
# "Ban điều phối … (sau đây gọi tắt là Ban điều phối)": the short name repeats the beginning of the
# full one.
_CALLED = re.compile(rf"\(\s*{_SHORT}\s+(?P<short>[A-ZĐ][^()\n]{{2,60}}?)\s*\)")
# "… bao gồm các tỉnh A, B, C (sau đây gọi tắt là các tỉnh)": a class of this document, not the one
# of all provinces.
_CLASS = re.compile(
    rf"(?i)\(\s*{of(Meaning.SHORTENS, accents=True)}:?\s+"
    rf"[“\"]?(?P<short>{of(Meaning.DETERMINER, accents=True)}\s[^()\n”\"]{{2,60}}?)[”\"]?\s*\)"
)
# "Phòng Đào tạo (P3)": a sign behind the name of a unit.
_SIGN = re.compile(r"\(\s*(?P<sign>[A-ZĐ]{1,6}\d{1,3}|[A-ZĐ]{2,8})\s*\)")
# "Cục YTDP": a sign behind the head of a name, of letters enough to tell it by their initials.
_SIGNED_KINDS = ("cục", "vụ", "phòng", "ban", "viện", "trung tâm")
_HEADED_SIGN = re.compile(
    rf"\b(?P<head>(?=[A-ZĐ])(?i:{of(Meaning.UNIT_HEAD, *_SIGNED_KINDS, accents=True)}))"
    r"\s+(?P<sign>[A-ZĐ]{3,8})\b"
)
_HEADS = re.compile(rf"(?i){of(Meaning.UNIT_HEAD, *_SIGNED_KINDS)}(?=\s)")
_PASSED_OVER = optional(either(of(Meaning.JOINS, "and"), of(Meaning.TITLE_OPENS, "matter")))
_BEGINNING = re.compile(r"\((?P<short>[A-ZĐ][^\W\d_]{1,9}(?: [^\W\d_]{1,9}){1,2})\)")
_ITEM = re.compile(r"[\n\t|;:]|\d[.)]\s|^\s*[-+]|\b[a-zđ]\)\s")
_TOLD = frozenset(
    {
        "cho",
        "gửi",
        "với",
        "tới",
        "đến",
        "tại",
        "từ",
        "do",
        "nộp",
        "sang",
        "chuyển",
        "giao",
        "qua",
        "lên",
    }
)
_BEFORE = 160
_LONGEST_NAME = 10
_LOWER = frozenset({"và", "của", "về", "các", "với", "cho", "trong", "tại"})
_FEWEST = 2


def own_abbreviations(page: Page, span: Span) -> dict[str, str]:
    """Return short form -> full form for each abbreviation whose letters are the initials of the
    words before it.
    """
    found: dict[str, str] = {}
    for match in _BRACKET.finditer(page.flat, span.start, span.end):
        short = match["short"]
        before = page.flat[max(span.start, match.start() - _BEFORE) : match.start()]
        words = re.split(r"[^\w\s,\-&]", before)[-1]
        full = (
            _spelled(" ".join(words.replace(",", " , ").split()), short) if words.strip() else None
        )
        if full and short not in found:
            found[short] = full
    called = {**_called(page, span), **_classes(page, span)}
    return {
        **_repeated(page, span),
        **_spelt_out(page, span),
        **_signs(page, span),
        **called,
        **found,
    }


def _spelt_out(page: Page, span: Span) -> dict[str, str]:
    """Return "Cục YTDP" -> "Cục Y tế dự phòng" where the document names one unit in full whose
    initials the sign has.
    """
    text = bare(page.flat)
    signs = {
        " ".join(match.group().split()): (match["head"], match["sign"])
        for match in _HEADED_SIGN.finditer(page.flat, span.start, span.end)
    }
    heads = [*_HEADS.finditer(text, span.start, span.end)] if signs else []
    found: dict[str, str] = {}
    for short, (head, sign) in signs.items():
        names = _names_of(bare(head).lower(), _by_initials(bare(sign)), heads, span.end)
        full = {" ".join(page.flat[start:end].split()) for start, end in names}
        if len({fold(name) for name in full}) == 1:
            found[short] = min(full)
    return found


def _by_initials(sign: str) -> re.Pattern[str]:
    """Return what words with the initials of ``sign`` look like, the first with a capital."""
    words = rf"[\s,-]+{_PASSED_OVER}".join(rf"{letter}[a-z]*" for letter in sign)
    return re.compile(rf"\s+(?-i:{words[0]}){words[1:]}\b", re.IGNORECASE)


def _names_of(
    head: str, words: re.Pattern[str], heads: list[re.Match[str]], end: int
) -> Iterator[tuple[int, int]]:
    """Yield the places of the names that begin with ``head`` and go on in such words."""
    for hit in heads:
        behind = words.match(hit.string, hit.end(), end) if hit[0].lower() == head else None
        if behind:
            yield hit.start(), behind.end()


def _called(page: Page, span: Span) -> dict[str, str]:
    """Return the short names that a document gives to units it names in full."""
    found: dict[str, str] = {}
    for match in _CALLED.finditer(page.flat, span.start, span.end):
        before = page.flat[max(span.start, match.start() - _BEFORE) : match.start()]
        at = before.rfind(match["short"].split()[0])
        name = " ".join(before[at:].split())
        if (
            at >= 0
            and len(name) > len(match["short"])
            and starts_with_head(name)
            and not is_collective(name)
        ):
            found.setdefault(match["short"], name)
    return found


def _classes(page: Page, span: Span) -> dict[str, str]:
    """Return the classes that a document names for itself, each as it is called: whom it covers
    the document says.
    """
    names = (
        " ".join(match["short"].split())
        for match in _CLASS.finditer(page.flat, span.start, span.end)
    )
    return {name: name for name in names}


def _signs(page: Page, span: Span) -> dict[str, str]:
    """Return the signs that stand in brackets right behind the name of a unit ("gửi Phòng Đào tạo
    (P3)").
    """
    found: dict[str, str] = {}
    for match in _SIGN.finditer(page.flat, span.start, span.end):
        before = page.flat[max(span.start, match.start() - _BEFORE) : match.start()]
        line = " ".join(_ITEM.split(before)[-1].split())
        if name := _whole(line) or _last_name(line.rpartition(",")[2]):
            found.setdefault(match["sign"], name)
    return found


def _repeated(page: Page, span: Span) -> dict[str, str]:
    """Return the beginnings of names that brackets repeat: "Học viện Hành chính và Quản trị công
    (Học viện)".
    """
    found: dict[str, str] = {}
    for match in _BEGINNING.finditer(page.flat, span.start, span.end):
        before = page.flat[max(span.start, match.start() - _BEFORE) : match.start()]
        line = " ".join(_ITEM.split(before)[-1].split())
        short, at = match["short"], line.rfind(match["short"] + " ")
        name = line[at:] if at >= 0 else ""
        if name and starts_with_head(name) and len(name.split()) <= _LONGEST_NAME:
            found.setdefault(short, name)
    return found


def _whole(line: str) -> str | None:
    """Return a line that is nothing but a name: "Chủ nhiệm các đề tài, dự án"."""
    name = line[:1].isupper() and len(line.split()) <= _LONGEST_NAME and starts_with_head(line)
    return line if name and not _TOLD.intersection(line.split()) else None


def _last_name(line: str) -> str | None:
    """Return the name that a sentence ends with: it begins with a head word in capitals behind the
    last small preposition.
    """
    words = line.split()
    first = max((at + 1 for at, word in enumerate(words) if word in _TOLD), default=0)
    for at in range(max(first, len(words) - _LONGEST_NAME), len(words)):
        name = " ".join(words[at:])
        if name[:1].isupper() and len(words) - at > 1 and starts_with_head(name):
            return name
    return None


def _spelled(words: str, short: str) -> str | None:
    """Return the last words whose initials give ``short``: "và" may be passed over."""
    letters = list(fold(short).replace(" ", ""))
    pieces = words.replace(" ,", ",").split()
    if len(letters) < _FEWEST:
        return None
    at = len(letters) - 1
    for start in range(len(pieces) - 1, -1, -1):
        initial = fold(pieces[start])[:1]
        if at >= 0 and initial == letters[at]:
            at -= 1
        elif pieces[start].lower().strip(",") not in _LOWER:
            return None
        if at < 0:
            return " ".join(pieces[start:])
    return None
