"""Finished HTML, read and judged: for `check`, for publishing and for tests, never in a build."""
