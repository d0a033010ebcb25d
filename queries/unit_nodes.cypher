// Các cơ quan, đơn vị theo mã, với mọi thuộc tính.
// Units by id, with all their properties.
// param units list = unit:bo-thong-tin-va-truyen-thong : mã các đơn vị
// column node: the unit
UNWIND $units AS wanted
MATCH (node:Unit {id: wanted})
RETURN node
ORDER BY node.id
LIMIT 1000000
