"""Bytes to model: sidecars, front matter and Markdown become values, or diagnostics with places."""
