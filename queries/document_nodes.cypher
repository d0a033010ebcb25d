// Các văn bản theo mã, với mọi thuộc tính.
// Documents by id, with all their properties.
// param documents list = doc:chinh-phu/3-nq-cp/2025 : mã các văn bản
// column node: the document
UNWIND $documents AS wanted
MATCH (node:Document {id: wanted})
RETURN node
ORDER BY node.id
LIMIT 1000000
