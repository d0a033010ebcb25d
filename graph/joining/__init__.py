"""The same work in several papers (cùng một việc): which rows are offered as such, by what score
and for what reasons.
"""
