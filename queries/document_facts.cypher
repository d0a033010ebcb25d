// Một văn bản: ai ban hành, ký, nhận; căn cứ, triển khai, sửa đổi, dẫn chiếu gì.
// All that a document says of itself, with the sentence for each.
// param id document = 4268/QĐ-BGDĐT : văn bản
// column relation: the type of the edge
// column link: the edge with its sentence
// column other: the document, unit, person, target or sum at the other end
MATCH (x:Document {id: $id})-[link]->(other)
WHERE type(link) <> 'MANDATES'
RETURN type(link) AS relation, link, other
ORDER BY relation, link.from_char, link.id
LIMIT 100000
