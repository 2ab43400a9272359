"""One file, one layer."""
