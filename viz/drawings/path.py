"""By which way two documents are tied (vì sao), drawn: a box a document, between two of them the
relation and its sentence.

It runs downwards, so that it is read on a telephone as on a screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from luocdo.viz.drawings.drawing import BOLD, Box, Drawing, Line, Words, fitted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WIDTH, _HIGH, _BETWEEN = 340, 32, 96
_LINE = 16
_INDENT = 28


def path_drawing(
    steps: Sequence[Mapping[str, str]],
    title: str,
    document: Callable[[str], str],
    passage: Callable[[Mapping[str, str]], str],
) -> Drawing:
    """Return the picture of ``steps`` (from, relation, to, quote), the first one at the top.

    ``document`` gives the address of a document by its name, ``passage`` that of the sentence of a
    step.
    """
    names = _names(steps)
    boxes = tuple(
        Box(
            1,
            at * (_HIGH + _BETWEEN) + 1,
            _WIDTH,
            _HIGH,
            fitted(name, _WIDTH, 1, BOLD),
            "",
            document(name),
            name,
        )
        for at, name in enumerate(names)
    )
    lines: list[Line] = []
    words: list[Words] = []
    for at, step in enumerate(steps):
        top = at * (_HIGH + _BETWEEN) + _HIGH + 1
        down = ((_INDENT / 2, top), (_INDENT / 2, top + _BETWEEN))
        lines.append(
            Line(
                down if step["from"] == names[at] else tuple(reversed(down)),
                "tie",
                told=step["quote"],
            )
        )
        words.append(Words(_INDENT, top + 20, step["relation"], "heading"))
        said = fitted(f"«{step['quote']}»", _WIDTH - _INDENT, 3) if step["quote"] else ()
        words += [
            Words(
                _INDENT,
                top + 38 + _LINE * row,
                line,
                "small",
                href=passage(step) if row == 0 else "",
            )
            for row, line in enumerate(said)
        ]
    return Drawing(
        title,
        _WIDTH + 2,
        len(names) * (_HIGH + _BETWEEN) - _BETWEEN + 2,
        boxes,
        tuple(lines),
        tuple(words),
    )


def _names(steps: Sequence[Mapping[str, str]]) -> list[str]:
    """Return the documents along the way; an arrow may point either way along it."""
    ends = [(step["from"], step["to"]) for step in steps]
    first = ends[0][0]
    if len(ends) > 1 and first in ends[1]:
        first = ends[0][1]
    names = [first]
    for start, end in ends:
        names.append(end if names[-1] == start else start)
    return names
