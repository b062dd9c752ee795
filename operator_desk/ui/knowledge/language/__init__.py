"""The section of what callers' words stand for: synonyms, and what was learned."""
