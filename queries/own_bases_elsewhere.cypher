// Nhiệm vụ của các văn bản có căn cứ riêng: văn bản nào.
// Rows of documents with a basis of their own, and which.
// param documents list = doc:bo-giao-duc-va-dao-tao/4268-qd-bgddt/2024 : mã các văn bản chứa nhiệm vụ
// column document_id: the document that mandates the row
// column task, code, ordinal: the printed row
// column state: own or own_unresolved
// column basis, basis_name: the document it rests on, absent where it did not resolve
UNWIND $documents AS wanted
MATCH (document:Document {id: wanted})-[:MANDATES]->(top:Task)
WHERE top.basis <> 'none'
OPTIONAL MATCH (top)-[:BASED_ON]->(basis:Document)
RETURN DISTINCT document.id AS document_id, top.id AS task, top.code AS code, top.ordinal AS ordinal, top.basis AS state,
       basis.id AS basis, basis.name AS basis_name
ORDER BY document_id, ordinal, task, basis
LIMIT 1000000
