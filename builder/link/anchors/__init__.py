"""Quotations and passages to anchors: where the words of entries stand in the articles."""
