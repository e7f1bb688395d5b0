"""Pages for machines: data files, feed, map, annotations; what pages tell search engines."""
