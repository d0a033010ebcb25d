// Những văn bản và nhiệm vụ nói về văn bản này.
// What other documents and tasks say of a document.
// param id document = 131/QĐ-TTg : văn bản
// column relation: the type of the edge
// column link: the edge with its sentence
// column other: the document or task that names it
MATCH (other)-[link]->(x:Document {id: $id})
RETURN type(link) AS relation, link, other
ORDER BY relation, link.source, link.from_char, link.id
LIMIT 100000
