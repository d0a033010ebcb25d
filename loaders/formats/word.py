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
from luocdo.loaders.formats.archives import BROKEN_MEMBER, BROKEN_XML, check_archive, whole_parts
from luocdo.loaders.formats.blocks import Block, Grid, GridBuilder, Line, cell_of
from luocdo.loaders.formats.numbering import Numbering
from luocdo.loaders.formats.rendering import render
from luocdo.loaders.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document as DocxDocument

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SKIPPED = frozenset(
    {
        f"{W}del",
        f"{W}moveFrom",
        f"{W}instrText",
        f"{W}delText",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml")
)
_DELETED_END = f"{W}pPr/{W}rPr/{W}del"
_SPACE = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def read(name: str, data: bytes) -> Source:
    """Read a .docx file.

    Raises:
        SourceError: it is no Word file, is encrypted, or unpacks to more than a document can hold.
    """
    check_archive(name, data)
    try:
        document = Document(io.BytesIO(data))
    except (PackageNotFoundError, *BROKEN_MEMBER, *BROKEN_XML) as error:
        raise SourceError(name, "không phải tệp Word (.docx) đọc được") from error
    with whole_parts(name):
        numbering = Numbering.of(document)
        notes = list(_notes(document, numbering))
        body = list(document.element.body)
    found = [*_blocks(counted("đoạn", body), numbering), *notes]
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
        for note in [] if root is None else root.findall(f"{W}{kind}"):
            words = " ".join(
                line
                for one in note.iter(f"{W}p")
                for line in _paragraph(one, numbering)
                if line.strip()
            )
            if note.get(f"{W}type") is None and words.strip():
                yield Line(f"[{note.get(f'{W}id')}] {words.strip()}")


def _blocks(parent: Iterable[etree._Element], numbering: Numbering) -> Iterator[Block]:
    pending = ""  # the words of a paragraph whose end was deleted: they go on in the next one
    for element in parent:
        if element.tag == f"{W}p":
            first, *others = _paragraph(element, numbering)
            lines = [pending + first, *others]
            pending = lines.pop() if element.find(_DELETED_END) is not None else ""
            yield from (Line(line) for line in lines)
            yield from _boxes(element, numbering)
        elif element.tag == f"{W}tbl":
            yield _table(element, numbering)
        elif element.tag in WRAPPERS:
            yield from _blocks(element, numbering)
    if pending.strip():
        yield Line(pending)


def _paragraph(element: etree._Element, numbering: Numbering) -> list[str]:
    words = "".join(_words(element))
    return (numbering.label(element) + words).split("\n") if words.strip() else [""]


def _words(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in SKIPPED or child.tag in (f"{W}txbxContent", f"{W}pPr"):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SPACE:
            yield _SPACE[child.tag]
        elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            yield f"[{child.get(f'{W}id')}]"
        else:
            yield from _words(child)


def _boxes(element: etree._Element, numbering: Numbering) -> Iterator[Block]:
    """Yield what the text boxes of a paragraph hold, the outermost: a box within a box comes with
    the one that holds it.
    """
    for box in element.iter(f"{W}txbxContent"):
        above = {
            parent.tag for parent in takewhile(lambda one: one is not element, box.iterancestors())
        }
        if f"{W}txbxContent" not in above and not above & SKIPPED:
            yield from _blocks(box, numbering)


def _table(element: etree._Element, numbering: Numbering) -> Grid:
    builder = GridBuilder()
    for row in element.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl")) is not element:
            continue
        if row.find(f"{W}trPr/{W}del") is not None:
            continue
        builder.row()
        builder.skip(_value(row.find(f"{W}trPr/{W}gridBefore"), 0))
        for cell in cells_of(row):
            if merging(cell) == "continue":
                builder.go_on(columns_of(cell))
            else:
                builder.cell(cell_of(_blocks(cell, numbering)), columns_of(cell))
    return builder.grid()


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row of a table."""
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from cells_of(child)


def merging(cell: etree._Element) -> str | None:
    """Return how a cell is merged with those above and below it: "restart", "continue"; None where
    it is not.
    """
    mark = cell.find(f"{W}tcPr/{W}vMerge")
    return None if mark is None else mark.get(f"{W}val", "continue")


def columns_of(cell: etree._Element) -> int:
    """Return how many columns a cell covers."""
    return _value(cell.find(f"{W}tcPr/{W}gridSpan"), 1)


def _value(mark: etree._Element | None, default: int) -> int:
    value = "" if mark is None else mark.get(f"{W}val", "")
    return int(value) if value.isdigit() else default
