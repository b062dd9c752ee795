"""The section of what callers' words stand for: own synonyms, and what was learned."""
