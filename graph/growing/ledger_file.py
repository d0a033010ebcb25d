"""The file of a ledger (tệp sổ dựng): opened and marked, begun anew where it is damaged; what
SQLite says of it, in a reader's words.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from luocdo.graph.errors import StoreError
from luocdo.graph.growing.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def opened(path: Path, application: int) -> Ledger:
    """Open the ledger at ``path``, marked as ``application``'s own; one that is damaged is begun
    anew.
    """
    try:
        ledger = Ledger(path)
        ledger.mark(application)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        path.unlink()
        ledger = Ledger(path)
        ledger.mark(application)
    return ledger


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into luocdo's."""
    try:
        yield
    except sqlite3.OperationalError as error:
        message = (
            f"{path}: không ghi được sổ dựng đồ thị ({error}; đĩa đầy, quá cỡ tệp cho phép?). Kho"
            " giữ như trước"
        )
        raise StoreError(message) from error
    except sqlite3.DatabaseError as error:
        message = f"{path}: sổ dựng đồ thị bị hỏng; xóa tệp này rồi làm lại, kho không mất gì"
        raise StoreError(message) from error
