// Các phân công theo mã: lời, chỗ.
// Assignments by id: their words and place; rows that are made of parts are none.
// param tasks list = task:doc:bo-giao-duc-va-dao-tao/4268-qd-bgddt/2024#3 : mã các phân công
// column id, text, place: the assignment
UNWIND $tasks AS wanted
MATCH (leaf:Task {id: wanted})
WHERE leaf.leaf = true
RETURN leaf.id AS id, leaf.text AS text, leaf.place AS place
ORDER BY id
LIMIT 1000
