"""Dates, durations, time zones and quiet time."""
