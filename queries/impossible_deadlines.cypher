// Thời hạn in trong văn bản mà không thể có thật (30 tháng 02).
// Deadlines that cannot be.
// column document, place, text: the document, the place and the words of the assignment
// column lead: who leads it, one row each
// column printed: the words of the time limit
// column quote, source: the sentence and its file
// column leaf_id: the assignment
MATCH (document:Document)-[:MANDATES]->(top:Task)<-[:PART_OF*0..3]-(leaf:Task)-[due:DUE]->(deadline:Deadline {kind: 'invalid'})
OPTIONAL MATCH (leaf)-[lead:LED_BY]->(unit:Unit)
RETURN DISTINCT document.name AS document, leaf.place AS place, unit.name AS lead, leaf.text AS text, deadline.text AS printed,
       due.quote AS quote, due.source AS source, leaf.id AS leaf_id
ORDER BY document, place, lead
LIMIT 10000
