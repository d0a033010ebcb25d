"""Word files (.docx): paragraphs with Word's own numbering, tables with merged cells read once,
final text only.

WordprocessingML, ECMA-376 part 1: inserted text counts, deleted text does not; text boxes are read
where they are anchored, footnotes below the text; headers and footers repeat on every page and are
left out.
"""

from __future__ import annotations

import io
from hashlib import sha256
from itertools import takewhile
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from luocdo.graph.errors import SourceError
from luocdo.loaders.advance import counted
from luocdo.loaders.formats.archives import check_archive
from luocdo.loaders.formats.numbering import Numbering
from luocdo.loaders.formats.rendering import Block, Grid, GridBuilder, Line, cell_of, render
from luocdo.loaders.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document as DocxDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset(
    {
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}instrText",
        f"{_W}delText",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_WRAPPERS = frozenset(
    f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml")
)
_DELETED_END = f"{_W}pPr/{_W}rPr/{_W}del"
_SPACE = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read(name: str, data: bytes) -> Source:
    """Read a .docx file.

    Raises:
        SourceError: it is no Word file, is encrypted, or unpacks to more than a document can hold.
    """
    check_archive(name, data)
    try:
        document = Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise SourceError(name, "không phải tệp Word (.docx) đọc được") from error
    numbering = Numbering.of(document)
    found = [
        *_blocks(counted("đoạn", list(document.element.body)), numbering),
        *_notes(document, numbering),
    ]
    text, tables = render(found)
    return Source(name, text, sha256(data).hexdigest(), "docx", tables=tables)


def _notes(document: DocxDocument, numbering: Numbering) -> Iterator[Line]:
    """Yield the footnotes and endnotes below the text, each with the mark that stands in it: "[1]
    …".
    """
    for kind in ("footnote", "endnote"):
        part = next(
            (
                one.target_part
                for one in document.part.rels.values()
                if one.reltype.endswith(f"/{kind}s")
            ),
            None,
        )
        root = (
            None
            if part is None
            else etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
        )
        for note in [] if root is None else root.findall(f"{_W}{kind}"):
            words = " ".join(
                line
                for one in note.iter(f"{_W}p")
                for line in _paragraph(one, numbering)
                if line.strip()
            )
            if note.get(f"{_W}type") is None and words.strip():
                yield Line(f"[{note.get(f'{_W}id')}] {words.strip()}")


def _blocks(parent: Iterable[etree._Element], numbering: Numbering) -> Iterator[Block]:
    pending = ""  # the words of a paragraph whose end was deleted: they go on in the next one
    for element in parent:
        if element.tag == f"{_W}p":
            first, *others = _paragraph(element, numbering)
            lines = [pending + first, *others]
            pending = lines.pop() if element.find(_DELETED_END) is not None else ""
            yield from (Line(line) for line in lines)
            yield from _boxes(element, numbering)
        elif element.tag == f"{_W}tbl":
            yield _table(element, numbering)
        elif element.tag in _WRAPPERS:
            yield from _blocks(element, numbering)
    if pending.strip():
        yield Line(pending)


def _paragraph(element: etree._Element, numbering: Numbering) -> list[str]:
    words = "".join(_words(element))
    return (numbering.label(element) + words).split("\n") if words.strip() else [""]


def _words(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED or child.tag in (f"{_W}txbxContent", f"{_W}pPr"):
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SPACE:
            yield _SPACE[child.tag]
        elif child.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            yield f"[{child.get(f'{_W}id')}]"
        else:
            yield from _words(child)


def _boxes(element: etree._Element, numbering: Numbering) -> Iterator[Block]:
    """Yield what the text boxes of a paragraph hold, the outermost: a box within a box comes with
    the one that holds it.
    """
    for box in element.iter(f"{_W}txbxContent"):
        above = {
            parent.tag for parent in takewhile(lambda one: one is not element, box.iterancestors())
        }
        if f"{_W}txbxContent" not in above and not above & _SKIPPED:
            yield from _blocks(box, numbering)


def _table(element: etree._Element, numbering: Numbering) -> Grid:
    builder = GridBuilder()
    for row in element.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is not element:
            continue
        if row.find(f"{_W}trPr/{_W}del") is not None:
            continue
        builder.row()
        builder.skip(_value(row.find(f"{_W}trPr/{_W}gridBefore"), 0))
        for cell in _cells(row):
            if _merge(cell) == "continue":
                builder.go_on(_span(cell))
            else:
                builder.cell(cell_of(_blocks(cell, numbering)), _span(cell))
    return builder.grid()


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _cells(child)


def _merge(cell: etree._Element) -> str | None:
    mark = cell.find(f"{_W}tcPr/{_W}vMerge")
    return None if mark is None else mark.get(f"{_W}val", "continue")


def _span(cell: etree._Element) -> int:
    return _value(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)


def _value(mark: etree._Element | None, default: int) -> int:
    value = "" if mark is None else mark.get(f"{_W}val", "")
    return int(value) if value.isdigit() else default
