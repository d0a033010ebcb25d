// Phân công dựa trên văn bản nào: căn cứ riêng của nhiệm vụ, không có thì văn bản mà văn bản chứa nó triển khai.
// On which documents assignments rest: what the row itself names, else what its document carries out or rests on.
// The levels of a row are spelled out: a pattern of variable length would start from every task there is.
// param leaves list = task:doc:bo-giao-duc-va-dao-tao/4268-qd-bgddt/2024#3 : mã các phân công
// column leaf_id: the assignment
// column state: the row's basis: own, own_unresolved or none
// column own, own_id: a document that the row names as its basis
// column own_from: where it names it
// column above, above_id: a document that the row's document carries out or rests on, where the row names none
// column carried_out, derives: whether it carries it out, and whether that conveys tasks
UNWIND $leaves AS wanted
MATCH (leaf:Task {id: wanted})
OPTIONAL MATCH (leaf)-[:PART_OF]->(one:Task)
OPTIONAL MATCH (one)-[:PART_OF]->(two:Task)
OPTIONAL MATCH (two)-[:PART_OF]->(three:Task)
WITH leaf.id AS leaf_id, coalesce(three.id, two.id, one.id, leaf.id) AS top_id
MATCH (top:Task {id: top_id})<-[:MANDATES]-(carrier:Document)
OPTIONAL MATCH (top)-[link:BASED_ON]->(basis:Document)
OPTIONAL MATCH (carrier)-[rest:IMPLEMENTS|BASED_ON]->(origin:Document)
WHERE top.basis = 'none'
RETURN DISTINCT leaf_id, top.basis AS state, basis.name AS own, basis.id AS own_id, link.from_char AS own_from,
       origin.name AS above, origin.id AS above_id, type(rest) = 'IMPLEMENTS' AS carried_out, rest.derives AS derives
ORDER BY leaf_id, own_from, own, above, above_id, carried_out
LIMIT 1000000
