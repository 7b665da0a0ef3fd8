"""Import and export jobs at work."""
