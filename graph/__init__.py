"""The graph (đồ thị): identifiers, records, schema, registry, resolution, building, stores and the
types of answers.
"""
