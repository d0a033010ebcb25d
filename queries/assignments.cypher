// Các phân công theo mã: văn bản, nhiệm vụ, thời hạn.
// Assignments by id: their document, their printed row, their deadline.
// param leaves list = [] : mã các phân công
// column document: the document that mandates the row
// column deadline: absent where none is printed
UNWIND $leaves AS wanted
MATCH (leaf:Task {id: wanted})
MATCH (leaf)-[:PART_OF*0..3]->(top:Task)<-[mandate:MANDATES]-(document:Document)
OPTIONAL MATCH (leaf)-[due:DUE]->(deadline:Deadline)
RETURN leaf, top, document, mandate, due, deadline
ORDER BY leaf.id, document.id, deadline.id
LIMIT 1000000
