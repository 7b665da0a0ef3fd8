"""Whether a state, as it was read from a file, is one that the service can have made."""
