"""The words that names of the registry end in (từ cuối của tên)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.lexicon import as_compared

if TYPE_CHECKING:
    from luocdo.graph.registry import Registry

_OWN_ENDINGS = frozenset(
    {"bộ", "tỉnh", "phố", "sở", "huyện", "xã", "phường", "quan"}
)  # "Thanh tra Bộ", "Công an thành phố"


def name_endings(registry: Registry) -> frozenset[str]:
    """Return the last words of all names, with accents and without: what ends in another word is
    no name of ``registry``.
    """
    names = (name for entry in registry.entries.values() for name in entry.names)
    endings = {name.rpartition(" ")[2] for name in names}
    last = {as_compared(ending.strip("().,")) for ending in endings} | _OWN_ENDINGS
    return frozenset(last | {as_compared(word, accents=False) for word in last})
