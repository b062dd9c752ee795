"""The voice: from a written statement to what is said."""
