// Các phân công theo mã: văn bản, nhiệm vụ, thời hạn.
// Assignments by id: their document, their printed row, their deadline.
// param leaves list = task:doc:bo-giao-duc-va-dao-tao/4268-qd-bgddt/2024#3 : mã các phân công
// column leaf, top: the assignment and its printed row
// column document: the document that mandates the row
// column mandate: the edge with the row as printed
// column due, deadline: absent where none is printed
UNWIND $leaves AS wanted
MATCH (leaf:Task {id: wanted})
MATCH (leaf)-[:PART_OF*0..3]->(top:Task)<-[mandate:MANDATES]-(document:Document)
OPTIONAL MATCH (leaf)-[due:DUE]->(deadline:Deadline)
RETURN leaf, top, document, mandate, due, deadline
ORDER BY leaf.id, document.id, deadline.id
LIMIT 1000000
