"""Web pages (.htm, .html): the document's own paragraphs and tables; the site's furniture around
it is dropped.

Pages saved by Word or by a browser; legacy character sets are told by the page's own declaration
or by its letters.
"""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from hashlib import sha256
from typing import TYPE_CHECKING

from lxml import etree, html

from luocdo.graph.errors import SourceError
from luocdo.graph.records import Issue
from luocdo.loaders.formats.blocks import Block, Grid, GridBuilder, Line, cell_of
from luocdo.loaders.formats.broken_paragraphs import whole_paragraphs
from luocdo.loaders.formats.charsets import decode_page
from luocdo.loaders.formats.rendering import render
from luocdo.loaders.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

_DROPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "head",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "iframe",
        "svg",
        "select",
        "template",
        "xml",
    }
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "tr",
        "section",
        "article",
        "main",
        "body",
        "blockquote",
        "center",
        "dd",
        "dt",
        "ul",
        "ol",
        "pre",
        "hr",
    }
)
_DOCUMENT = re.compile(
    r"(?i)c[oộô]ng h[oòóọ]a?à? x[aã] h[oộô]i ch[uủ] ngh[iĩ]a|đảng cộng sản việt nam|căn cứ"
    r" (?:luật|nghị|quyết|hiến)|^\s*số\s*:"
)
_MAIL = re.compile(rb"(?i)^(?:from|mime-version|content-type|date|subject)\s*:")
_DECLARES = re.compile(rb"(?i)charset\s*=")
_MOST_OF_IT = 0.6
_BREAK = "\u2028"  # stands for <br> until the lines are cut
_SPACES = re.compile(r"[ \t\r\n\u00a0]+")


def read(name: str, data: bytes) -> Source:
    """Read a page.

    Raises:
        SourceError: there is no page in it.
    """
    document, charset = page_of(name, data)
    words, tables = render(whole_paragraphs(_blocks(document)))
    issues = (
        ()
        if charset == "utf-8"
        else (Issue(kind="encoding", message=f"đọc theo bảng mã {charset}"),)
    )
    return Source(name, words, sha256(data).hexdigest(), "html", issues, tables=tables)


def page_of(name: str, data: bytes) -> tuple[html.HtmlElement, str]:
    """Return the element that holds the page's document, the site's furniture dropped, and the
    page's character set.

    Raises:
        SourceError: there is no page in it.
    """
    text, charset = decode_page(_page_of_mail(data) if _MAIL.match(data) else data)
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(name, "không phải trang web đọc được") from error
    for element in list(root.iter()):
        if isinstance(element.tag, str) and (
            element.tag in _DROPPED or ":" in element.tag or is_hidden(element)
        ):
            element.drop_tree()
    return _document(root), charset


def _page_of_mail(data: bytes) -> bytes:
    """Return the page within a web archive (.mht): it is written as a letter with parts."""
    page = message_from_bytes(data, policy=policy.default).get_body(("html", "plain"))
    words = page.get_payload(decode=True) if page is not None else data
    charset = page.get_content_charset() if page is not None else None
    if not isinstance(words, bytes):
        return data
    return (
        words
        if not charset or _DECLARES.search(words)
        else words.decode(charset, "replace").encode()
    )


def is_hidden(element: html.HtmlElement) -> bool:
    """Return whether the page does not show an element."""
    return "display:none" in (element.get("style") or "").replace(" ", "").lower()


def _document(root: html.HtmlElement) -> html.HtmlElement:
    """Return the smallest element that still holds most of the page's document-like words."""
    body = root.find("body")
    current: html.HtmlElement = root if body is None else body
    while True:
        size = len(current.text_content())
        inner = [
            child
            for child in current
            if isinstance(child.tag, str) and len(child.text_content()) >= _MOST_OF_IT * size
        ]
        if (
            len(inner) != 1
            or inner[0].tag in ("table", "p")
            or not _DOCUMENT.search(inner[0].text_content())
        ):
            return current
        current = inner[0]


def _blocks(element: html.HtmlElement) -> Iterator[Block]:
    pending: list[str] = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):
            pending.append(child.tail or "")
            continue
        if child.tag == "table":
            yield from _lines(pending)
            yield _table(child)
            pending = []
        elif child.tag in _BLOCKS or _holds_blocks(child):
            yield from _lines(pending)
            if child.tag == "li":
                yield from _item(child)
            else:
                yield from _blocks(child)
            pending = []
        elif child.tag == "br":
            pending.append(_BREAK)
        else:
            pending.append(_inline(child))
        pending.append(child.tail or "")
    yield from _lines(pending)


def _item(element: html.HtmlElement) -> Iterator[Block]:
    for number, block in enumerate(_blocks(element)):
        yield (
            Line(f"- {block.text}")
            if not number and isinstance(block, Line) and not block.text.startswith("-")
            else block
        )


def _holds_blocks(element: html.HtmlElement) -> bool:
    return any(
        isinstance(inner.tag, str) and (inner.tag in _BLOCKS or inner.tag == "table")
        for inner in element.iterdescendants()
    )


def _inline(element: html.HtmlElement) -> str:
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):  # a comment has no tag of its own
            pieces.append(_BREAK if child.tag == "br" else _inline(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _lines(pieces: list[str]) -> Iterator[Line]:
    """Yield the lines of running text: line ends of the page's source are spaces, only <br>
    breaks.
    """
    words = _SPACES.sub(" ", "".join(pieces))
    lines = filter(None, map(str.strip, words.split(_BREAK)))
    yield from (Line(line, behind_break=at > 0) for at, line in enumerate(lines))


def _table(element: html.HtmlElement) -> Grid:
    builder = GridBuilder()
    for row in element.iter("tr"):
        if next(row.iterancestors("table")) is not element:
            continue
        builder.row()
        for cell in row:
            if cell.tag in ("td", "th"):
                builder.cell(
                    cell_of(_blocks(cell)),
                    _number(cell.get("colspan")),
                    _number(cell.get("rowspan")),
                )
    return builder.grid()


def _number(words: str | None) -> int:
    return int(words) if words and words.strip().isdigit() else 1
