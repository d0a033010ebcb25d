"""What is a document and what is none (nhận văn bản): articles, forms and descriptions of
procedures are told from papers.

A document has the head of Nghị định 30/2020/NĐ-CP; a copy that lost its head is one where it still
has an issuer or a number, numbered sections, and somebody charged. A refusal says what was
missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.units.resolving import UnitContext, UnitResolver
from luocdo.graph.vocabulary import Meaning, alternation
from luocdo.graph.vocabulary.phrasing import either, of
from luocdo.loaders.head.issuers import find_issuer
from luocdo.loaders.head.letterhead import issuing_lines
from luocdo.loaders.text.annexes import is_lone_annex
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import ARTICLE, KIND_LINE, MOTTO, NUMBER_LINE, in_capitals

if TYPE_CHECKING:
    from luocdo.loaders.text.page import Page
    from luocdo.loaders.text.zones import Part

# What a line of a document begins with, and what stands above its provisions or its annexes.
_FIRST_WORDS = either(
    rf"_*{of(Meaning.HEAD_MARK, 'received')}",
    of(Meaning.HEAD_MARK, "addressed"),
    rf"{of(Meaning.DIVISION, 'article')}\s+1\s*\.",
    rf"{of(Meaning.BASIS_OPENS, 'basis')}\s+{of(Meaning.DOCUMENT_KIND)}",
)
_SIGN = re.compile(
    rf"(?im)^[^\w\n]*{_FIRST_WORDS}|(?-i:{in_capitals(Meaning.RESOLVES, 'verb')})\s*:"
    rf"|\({of(Meaning.ATTACHED, 'issued')}\s+{of(Meaning.DOCUMENT_KIND)}"
)
_FORM = re.compile(rf"(?im)^[^\w\n]*(?:{alternation(Meaning.FORM_TITLE)})[^\n:]*$")
_PROCEDURE = re.compile(rf"(?i){alternation(Meaning.PROCEDURE_LABEL)}")
_ARTICLE = re.compile(
    rf"(?im)(?:^|[(\t:-]|\.\s)[^\w\n]{{0,40}}{of(Meaning.ARTICLE_MARK)}\s*[:(,]"
    rf"|{of(Meaning.ARTICLE_MARK, 'alone')}"
    rf"|\((?:[\w.]+\.\w{{2,3}}|{of(Meaning.ARTICLE_MARK, 'agency')})\)\s*-"
)
# A dotted line to be filled in.
_BLANK = re.compile(r"\.{4,}|…{2,}|_{5,}|(?:\.\s){4,}")
_OWN_NUMBER = re.compile(r"\d[\w ]*(?:/\s*\d{4}\s*)?[-/]\s*[A-Z]")
_SAID_NUMBER = re.compile(rf"(?i)\W*{of(Meaning.DOCUMENT_KIND)}\s+s[o06]\s*:?\s*\d+\s*[/-]")
_OF = of(Meaning.PREPOSITION, "of", accents=True)
_OF_BODY = re.compile(rf"(?i:{_OF})\s+(?P<body>(?:[A-ZĐÀ-Ỹ][^\W\d_]*)(?:[ ,]+[^\W\d_]+){{1,9}})")
_SECTION = re.compile(
    rf"(?m)^[^\w\n]*(?:[IVX]{{1,5}}\s*\.|\d{{1,2}}(?:\.\d{{1,2}})*\s*[.)]|[a-z]\)|{ARTICLE}\s+\d+)\s+(?=\S)"
)
_TOP, _FORM_PAGE, _FIRST = 5000, 2500, 400
_FEWEST_WORDS, _FEWEST_SECTIONS = 20, 2
_LEAST = 2  # marks of a head
_FEW_LABELS, _FEW_BLANKS, _MANY_BLANKS = 3, 2, 5
_SEEMS = "có vẻ là"
_KINDS_OF_TEXT = "bài viết, biểu mẫu hoặc bảng kê"


@dataclass(frozen=True, slots=True)
class _Found:
    """What a text has of a document."""

    number: bool
    said: bool  # a number only in the first sentence, which an article may have too
    issuer: bool
    kind: bool
    motto: bool
    sections: bool
    charged: bool

    @property
    def missing(self) -> str:
        """What it lacks, in Vietnamese."""
        names = {
            "số, ký hiệu": self.number or self.said,
            "cơ quan ban hành": self.issuer,
            "tên loại văn bản": self.kind,
            "mục, điều đánh số": self.sections,
            "đơn vị được giao việc": self.charged,
        }
        return ", ".join(name for name, there in names.items() if not there)


def why_no_document(page: Page, part: Part, resolver: UnitResolver) -> str | None:
    """Return why ``part`` is no document, in Vietnamese; None when it is one."""
    text = bare(page.flat)
    whole = text[part.span.start : part.span.end]
    if is_lone_annex(text, part.span):
        return None
    if len(whole.split(maxsplit=_FEWEST_WORDS)) < _FEWEST_WORDS:
        return "quá ngắn để là một văn bản"
    found = _found(page, part, resolver, whole)
    if other := _something_else(whole, found):
        return f"{_SEEMS} {other}; thiếu {found.missing}" if found.missing else f"{_SEEMS} {other}"
    if _has_head(found, whole) or _has_matter(found):
        return None
    return f"thiếu {found.missing}: có vẻ là {_KINDS_OF_TEXT}"


def is_something_else(reason: str | None) -> bool:
    """Return whether this is a refusal that knows what the text is instead (bài viết, biểu mẫu,
    thủ tục), not one that misses a head.
    """
    return reason is not None and reason.startswith(_SEEMS)


def _found(page: Page, part: Part, resolver: UnitResolver, whole: str) -> _Found:
    top = whole[:_TOP]
    numbered = NUMBER_LINE.search(top)
    kind = KIND_LINE.search(top) is not None
    return _Found(
        number=bool(numbered and _OWN_NUMBER.match(numbered["number"])),
        said=_SAID_NUMBER.match(whole.lstrip()) is not None,
        issuer=_has_issuer(page, part, resolver, headed=kind),
        kind=kind,
        motto=MOTTO.search(top) is not None,
        sections=sum(1 for _ in _SECTION.finditer(whole)) >= _FEWEST_SECTIONS,
        charged=_charges(page, part, whole),
    )


def _has_issuer(page: Page, part: Part, resolver: UnitResolver, *, headed: bool) -> bool:
    """Return whether the letterhead or the first lines ("… của Sở Xây dựng tỉnh Nghệ An") name a
    known body.

    Around a kind in capitals (``headed``) any name of a body is an issuer: "TRƯỜNG THPT HOA SEN"
    over "THÔNG BÁO".
    """
    nowhere = UnitContext(None)
    lines = issuing_lines(page, bare(page.flat), part)
    first = page.flat[part.span.start : min(part.span.end, part.span.start + _FIRST)]
    said = [found["body"] for found in _OF_BODY.finditer(first)]
    said += _named_in_kind(page, part) if headed else ()
    names = [*(page.text(line) for line in lines), *said]
    if headed and (
        any(map(starts_with_head, said))
        or find_issuer(page, part, resolver, None, None) is not None
    ):
        return True
    whole = " ".join(page.text(line) for line in reversed(lines))
    return any(resolver.resolve(name, nowhere).known for name in (whole, *names) if name)


def _named_in_kind(page: Page, part: Part) -> list[str]:
    """Return the body that the line of the kind names: "KẾT LUẬN CUỘC HỌP BAN CHỈ ĐẠO …"."""
    kind = KIND_LINE.search(bare(page.flat), part.span.start, part.span.start + _TOP)
    if kind is None:
        return []
    end = page.flat.find("\n", kind.end())
    words = page.flat[kind.end() : end if end > 0 else part.span.end].split()
    rests = (" ".join(words[at:]) for at in range(len(words)))
    return [rest for rest in rests if starts_with_head(rest)][:1]


def _charges(page: Page, part: Part, whole: str) -> bool:
    """Return whether a numbered item begins with a unit."""
    for item in _SECTION.finditer(whole):
        start = part.span.start + item.end()
        end = page.flat.find("\n", start)
        if starts_with_head(page.flat[start : end if end > 0 else part.span.end].lstrip(" *_")):
            return True
    return False


def _something_else(whole: str, found: _Found) -> str | None:
    """Return what a text without a number of its own is instead of a document."""
    if found.number:
        return None
    if (
        not found.kind
        and len({hit[0].lower() for hit in _PROCEDURE.finditer(whole)}) >= _FEW_LABELS
    ):
        return "bản mô tả thủ tục hành chính"
    blanks = sum(1 for _ in _BLANK.finditer(whole[:_FORM_PAGE]))
    if blanks >= _MANY_BLANKS + 4 * found.issuer or (
        blanks >= _FEW_BLANKS and _FORM.search(whole[:_FIRST])
    ):
        return "biểu mẫu"
    return "bài viết" if not found.motto and _ARTICLE.search(whole) else None


def _has_head(found: _Found, whole: str) -> bool:
    marks = found.number + found.kind + found.motto
    return marks >= _LEAST or (marks > 0 and _SIGN.search(whole) is not None)


def _has_matter(found: _Found) -> bool:
    """Return whether a copy lost its head: an issuer or a number is left, with
    sections that charge somebody.
    """
    return (found.issuer or found.number or found.said) and found.sections and found.charged
