"""Events: the records that an event stream gets."""
