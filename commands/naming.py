"""The document or unit that words on the command line mean; the matching itself is loaded only
when a command asks.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from luocdo.graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode, UnitNode


def the_document(store: Store, words: str) -> DocumentNode:
    """Return the node of the document that ``words`` mean.

    Raises:
        NothingFoundError: none or several do; the message lists what is near.
    """
    from luocdo.queries.naming import the_document as found

    return found(store, words)


def the_documents(store: Store, words: Sequence[str], least: int, most: int) -> list[DocumentNode]:
    """Return the documents that ``words`` mean, each name one word or several: "KH 100" "NQ 03",
    KH 100 NQ 03.

    Raises:
        NothingFoundError: they cannot be taken apart into names of documents; the message says
        which is not known. QueryError: there are too few or too many.
    """
    from luocdo.queries.naming import find_document

    if least <= len(words) <= most and all(
        len(find_document(store, one).matches) == 1 for one in words
    ):
        return [the_document(store, one) for one in words]
    for many in range(max(least, 1), min(most, len(words)) + 1):
        for cuts in combinations(range(1, len(words)), many - 1):
            names = [" ".join(words[start:end]) for start, end in pairwise((0, *cuts, len(words)))]
            found = [find_document(store, name).matches for name in names]
            if all(len(one) == 1 for one in found):
                return [one[0] for one in found]
    if len(words) < least:
        message = f"cần tên {least} văn bản"
        raise QueryError(message)
    if len(words) <= most:
        return [the_document(store, one) for one in words]
    return [the_document(store, " ".join(words))]


def the_unit(store: Store, words: str) -> tuple[UnitNode, str]:
    """Return the node of the unit that ``words`` mean, and how they were understood.

    Raises:
        NothingFoundError: none or several do; the message lists what is near.
    """
    from luocdo.queries.naming import the_unit as found

    return found(store, words)
