"""Fetch, parse, judge, merge and store: one run of the schedule pipeline."""
