"""Parts that every page is made of: look, words, labels, pickers, notices."""
