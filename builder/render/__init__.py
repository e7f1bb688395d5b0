"""Pages to bytes; how languages write dates and call places, by CLDR."""
