"""Every page as one frozen value, and where it goes."""
