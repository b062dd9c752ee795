"""Bad input and bad surroundings: one clear sentence each, nothing half-written."""
