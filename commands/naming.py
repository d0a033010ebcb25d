"""The document or unit that words on the command line mean; the matching itself is loaded only
when a command asks.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from luocdo.graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    if least <= len(words) <= most and all(_only(store, one) for one in words):
        return [the_document(store, one) for one in words]
    for names in _cuts(words, max(least, 1), min(most, len(words))):
        found = list(filter(None, (_only(store, name) for name in names)))
        if len(found) == len(names):
            return found
    if len(words) < least:
        message = f"cần tên {least} văn bản"
        raise QueryError(message)
    names = list(words) if len(words) <= most else [" ".join(words)]
    return [the_document(store, one) for one in names]


def _only(store: Store, name: str) -> DocumentNode | None:
    """Return the one document of that name; none where there are several, or none."""
    from luocdo.queries.naming import find_document

    matches = find_document(store, name).matches
    return matches[0] if len(matches) == 1 else None


def _cuts(words: Sequence[str], fewest: int, most: int) -> Iterator[list[str]]:
    """Yield the ways to take ``words`` as so many names, the fewest first."""
    for many in range(fewest, most + 1):
        for cuts in combinations(range(1, len(words)), many - 1):
            yield [" ".join(words[start:end]) for start, end in pairwise((0, *cuts, len(words)))]


def the_unit(store: Store, words: str) -> tuple[UnitNode, str]:
    """Return the node of the unit that ``words`` mean, and how they were understood.

    Raises:
        NothingFoundError: none or several do; the message lists what is near.
    """
    from luocdo.queries.naming import the_unit as found

    return found(store, words)
