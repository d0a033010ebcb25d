// Mọi lời tìm được: trích yếu, việc, sản phẩm, chỉ tiêu, tên đơn vị.
// All texts that words are looked for in: documents, tasks, products, targets, units.
// column node: the node whose text it is
MATCH (node:Document|Task|Deliverable|Target|Unit)
RETURN node
ORDER BY node.id
LIMIT 10000000
