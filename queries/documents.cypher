// Danh mục văn bản trong kho: đã nạp và mới chỉ được dẫn.
// Documents of the store, loaded and merely cited.
// column d: the document
MATCH (d:Document)
RETURN d
ORDER BY d.status DESC, d.issuer, d.date, d.id
LIMIT 1000000
