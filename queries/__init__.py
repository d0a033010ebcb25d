"""Questions (câu hỏi): one ``.cypher`` file per question, and its runner."""
