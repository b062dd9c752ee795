"""Operator Desk: the open workstation for public service hotlines."""

__version__ = "0.1.0"
