"""Views: all that a template may see, as plain values.

A view is made of values, tuples, texts, numbers and truth values alone, so that its JSON is its
identity: two views with the same JSON give the same page. Prose stands in a view by its digest.
Dates are EDTF texts (an ISO date is one); the filter `date` puts them into words.
"""
