"""Questions (câu hỏi): one ``.cypher`` file per question, its runner, and the answers made of
their rows.
"""
