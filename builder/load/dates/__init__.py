"""Dates as editors write them: EDTF, what is written instead of it, time zones."""
