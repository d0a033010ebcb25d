// Danh mục cơ quan, đơn vị trong kho.
// Units of the store.
// column u: the unit
MATCH (u:Unit)
RETURN u
ORDER BY u.display, u.id
LIMIT 1000000
