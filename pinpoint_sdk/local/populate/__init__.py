"""Filling the service with what was saved from AWS, ids included."""
