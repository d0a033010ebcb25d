"""A text to read from (văn bản đã giải mã): pages, parts, clauses, and the pipeline that marks
what is found in them.
"""
