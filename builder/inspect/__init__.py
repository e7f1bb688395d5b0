"""The checks of content: what is unused, undefined, unattributed or contradicting."""
