"""The document or unit that words on the command line mean; the matching itself is loaded only when a command asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode, UnitNode


def the_document(store: Store, words: str) -> DocumentNode:
    """Return the node of the document that ``words`` mean.

    Raises:
        NothingFoundError: none or several do; the message lists what is near.
    """
    from luocdo.queries.naming import the_document as found

    return found(store, words)


def the_unit(store: Store, words: str) -> tuple[UnitNode, str]:
    """Return the node of the unit that ``words`` mean, and how they were understood.

    Raises:
        NothingFoundError: none or several do; the message lists what is near.
    """
    from luocdo.queries.naming import the_unit as found

    return found(store, words)
