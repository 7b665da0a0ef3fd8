"""Models to JSON and dicts and back, and what is checked on the way. Not for import by users."""
