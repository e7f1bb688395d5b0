"""Dates: of events against their words, and of people; events that are entered twice."""
