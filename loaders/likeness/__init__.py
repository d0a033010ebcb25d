"""How a Word file or a saved web page looks (như văn bản trình bày): plain markup of our own, a
sentence marked in it.

Nothing of the file's own markup is handed on: elements, attributes and styles that are known to be
harmless are made anew, words are set as words. What is made has no scripts, no links, no pictures
and asks nobody for anything.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from lxml import html

from luocdo.graph.errors import SourceError
from luocdo.loaders.formats import reader_for
from luocdo.loaders.likeness.marking import mark

if TYPE_CHECKING:
    from collections.abc import Callable

_STYLE = """body{font:15px/1.5 "Times New Roman",Georgia,serif;margin:1.2rem}
body{color:#111;background:#fff;overflow-wrap:anywhere}p{margin:.3rem 0}
table{border-collapse:collapse;width:100%}td,th{vertical-align:top;padding:.2rem .4rem}
.ruled td,.ruled th{border:1px solid #999}mark{background:#ffe08a;color:#111}"""
_FRONT = (
    '<!doctype html><html lang="vi"><meta'
    f' charset="utf-8"><title>luocdo</title><style>{_STYLE}</style>'
)
_KINDS = {"word": "luocdo.loaders.likeness.word", "web": "luocdo.loaders.likeness.web"}


def has_likeness(name: str, data: bytes) -> bool:
    """Return whether the file is of a kind that can be shown as it looks."""
    return _kind(name, data) in _KINDS


def likeness(name: str, data: bytes, quote: str) -> str | None:
    """Return a page that looks like the file called ``name``, ``quote`` marked; None where it
    cannot be made.
    """
    kind = _kind(name, data)
    if kind not in _KINDS:
        return None
    body: Callable[[str, bytes], html.HtmlElement] = import_module(_KINDS[kind]).body
    try:
        made = body(name, data)
    except (SourceError, RecursionError):
        return None
    mark(made, quote)
    return _FRONT + html.tostring(made, encoding="unicode")


def _kind(name: str, data: bytes) -> str:
    try:
        reader = reader_for(name, data)
    except SourceError:
        return ""
    return reader.__module__.rpartition(".")[2] if reader else ""
