"""Links: where those of authors lead, what stands at old addresses, what would be gone."""
