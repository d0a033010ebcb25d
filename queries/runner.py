"""Running a named question (chạy câu hỏi) on a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.queries.catalog import question

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Rows, Store


def run(store: Store, name: str, **parameters: object) -> Rows:
    """Run the question called ``name`` with ``parameters``.

    Raises:
        QueryError: no such question, a parameter is missing or not used.
    """
    return store.run(question(name).text, parameters)
