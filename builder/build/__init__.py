"""A build: read, understand, link, inspect, plan pages, compare, render, write."""
