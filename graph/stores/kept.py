"""The records beside a graph file (bản ghi giữ bên kho): one line of JSON per file, under a line with their checksum.

They are the source of truth: a graph file is good only if it was written from exactly these, by this engine.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from luocdo.graph.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT = 1


def encode_records(records: Mapping[str, bytes]) -> bytes:
    """Return the records as they are kept: a checksum line, then one line per file in the order of names."""
    body = b"".join(records[file] + b"\n" for file in sorted(records))
    return (
        json.dumps({"luocdo": FORMAT, "sha256": sha256(body).hexdigest(), "files": len(records)}).encode()
        + b"\n"
        + body
    )


def read_records(path: Path) -> dict[str, bytes]:
    """Read what `encode_records` wrote; nothing where there is no file.

    Raises:
        StoreError: a byte was changed, or the file was cut.
    """
    if not path.exists():
        return {}
    first, _, body = path.read_bytes().partition(b"\n")
    if json.loads(first or b"{}").get("sha256") != sha256(body).hexdigest():
        message = f"{path}: bản ghi bị hỏng (sai mã kiểm). Nạp lại các tệp gốc vào một kho mới"
        raise StoreError(message)
    return {str(json.loads(line)["file"]): line for line in body.splitlines() if line}


def first_line(path: Path) -> bytes:
    """Return the checksum line of kept records; empty where there are none."""
    if not path.exists():
        return b""
    with path.open("rb") as stream:
        return stream.readline().rstrip(b"\n")


def mark(line: bytes, engine: str) -> str:
    """Return what says from which records, and by which version of the engine, a graph file was written."""
    return f"{FORMAT} {engine} {sha256(line).hexdigest()}"
