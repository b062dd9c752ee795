"""Practice calls in the window: scripts to choose from, the caller, what came of it."""
