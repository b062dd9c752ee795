"""Speech: from a written statement to what is said, and the voice that says it."""
