"""Putting a finished site on a branch that GitHub Pages serves."""
