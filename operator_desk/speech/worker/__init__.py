"""The process that speaks: text in, one file of sound a statement out. Only here is pyttsx3."""
