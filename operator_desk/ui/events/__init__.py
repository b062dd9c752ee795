"""The page of event cards."""
