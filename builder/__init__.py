"""Backstory: one news article becomes a microsite that explains itself."""

__version__ = "0.1.0"
