"""Since my last shift: what changed, old beside new, until it is read."""
