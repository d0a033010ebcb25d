"""How a document stands to others (quan hệ): bases, what it carries out, what it changes."""
