"""The one door to the site's files."""
