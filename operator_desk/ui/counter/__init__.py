"""The counter's rows: every call with its class and rule."""
