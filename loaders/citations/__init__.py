"""Documents as a text names them (viện dẫn): found, with what the text says of each."""
