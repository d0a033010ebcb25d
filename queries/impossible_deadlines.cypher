// Thời hạn in trong văn bản mà không thể có thật (30 tháng 02).
// Deadlines that cannot be.
// column printed: the words of the document
MATCH (document:Document)-[:MANDATES]->(top:Task)<-[:PART_OF*0..3]-(leaf:Task)-[due:DUE]->(deadline:Deadline {kind: 'invalid'})
OPTIONAL MATCH (leaf)-[lead:LED_BY]->(unit:Unit)
RETURN DISTINCT document.name AS document, leaf.place AS place, unit.name AS lead, leaf.text AS text, deadline.text AS printed,
       due.quote AS quote, due.source AS source, leaf.id AS leaf_id
ORDER BY document, place, lead
LIMIT 10000
