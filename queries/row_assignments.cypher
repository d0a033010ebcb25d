// Các phân công của từng dòng.
// The assignments of printed rows; a row without parts is its own.
// param rows list = task:doc:bo-giao-duc-va-dao-tao/4268-qd-bgddt/2024#3 : mã các dòng
// column row_id, leaf_id: the row, one of its assignments
UNWIND $rows AS wanted
MATCH (top:Task {id: wanted})
OPTIONAL MATCH (part:Task)-[:PART_OF]->(top)
OPTIONAL MATCH (piece:Task)-[:PART_OF]->(part)
RETURN DISTINCT top.id AS row_id, coalesce(piece.id, part.id, top.id) AS leaf_id
ORDER BY row_id, leaf_id
LIMIT 1000000
