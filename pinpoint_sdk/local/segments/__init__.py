"""Segments: which endpoints are in them."""
