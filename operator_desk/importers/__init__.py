"""Knowledge formats to articles, with a row-by-row report."""
