"""How much memory an embedded engine may take on this machine (bộ nhớ đệm): a quarter of it,
within bounds.
"""

from __future__ import annotations

import os
from pathlib import Path

LEAST, MOST = 256 * 2**20, 4 * 2**30
_UNKNOWN = 2 * 2**30  # where the machine does not say, as on Windows
_SHARE = 4
_LIMITS = (
    "/sys/fs/cgroup/memory.max",
    "/sys/fs/cgroup/memory/memory.limit_in_bytes",
)  # of a container


def pool_bytes() -> int:
    """Return the bytes of a buffer pool: it is room that may be used, not memory taken at once."""
    return max(LEAST, min(MOST, min(_of_machine(), *_of_container()) // _SHARE))


def _of_machine() -> int:
    names = getattr(os, "sysconf_names", {})
    if "SC_PHYS_PAGES" not in names or "SC_PAGE_SIZE" not in names:
        return _UNKNOWN
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def _of_container() -> list[int]:
    """Return the limits that stand over this process, those that are numbers."""
    files = [Path(name) for name in _LIMITS]
    said = [file.read_text("ascii").strip() for file in files if file.is_file()]
    return [int(words) for words in said if words.isdigit()] or [MOST * _SHARE]
