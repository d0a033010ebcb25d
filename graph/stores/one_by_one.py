"""Records as a mapping (bản ghi lấy từng cái): none is held but the one that is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class OneByOne(Mapping[str, bytes]):
    """The records of ``files``, each of which ``read`` returns."""

    def __init__(self, files: Collection[str], read: Callable[[str], bytes]) -> None:
        """Hold the names alone."""
        self._files, self._read = files, read

    def __getitem__(self, file: str) -> bytes:
        """Read a record."""
        if file not in self._files:
            raise KeyError(file)
        return self._read(file)

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._files)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._files)

    def __contains__(self, file: object) -> bool:
        """Return whether there is such a file; nothing is read."""
        return file in self._files
