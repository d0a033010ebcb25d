"""The relation that a change becomes (quan hệ của một việc sửa đổi): its kind, part and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.loaders.citations.citing import Naming, edge
from luocdo.loaders.relations.change_days import day_of_change

if TYPE_CHECKING:
    from luocdo.graph.records import Relation, Value
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.relations.change_verbs import Change


def change_relation(context: ReadingContext, naming: Naming, change: Change) -> Relation:
    """Return what ``change`` does to the document of ``naming``, with the day it counts from."""
    properties: dict[str, Value] = {
        "derives": change.type in ("AMENDS", "GUIDES") and not context.header.draft
    }
    properties |= change.properties(**day_of_change(context, naming))
    return edge(context, naming, change.type, properties)
