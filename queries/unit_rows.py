"""Rows of the questions about units (hàng của câu hỏi về đơn vị): one struct per question, its
columns in order.
"""

from __future__ import annotations

from typing import NamedTuple

from luocdo.queries.nodes import UnitNode


class SharedWorkRow(NamedTuple):
    """A unit's part in an assignment."""

    leaf_id: str
    role: str
    unit_id: str
    display: str
    issued: str


class SuccessionsRow(NamedTuple):
    """A unit that has succeeded another."""

    old_id: str
    new_id: str
    name: str
    display: str
    since: str
    scope: str
    by: str
    reading: str


class PredecessorsRow(NamedTuple):
    """A unit that another has succeeded."""

    new_id: str
    old_id: str
    display: str
    since: str
    kind: str
    scope: str
    by: str
    reading: str


class UnitAssignmentsRow(NamedTuple):
    """An assignment of a unit."""

    leaf_id: str
    role: str


class UnitNodesRow(NamedTuple):
    """A whole unit."""

    node: UnitNode


class UnitThroughGroupsRow(NamedTuple):
    """An assignment that falls to a unit through a collective name."""

    leaf_id: str
    role: str
    via_group: str


class UnitsRow(NamedTuple):
    """A unit by what people name it by."""

    id: str
    name: str
    display: str
    short_name: str
    kind: str
    name_fold: str
    aliases_fold: str


class UnitsNamedRow(UnitsRow):
    """A unit that an index says may be meant, by what people name it by."""
