"""Which reader read a file (phiên bản bộ đọc): a changed rule or a grown registry reads every file
again.
"""

from __future__ import annotations

from functools import cache

from luocdo.graph.version import version_of


@cache
def reader_version() -> str:
    """Return a mark of the rules and the data that read, on which a record depends."""
    return version_of("luocdo.loaders", "luocdo.graph.units", "luocdo.graph.registry")
