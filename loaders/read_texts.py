"""The text that reading a file made (văn bản đã đọc), kept where making it once more costs much: a
scan goes through character recognition once.
"""

from __future__ import annotations

import msgspec

from luocdo.loaders.drawn import DrawnTable
from luocdo.loaders.source import Source


class _ReadText(msgspec.Struct, frozen=True):
    """What of a source is kept: all that tells its page apart."""

    format: str
    text: str
    confidences: tuple[tuple[int, int, float], ...]
    tables: tuple[DrawnTable, ...]


def worth_keeping(source: Source) -> bool:
    """Return whether the text was recognised, not merely taken out of the file."""
    return bool(source.confidences)


def written(source: Source) -> bytes:
    """Return the text of ``source`` as it is kept."""
    kept = _ReadText(source.format, source.text, source.confidences, source.tables)
    return msgspec.json.encode(kept)


def read_again(name: str, data: bytes) -> Source | None:
    """Return the source that ``data`` was written from; None where it cannot be read."""
    try:
        kept = msgspec.json.decode(data, type=_ReadText)
    except msgspec.DecodeError:
        return None
    return Source(
        name,
        kept.text,
        "",
        format=kept.format,
        confidences=kept.confidences,
        tables=kept.tables,
    )
