// Nhiệm vụ của một văn bản có căn cứ riêng: văn bản nào.
// Rows of a document with a basis of their own, and which.
// param id document = 4268/QĐ-BGDĐT : văn bản chứa nhiệm vụ
// column task, code, ordinal: the printed row
// column state: own or own_unresolved
// column basis, basis_name: the document it rests on, absent where it did not resolve
MATCH (document:Document {id: $id})-[:MANDATES]->(top:Task)
WHERE top.basis <> 'none'
OPTIONAL MATCH (top)-[:BASED_ON]->(basis:Document)
RETURN DISTINCT top.id AS task, top.code AS code, top.ordinal AS ordinal, top.basis AS state, basis.id AS basis, basis.name AS basis_name
ORDER BY ordinal, task, basis
LIMIT 100000
