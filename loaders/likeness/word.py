"""A Word file as it looks: paragraphs with their alignment and Word's own numbers, bold and
italics, tables with merged cells.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree, html

from luocdo.graph.errors import SourceError
from luocdo.loaders.formats.archives import check_archive
from luocdo.loaders.formats.numbering import Numbering
from luocdo.loaders.formats.word import SKIPPED, WRAPPERS, W, cells_of, columns_of, merging
from luocdo.loaders.likeness.words import say

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument

_ALIGNED = {"center": "center", "right": "right", "end": "right", "both": "justify"}
_TOGGLES = {f"{W}b": "b", f"{W}i": "i", f"{W}u": "u"}
_OFF = frozenset({"0", "false", "none"})
_TWIPS = 20  # a point
_DEEPEST = 600  # points that a paragraph is moved in, at most
_RULES = frozenset({"single", "double", "dotted", "dashed", "thick"})


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style of the file says of its paragraphs."""

    align: str = ""
    marks: frozenset[str] = frozenset()


def body(name: str, data: bytes) -> html.HtmlElement:
    """Return the file as markup of our own.

    Raises:
        SourceError: it is no Word file, or unpacks to more than a document can hold.
    """
    check_archive(name, data)
    try:
        document = Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise SourceError(name, "không phải tệp Word (.docx) đọc được") from error
    made = html.Element("body")
    _Painter(document).blocks(document.element.body, made)
    return made


class _Painter:
    """Sets paragraphs and tables of one file into markup; it counts the file's numbers
    as it goes.
    """

    def __init__(self, document: DocxDocument) -> None:
        self._numbering, self._styles = Numbering.of(document), _styles(document)

    def blocks(self, parent: Iterable[Any], into: html.HtmlElement) -> None:
        """Set what ``parent`` holds ``into`` an element."""
        for element in parent:
            if element.tag == f"{W}p":
                self._paragraph(element, into)
            elif element.tag == f"{W}tbl":
                self._table(element, into)
            elif element.tag in WRAPPERS:
                self.blocks(element, into)

    def _paragraph(self, element: Any, into: html.HtmlElement) -> None:  # noqa: ANN401 - an lxml element
        style = self._styles.get(_value(element.find(f"{W}pPr/{W}pStyle")), _Style())
        made = _below(into, "p", _placed(element, style))
        label = (
            self._numbering.label(element)
            if any(one.text for one in element.iter(f"{W}t"))
            else ""
        )
        say(made, label)
        for run in _runs(element):
            said = _marks(run, style.marks)
            holder = made
            for tag in sorted(said):
                holder = _below(holder, tag)
            _say_run(run, holder)
        for box in element.iter(f"{W}txbxContent"):
            if not any(one.tag in SKIPPED for one in box.iterancestors()):
                self.blocks(box, into)

    def _table(self, element: Any, into: html.HtmlElement) -> None:  # noqa: ANN401 - an lxml element
        table = _below(into, "table", {"class": "ruled"} if _is_ruled(element) else {})
        above: dict[int, html.HtmlElement] = {}
        for row in (
            one for one in element.iter(f"{W}tr") if next(one.iterancestors(f"{W}tbl")) is element
        ):
            line, at = _below(table, "tr"), _number(row.find(f"{W}trPr/{W}gridBefore"))
            for cell in cells_of(row):
                if merging(cell) == "continue" and at in above:
                    above[at].set("rowspan", str(int(above[at].get("rowspan", "1")) + 1))
                else:
                    across = columns_of(cell)
                    above[at] = _below(line, "td", {"colspan": str(across)} if across > 1 else {})
                    self.blocks(cell, above[at])
                at += columns_of(cell)


def _below(
    into: html.HtmlElement, tag: str, attributes: dict[str, str] | None = None
) -> html.HtmlElement:
    made = html.Element(tag, attributes or {})
    into.append(made)
    return made


def _runs(element: Any) -> Iterator[Any]:  # noqa: ANN401 - an lxml element
    """Yield the runs of a paragraph that are final text, those of text boxes apart."""
    for child in element:
        if child.tag == f"{W}r":
            yield child
        elif child.tag not in SKIPPED and child.tag != f"{W}pPr":
            yield from _runs(child)


def _say_run(run: Any, holder: html.HtmlElement) -> None:  # noqa: ANN401 - an lxml element
    for child in run:
        if child.tag == f"{W}t":
            say(holder, child.text)
        elif child.tag == f"{W}tab":
            say(holder, " ")
        elif child.tag in (f"{W}br", f"{W}cr"):
            _below(holder, "br")
        elif child.tag == f"{W}noBreakHyphen":
            say(holder, "-")


def _marks(run: Any, inherited: frozenset[str]) -> set[str]:  # noqa: ANN401 - an lxml element
    """Return how the words of a run are set off: what it says itself, else what its paragraph's
    style says.
    """
    found = set(inherited)
    properties = run.find(f"{W}rPr")
    for child in () if properties is None else properties:
        if child.tag in _TOGGLES:
            (found.discard if _value(child) in _OFF else found.add)(_TOGGLES[child.tag])
    return found


def _placed(element: Any, style: _Style) -> dict[str, str]:  # noqa: ANN401 - an lxml element
    align = _ALIGNED.get(_value(element.find(f"{W}pPr/{W}jc")), "") or style.align
    indent = element.find(f"{W}pPr/{W}ind")
    left = "" if indent is None else indent.get(f"{W}left", indent.get(f"{W}start", ""))
    said = [f"text-align:{align}"] if align else []
    if left.isdigit():
        said.append(f"margin-left:{min(_DEEPEST, int(left) // _TWIPS)}pt")
    return {"style": ";".join(said)} if said else {}


def _styles(document: DocxDocument) -> dict[str, _Style]:
    """Return the styles by id, each with what those it is based on say."""
    given = {
        one.get(f"{W}styleId", ""): one for one in document.styles.element.findall(f"{W}style")
    }
    return {key: _resolved(one, given) for key, one in given.items()}


def _resolved(style: Any, given: dict[str, Any]) -> _Style:  # noqa: ANN401 - an lxml element
    chain: list[Any] = []
    while style is not None and style not in chain:
        chain.append(style)
        style = given.get(_value(style.find(f"{W}basedOn")))
    align = next(
        (said for one in chain if (said := _ALIGNED.get(_value(one.find(f"{W}pPr/{W}jc")), ""))),
        "",
    )
    marks: set[str] = set()
    for one in reversed(chain):
        marks = _marks(one, frozenset(marks))
    return _Style(align, frozenset(marks))


def _is_ruled(table: Any) -> bool:  # noqa: ANN401 - an lxml element
    properties = table.find(f"{W}tblPr")
    borders = None if properties is None else properties.find(f"{W}tblBorders")
    if borders is not None:
        return any(_value(one) in _RULES for one in borders)
    return properties is not None and _value(properties.find(f"{W}tblStyle")) not in (
        "",
        "TableNormal",
    )


def _value(mark: Any) -> str:  # noqa: ANN401 - an lxml element
    return "" if mark is None else str(mark.get(f"{W}val", ""))


def _number(mark: Any) -> int:  # noqa: ANN401 - an lxml element
    words = _value(mark)
    return int(words) if words.isdigit() and len(words) < len("1000") else 0
