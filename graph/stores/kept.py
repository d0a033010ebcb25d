"""Records as older stores keep them (bản ghi dạng cũ): one line of JSON per file, under a line
with their checksum.

They are read once, to be taken over into the form of `record_file`.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from luocdo.graph.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


def read_records(path: Path) -> dict[str, bytes]:
    """Read records of the older form.

    Raises:
        StoreError: a byte was changed, or the file was cut.
    """
    first, _, body = path.read_bytes().partition(b"\n")
    try:
        wanted = json.loads(first).get("sha256")
    except ValueError:
        wanted = None
    if wanted != sha256(body).hexdigest():
        message = f"{path}: bản ghi bị hỏng (sai mã kiểm). Nạp lại các tệp gốc vào một kho mới"
        raise StoreError(message)
    return {str(json.loads(line)["file"]): line for line in body.splitlines() if line}
