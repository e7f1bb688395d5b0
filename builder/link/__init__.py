"""Names to mentions, quotations and passages to anchors, all as annotations over the text."""
