// Đơn vị nào thay đơn vị nào, từ ngày nào, theo văn bản nào.
// Which unit has succeeded which, since when, by which document.
// param units list = [] : mã các đơn vị
// column scope: whole or part of the functions
UNWIND $units AS unit_id
MATCH (old:Unit {id: unit_id})-[change:SUCCEEDED_BY]->(new:Unit)
RETURN old.id AS old_id, new.id AS new_id, new.name AS name, new.display AS display, change.date AS since, change.scope AS scope,
       change.by AS by, change.reading AS reading
ORDER BY old_id, since, new_id
LIMIT 10000
