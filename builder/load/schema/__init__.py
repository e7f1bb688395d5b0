"""The format: what may stand where, derived from the model's classes, and decoding by it."""
