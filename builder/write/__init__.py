"""Files to disk: what changed, atomically; deleting only what a build made."""
