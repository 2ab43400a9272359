"""The demonstration film and its truth."""
