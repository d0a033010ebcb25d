"""The commands (lệnh), one module per kind of work; each parses, calls one function and prints."""
