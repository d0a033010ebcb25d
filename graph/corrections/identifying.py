"""Which document a file is, by a reader's word (tệp này là văn bản nào): its number and day, for
good, until it is taken back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.corrections.correction import Correction
from luocdo.graph.corrections.keeping import say, take_back
from luocdo.graph.errors import NothingFoundError
from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.records import decode

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Store


def identify(store: Store, identity: Correction) -> Correction:
    """Keep that ``identity.file`` is the document of that number and day; return it with the
    file's name in the store.

    Raises:
        NothingFoundError: there is no such file, or its number is none.
        LuocdoError: the graph cannot be built so; the store keeps what it had.
    """
    number = DocumentNumber.parse(identity.value)
    if number is None:
        message = f"«{identity.value}» không phải số, ký hiệu văn bản (như 131/QĐ-TTg)"
        raise NothingFoundError(message)
    said = _of(store, identity, value=str(number))
    say(store, [said])
    return said


def unidentify(store: Store, file: str) -> Correction:
    """Take back what was said of ``file``.

    Raises:
        NothingFoundError: there is no such file, or nothing was said of it.
    """
    return take_back(store, _of(store, Correction(kind="document", file=file, by="", at="")).id)


def _of(store: Store, identity: Correction, value: str = "") -> Correction:
    return Correction(
        kind="document",
        file=_the_file(store, identity.file),
        value=value,
        date=identity.date,
        issuer=identity.issuer,
        by=identity.by,
        at=identity.at,
        why=identity.why,
    )


def _the_file(store: Store, name: str) -> str:
    """Return the one loaded file that ``name`` means, by its whole name in the store or its last
    piece.
    """
    files = [file for file, line in store.records().items() if decode(line).documents]
    found = [file for file in files if file == name] or [
        file for file in files if file.rpartition("/")[2] == name
    ]
    if len(found) != 1:
        message = f"không có đúng một tệp '{name}' trong kho"
        raise NothingFoundError(message, tuple(sorted(found or files))[:5])
    return found[0]
