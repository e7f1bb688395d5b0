"""Markdown into prose: one text, its structure, its markup, and the place of every letter."""
