"""Dates: of events against their words, of people, of articles."""
