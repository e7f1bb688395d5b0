"""Dates: of events against their words, and of people."""
