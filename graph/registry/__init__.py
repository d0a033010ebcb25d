"""The registry of units (cơ quan, đơn vị): names, aliases, parents and successions, as data with their sources."""
