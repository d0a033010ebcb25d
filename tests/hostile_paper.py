"""A paper that carries markup, scripts and marks of direction in every field."""

from __future__ import annotations

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u202egnp.exe"
LETTER = f"""ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN

Số: 12/KH-UBND\tNghệ An, ngày 10 tháng 3 năm 2023

KẾ HOẠCH
Triển khai đề án {HOSTILE}

PHỤ LỤC
NHIỆM VỤ

TT\tNội dung\tCơ quan chủ trì\tThời hạn\tSản phẩm
1\tLập bản đồ {HOSTILE}\tSở Y tế\t2024\tBản đồ {HOSTILE}
"""
