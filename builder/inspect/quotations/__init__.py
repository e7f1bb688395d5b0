"""Quotations: which no entry covers, and whose they are."""
