"""Knowledge: hits, the article view, the knowledge page."""
