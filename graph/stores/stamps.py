"""What a record is told by (dấu của bản ghi): the bytes it was read from, the reader that read
them, where they lay.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Stamp:
    """``digest`` is the SHA-256 of the file's bytes, ``reader`` the reader's version, ``origin``
    the path it was read at.

    Records of older stores, and copied ones, have no origin; it is empty where a file lay only
    while it was read. ``came`` is the moment, ISO and with its time zone, at which these bytes
    came into the store; older stores did not keep it.
    """

    digest: str
    reader: str
    origin: str | None = None
    came: str = field(default="", compare=False)

    def same_reading(self, other: Stamp) -> bool:
        """Return whether the same bytes were read by the same reader."""
        return bool(self.digest) and (self.digest, self.reader) == (other.digest, other.reader)


@dataclass(frozen=True, slots=True)
class Arrived:
    """The record of ``file``, encoded as one ``line``, just read."""

    file: str
    line: bytes
    stamp: Stamp


def arrived(file: str, line: bytes, origin: str | None) -> Arrived:
    """Return the encoded record ``line`` with what it says of itself."""
    import msgspec  # noqa: PLC0415 - only what writes asks for it

    said = msgspec.json.decode(line, type=dict[str, msgspec.Raw])
    digest, reader = (
        msgspec.json.decode(said[name]) if name in said else "" for name in ("digest", "reader")
    )
    return Arrived(file, line, Stamp(str(digest), str(reader), origin))


def now() -> str:
    """Return this moment as `Stamp.came` holds it."""
    return datetime.datetime.now(tz=datetime.UTC).astimezone().isoformat(timespec="seconds")
