"""Tasks (nhiệm vụ): assignments of table rows, duties of clauses, time limits, products."""
