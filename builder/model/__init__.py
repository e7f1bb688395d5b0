"""What the site is about, as frozen values: entries, articles, settings, prose, mentions."""
