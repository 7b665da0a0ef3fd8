"""Campaigns at work: when they run, whom they reach, what they may send."""
