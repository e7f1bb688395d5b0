"""Names to mentions: what entries are called, where that stands, and who is meant."""
