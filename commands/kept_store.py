"""A store that stays open between questions (kho mở sẵn): opening costs more than most questions.

It is opened anew when its graph was written again. Windows refuses to swap a file that somebody
holds open, so there it is let go of after each question.
"""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar, cast

from luocdo.graph.stores.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from luocdo.graph.stores.base import Store

T = TypeVar("T")
_MOST_KNOWN = 32  # answers: readers may ask as of any day
_STAYS_OPEN = os.name != "nt"


class KeptStore:
    """The store at a URL, for one question at a time."""

    def __init__(self, url: str | None) -> None:
        """Open nothing yet."""
        self._url = url
        self._lock = threading.Lock()
        self._store: Store | None = None
        self._state = ""
        self._known: dict[Hashable, object] = {}

    @contextmanager
    def opened(self) -> Iterator[Store]:
        """Give the store as it is now.

        Raises:
            StoreError: it is empty, or cannot be opened.
        """
        with self._lock:
            try:
                yield self._current()
            except BaseException:
                self._let_go()  # whatever went wrong, the next question begins afresh
                raise
            if not _STAYS_OPEN:
                self._let_go()

    def once(self, question: Hashable, answer: Callable[[Store], T]) -> T:
        """Return what ``answer`` makes of the store, made once for each state of it; ``question``
        names it.
        """
        with self.opened() as store:
            if question not in self._known:
                if len(self._known) >= _MOST_KNOWN:
                    self._known.clear()
                self._known[question] = answer(store)
            return cast("T", self._known[question])

    def _current(self) -> Store:
        if self._store is not None and self._store.state() != self._state:
            self._let_go()
        if self._store is None:
            self._store = open_store(self._url)
            self._look_anew(self._store.state())
        return self._store

    def _look_anew(self, state: str) -> None:
        if state != self._state:
            self._known.clear()
        self._state = state

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()
        self._store = None
