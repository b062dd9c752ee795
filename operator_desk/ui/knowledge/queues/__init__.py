"""The editors' queues: what operators missed and flagged, what gets old, and working it off."""
