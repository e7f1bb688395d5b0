"""Studying: every article is read closely once, and then known by its study."""
