"""The head of a document (thể thức): who issues it, under which number, who signs, who
receives.
"""
