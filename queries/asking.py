"""Asking a named question with parameters as people type them (hỏi theo tên): documents and units
are found by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from luocdo.graph.errors import QueryError
from luocdo.graph.stores.base import Rows, Store
from luocdo.queries.catalog import QueryParameter, question

Finder = Callable[[Store, str], str]


def ask(
    store: Store, name: str, given: Mapping[str, str], *, find_document: Finder, find_unit: Finder
) -> Rows:
    """Run the question ``name``; the words of a parameter are understood by its type, finders give
    the id.

    Raises:
        QueryError: a parameter is missing or unknown.
        NothingFoundError: a document or unit of that name is not in the store.
    """
    asked = question(name)
    wanted = {parameter.name: parameter for parameter in asked.parameters}
    if unknown := sorted(set(given) - set(wanted)):
        message = f"câu hỏi {name} không có tham số {', '.join(unknown)}"
        raise QueryError(message)
    if missing := [parameter for key, parameter in wanted.items() if key not in given]:
        message = "thiếu tham số: " + "; ".join(
            f"-p {p.name}={p.example} ({p.words})" for p in missing
        )
        raise QueryError(message)
    finders = {"document": find_document, "unit": find_unit}
    values = {key: _understood(store, wanted[key], words, finders) for key, words in given.items()}
    return store.run(asked.text, values)


def _understood(
    store: Store, parameter: QueryParameter, words: str, finders: Mapping[str, Finder]
) -> object:
    if finder := finders.get(parameter.type):
        return finder(store, words)
    return [piece for piece in words.split(",") if piece] if parameter.type == "list" else words
