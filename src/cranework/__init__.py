"""Cranework measures the form of a film and checks what is written about it."""

__version__ = "0.1.0"
