"""Tickets: list with search and filter, and the whole of one ticket."""
