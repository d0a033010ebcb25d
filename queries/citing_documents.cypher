// Những văn bản nêu tên một văn bản, tự nó hoặc trong nhiệm vụ nó giao.
// The documents that name one, themselves or in the tasks they give.
// param id document = 131/QĐ-TTg : văn bản được nêu
// column document: the name of the citing document
// column citing: its id
MATCH (x:Document {id: $id})
MATCH (carrier:Document)-[:MANDATES*0..1]->(teller)-[link]->(x)
WHERE type(link) <> 'MANDATES'
RETURN DISTINCT carrier.name AS document, carrier.id AS citing
ORDER BY document, citing
LIMIT 100000
