// Các phân công theo mã: văn bản, nhiệm vụ, thời hạn.
// Assignments by id: their document, their printed row, their deadline.
// The levels of a row are spelled out: a pattern of variable length would start from every task there is.
// param leaves list = task:doc:bo-giao-duc-va-dao-tao/4268-qd-bgddt/2024#3 : mã các phân công
// column leaf, top: the assignment and its printed row
// column document: the document that mandates the row
// column mandate: the edge with the row as printed
// column due, deadline: absent where none is printed
UNWIND $leaves AS wanted
MATCH (leaf:Task {id: wanted})
OPTIONAL MATCH (leaf)-[:PART_OF]->(one:Task)
OPTIONAL MATCH (one)-[:PART_OF]->(two:Task)
OPTIONAL MATCH (two)-[:PART_OF]->(three:Task)
OPTIONAL MATCH (leaf)-[due:DUE]->(deadline:Deadline)
WITH leaf, due, deadline, coalesce(three.id, two.id, one.id, leaf.id) AS top_id
MATCH (top:Task {id: top_id})<-[mandate:MANDATES]-(document:Document)
RETURN leaf, top, document, mandate, due, deadline
ORDER BY leaf.id, document.id, deadline.id
LIMIT 1000000
