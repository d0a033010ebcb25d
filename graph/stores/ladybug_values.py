"""What the embedded engine returns (giá trị kho nhúng trả về) as plain values: nodes and edges as
dicts, paths as both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERNAL = frozenset({"_ID", "_LABEL", "_SRC", "_DST"})
_PLAIN_TYPES = frozenset({"STRING", "INT64", "DOUBLE", "BOOL"})
_SCALARS = frozenset({str, int, float, bool, type(None)})


def plain_rows(types: Sequence[str], rows: Sequence[Any]) -> tuple[tuple[object, ...], ...]:
    """Return ``rows`` under columns of ``types``; columns of plain values are taken as the engine
    gives them.
    """
    told = [at for at, kind in enumerate(types) if kind not in _PLAIN_TYPES]
    if not told:
        return tuple(map(tuple, rows))
    return tuple(
        tuple(_plain(value) if at in told else value for at, value in enumerate(row))
        for row in rows
    )


def _plain(value: Any) -> object:  # noqa: ANN401 - what a driver returns
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "_NODES" in value:
        return _path(value)
    named = "_type" if "_SRC" in value else "_label"
    kind = {named: value["_LABEL"]} if "_LABEL" in value else {}
    return kind | {
        k: v if v.__class__ in _SCALARS else _plain(v)
        for k, v in value.items()
        if k not in INTERNAL and (v is not None or not kind)
    }


def _path(value: dict[str, Any]) -> dict[str, object]:
    """Return a path as its nodes and its edges, each edge with the ids of its ends."""
    keys = {(node["_ID"]["table"], node["_ID"]["offset"]): node["id"] for node in value["_NODES"]}
    ends = [
        {
            f"_{side}": keys[edge[name]["table"], edge[name]["offset"]]
            for side, name in (("start", "_SRC"), ("end", "_DST"))
        }
        for edge in value["_RELS"]
    ]
    edges = [_plain(edge) for edge in value["_RELS"]]
    return {
        "nodes": [_plain(node) for node in value["_NODES"]],
        "edges": [
            edge | end for edge, end in zip(edges, ends, strict=True) if isinstance(edge, dict)
        ],
    }
