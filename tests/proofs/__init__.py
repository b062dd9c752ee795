"""Proofs: claims of the project counted out; `make proof` runs the full counts."""
