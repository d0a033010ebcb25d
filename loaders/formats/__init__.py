"""From a file to its text with places: one module for each format."""
