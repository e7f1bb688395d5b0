"""The yardstick: the same corpus and the same job, ours and others' generators side by side."""
