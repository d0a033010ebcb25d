"""Loaders (bộ đọc): file -> text with places -> findings -> records."""
