"""What an article asks for: entries proposed from its own words, for an editor to read over."""
