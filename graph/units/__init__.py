"""Units (cơ quan, đơn vị): a name as printed, resolved within a body; cells split into units."""
