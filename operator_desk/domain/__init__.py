"""What a hotline is: frozen dataclasses and pure functions, standard library only."""
