"""Speech: what a person says for what is written, and the voice that says it."""
