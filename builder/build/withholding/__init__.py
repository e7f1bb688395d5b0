"""Withholding drafts: the content without them, and without what only they lead to."""
