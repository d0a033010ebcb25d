"""Keeping readers' corrections in a store (giữ lời sửa): each as a record of its own among the
records of the files.

Like any record it is written under the store's lock, copied by `sync`, and nothing that happens to
a file touches it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from luocdo.graph.corrections.correction import Correction, as_line
from luocdo.graph.errors import NothingFoundError
from luocdo.graph.library import change
from luocdo.graph.records import FileRecord, decode

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Store

PREFIX = "lời người đọc/"
_FORM = "correction"


def said(records: Mapping[str, bytes]) -> list[Correction]:
    """Return the corrections among encoded ``records``, oldest first."""
    found = [
        one
        for file, line in records.items()
        if file.startswith(PREFIX)
        for one in decode(line).corrections
    ]
    return sorted(found, key=lambda one: (one.at, one.id))


def say(store: Store, corrections: Iterable[Correction]) -> None:
    """Keep ``corrections``; what was said of the same place before gives way.

    Raises:
        LuocdoError: the graph cannot be built with them; the store keeps what it had.
    """
    records = [_record(one) for one in corrections]
    change(store, {record.file: record for record in records})


def take_back(store: Store, key: str) -> Correction:
    """Take back the correction whose id begins with ``key``.

    Raises:
        NothingFoundError: none or several begin so.
    """
    known = said(store.records())
    found = [one for one in known if key and one.id.startswith(key)]
    if len(found) != 1:
        message = f"không có đúng một lời sửa '{key}'; danh mục: luocdo corrections"
        raise NothingFoundError(message, tuple(one.id for one in found))
    change(store, {}, frozenset({PREFIX + found[0].id}))
    return found[0]


def _record(correction: Correction) -> FileRecord:
    return FileRecord(
        file=PREFIX + correction.id,
        digest=as_line(correction),
        reader=correction.by,
        format=_FORM,
        corrections=(correction,),
    )
