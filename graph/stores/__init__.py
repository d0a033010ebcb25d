"""Stores (kho): where the graph lives. Each driver is imported in exactly one file, and its errors
are translated there.
"""
