"""Question sets: the section that keeps and runs them, and what editor and section share."""
