"""Time limits (thời hạn): one grammar for cells, labelled lines and sentences."""
