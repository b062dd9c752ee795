"""The section of told-to lists: who was told a wrong version, and the calls back."""
