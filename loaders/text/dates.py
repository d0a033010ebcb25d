"""Figures of a day as papers print them (ngày, tháng, năm): "09 tháng 01 năm 2025", "9/1/2025",
"9.1.2025", with markup between; one piece for texts with and without accents.
"""

from __future__ import annotations

DATE_FIGURES = (
    r"(?P<day>\d{1,2})[\s*_.]*(?:[/.\-]|th[aá]ng)[\s*_]*(?P<month>\d{1,2})"
    r"[\s*_.,]*(?:[/.\-]|n[aă]m)[\s*_]*(?P<year>\d{4})"
)
"""Its groups are ``day``, ``month`` and ``year``."""
