"""Figures (số liệu): targets and money, from tables and from prose."""
