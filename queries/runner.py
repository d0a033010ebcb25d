"""Running a named question (chạy câu hỏi) on a store: each row becomes a struct of the question's
declared columns.

The struct of a question is called as its file: ``OwnersRow`` holds the columns of
``owners.cypher``, in their order. A column of text that is absent is empty, a number zero, a truth
false; nodes and edges are those of `luocdo.queries.nodes`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeVar, cast, get_type_hints

from luocdo.graph.errors import QueryError
from luocdo.queries.catalog import question
from luocdo.queries.nodes import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from luocdo.graph.stores.base import Rows, Store

PIECE = 1000  # keys asked for at once
R = TypeVar("R", bound=tuple[object, ...])
_WORD = re.compile(r"(?<!^)(?=[A-Z])")
_PLAIN: dict[object, Callable[[object], object]] = {
    str: lambda value: "" if value is None else str(value),
    int: number,
    float: lambda value: float(value) if isinstance(value, int | float) else 0.0,
    bool: bool,
}


def run(store: Store, kind: type[R], **parameters: object) -> list[R]:
    """Run the question that ``kind`` is the row of.

    Raises:
        QueryError: no such question, a parameter is missing or not used, or the columns are not
        those of ``kind``.
    """
    return typed(kind, store.run(question(name_of(kind)).text, parameters))


def run_in_pieces(store: Store, kind: type[R], parameter: str, keys: Sequence[str]) -> Iterator[R]:
    """Run it for ``keys`` a piece at a time: what the engine joins at once never grows with the
    answer.

    A question without keys is not asked at all.
    """
    for start in range(0, len(keys), PIECE):
        yield from run(store, kind, **{parameter: list(keys[start : start + PIECE])})


def name_of(kind: type[tuple[object, ...]]) -> str:
    """Return the name of the question that ``kind`` is the row of.

    >>> name_of(type("UnitAssignmentsRow", (tuple,), {}))
    'unit_assignments'
    """
    return _WORD.sub("_", kind.__name__.removesuffix("Row")).lower()


def typed(kind: type[R], rows: Rows) -> list[R]:
    """Return ``rows`` as structs.

    Raises:
        QueryError: the columns are not those of ``kind``.
    """
    names, takers = _columns(kind)
    if rows.columns != names:
        message = f"{name_of(kind)}.cypher cho {', '.join(rows.columns)}; cần {', '.join(names)}"
        raise QueryError(message)
    make = cast("Callable[..., R]", kind)
    return [
        make(*(take(value) for take, value in zip(takers, row, strict=True))) for row in rows.rows
    ]


@cache
def _columns(kind: type[R]) -> tuple[tuple[str, ...], tuple[Callable[[object], object], ...]]:
    hints = get_type_hints(kind)
    return tuple(hints), tuple(_PLAIN.get(hint) or hint.of for hint in hints.values())
