"""Rows of the questions about texts that were found (hàng của câu hỏi tìm lời): one struct per
question, its columns in order.
"""

from __future__ import annotations

from typing import NamedTuple

from luocdo.queries.nodes import AnyNode


class TextsRow(NamedTuple):
    """A node whose text may be looked for."""

    node: AnyNode


class ProducingRow(NamedTuple):
    """An assignment that makes a product."""

    product: str
    leaf_id: str


class TargetNodesRow(NamedTuple):
    """A target, and the document that sets it."""

    target_id: str
    text: str
    value: str
    unit: str
    by: str
    place: str
    document: str
    draft: bool
    quote: str
    source: str
