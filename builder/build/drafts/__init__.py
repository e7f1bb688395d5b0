"""Drafts: the content without them, and without what only they lead to.

What the command `draft` does is in `builder.build.drafting`.
"""
