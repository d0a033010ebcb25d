"""A saved web page as it looks: its own paragraphs, tables and lists; every element, attribute and
style made anew.
"""

from __future__ import annotations

import re

from lxml import html

from luocdo.loaders.formats.web import is_hidden, page_of
from luocdo.loaders.likeness.words import say

_DIVISIONS = frozenset({"div", "section", "article", "main", "body", "center", "dl", "dd", "dt"})
_TEXT = frozenset(
    {"p", "br", "b", "strong", "i", "em", "u", "sub", "sup", "span", "pre", "hr", "blockquote"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT = _TEXT | _HEADINGS | {"ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th"}
_MOVES = frozenset({"text-align", "text-indent", "margin-left"})
_STYLES = _MOVES | {"font-weight", "font-style", "text-decoration", "text-transform"}
_VALUE = re.compile(r"[a-z0-9 .%-]{1,40}")  # nothing that could name an address
_SPANS = ("colspan", "rowspan")


def body(name: str, data: bytes) -> html.HtmlElement:
    """Return the document in the page as markup of our own.

    Raises:
        SourceError: there is no page in it.
    """
    root, _ = page_of(name, data)
    made = html.Element("body")
    _copy(root, made)
    return made


def _copy(element: html.HtmlElement, into: html.HtmlElement) -> None:
    say(into, element.text)
    for child in element:
        if isinstance(child.tag, str) and not is_hidden(child):
            _copy(child, _made(child, into))
        say(into, child.tail)


def _made(child: html.HtmlElement, into: html.HtmlElement) -> html.HtmlElement:
    """Return the element that stands for ``child``: one like it, a division, or what holds it
    where it only wraps.
    """
    tag = "div" if child.tag in _DIVISIONS else child.tag
    if tag not in _KEPT and tag != "div":
        return into
    made = html.Element(tag, _attributes(child))
    into.append(made)
    return made


def _attributes(child: html.HtmlElement) -> dict[str, str]:
    found = {
        name: words
        for name in _SPANS
        if (words := child.get(name, "")).isdigit() and len(words) < len("1000")
    }
    said = dict(part.partition(":")[::2] for part in (child.get("style") or "").lower().split(";"))
    if align := child.get("align") or ("center" if child.tag == "center" else ""):
        said.setdefault("text-align", align.lower())
    kept = {name.strip(): words.strip() for name, words in said.items() if name.strip() in _STYLES}
    style = ";".join(f"{name}:{words}" for name, words in kept.items() if _VALUE.fullmatch(words))
    if child.tag == "table" and (child.get("border") or "0") != "0":
        found["class"] = "ruled"
    return found | ({"style": style} if style else {})
