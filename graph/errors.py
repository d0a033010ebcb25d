"""The one error tree of luocdo: each class says what went wrong in one sentence; data travel as
attributes.
"""

from __future__ import annotations


class LuocdoError(Exception):
    """Something luocdo refuses or cannot do; the message names the place and the remedy."""


class SourceError(LuocdoError):
    """A file cannot be read as a document (tệp không đọc được)."""

    def __init__(self, file: str, reason: str) -> None:
        """Name the ``file`` and the ``reason``, both shown to the reader."""
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class TooLargeError(LuocdoError):
    """A table is larger than that of any document (bảng quá lớn); who reads the file adds its
    name.
    """

    def __init__(self, most: int, what: str) -> None:
        """Say how many of ``what`` (dòng, cột) there may be."""
        super().__init__(f"bảng có hơn {most} {what}: không phải văn bản hành chính")


class RegistryError(LuocdoError):
    """The registry of units (danh bạ cơ quan) contradicts itself."""


class SchemaError(LuocdoError):
    """A node or an edge does not fit the declared schema (lược đồ kiểu)."""


class StoreError(LuocdoError):
    """The graph database refuses, is busy, or cannot be reached (kho dữ liệu)."""


class EmptyStoreError(StoreError):
    """Nothing has been loaded yet (kho trống)."""


class ClusterError(LuocdoError):
    """The machines that are to read cannot be reached, or none is there (cụm máy đọc)."""


class QueryError(LuocdoError):
    """A question is unknown, lacks a parameter, or tries to write (câu hỏi)."""


class NothingFoundError(LuocdoError):
    """No document or unit answers to the name; the nearest names are listed (không tìm thấy)."""

    def __init__(self, message: str, nearest: tuple[str, ...] = ()) -> None:
        """Keep the ``nearest`` names for the reader to choose from."""
        super().__init__(message)
        self.nearest = nearest


class NotUnderstoodError(NothingFoundError):
    """A question in words was not understood; the command that it may have meant is named (chưa
    hiểu câu hỏi).
    """

    def __init__(self, reason: str, perhaps: tuple[str, ...] = ()) -> None:
        """Keep the ``reason``, and what it ``perhaps`` meant."""
        super().__init__(f"chưa hiểu câu hỏi nên không trả lời: {reason}")
        self.perhaps = perhaps


class CondensedError(LuocdoError):
    """A condensed edition may not stand beside its original in one store (bản rút gọn)."""

    def __init__(self, condensed: str, original: str) -> None:
        """Name both files."""
        super().__init__(
            f"{condensed} là bản rút gọn của văn bản mà {original} đã có: mỗi kho chỉ chứa một"
            " trong hai"
        )
        self.condensed = condensed
        self.original = original
