"""Journeys at work: their runs, their activities and who is where."""
