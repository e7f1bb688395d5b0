"""Names: which stand in the texts, which are missed, misspelt or claimed wrongly."""
