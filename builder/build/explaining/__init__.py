"""Why pages are made: what `--explain` says."""
