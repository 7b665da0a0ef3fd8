"""Endpoints: how a write changes them."""
