// Danh mục cơ quan, đơn vị trong kho.
// Units of the store, with what people name them by.
// column id: the unit
// column name, display, short_name, kind: what tells it from others
// column name_fold, aliases_fold: its names without accents
MATCH (u:Unit)
RETURN u.id AS id, u.name AS name, u.display AS display, u.short_name AS short_name, u.kind AS kind, u.name_fold AS name_fold,
       u.aliases_fold AS aliases_fold
ORDER BY display, id
LIMIT 1000000
