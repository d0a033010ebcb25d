"""Pictures (hình): an answer as a page for the browser."""
