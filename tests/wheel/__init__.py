"""The program as it is installed, away from the clone."""
