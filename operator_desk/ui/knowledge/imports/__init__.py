"""The section of imports: files looked at, taken in, and taken back as a whole."""
