"""A reader's word (lời người đọc): what a person says against a reading, kept with the records,
put to them before building.
"""
