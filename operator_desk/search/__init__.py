"""Analyser, Whoosh index, index builder process, snapshot and ranking."""
