"""Files that the program writes for people."""
