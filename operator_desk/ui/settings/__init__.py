"""Settings: language, theme, font, keys."""
