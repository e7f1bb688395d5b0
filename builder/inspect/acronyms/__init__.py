"""Acronyms: words that look like one, and whether they are explained."""
