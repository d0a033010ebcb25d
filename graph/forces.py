"""Force of documents (hiệu lực) in a word: what `documents --force` asks for, and what it is
called.
"""

from __future__ import annotations

FORCES: dict[str, tuple[str, str]] = {
    "in-force": ("có hiệu lực", "in force"),
    "not-yet": ("chưa có hiệu lực", "not yet in force"),
    "partly": ("hết một phần", "ended in part"),
    "suspended": ("ngưng", "suspended"),
    "ended": ("hết toàn bộ", "ended"),
    "unknown": ("không rõ", "not known"),
}
