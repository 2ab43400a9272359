"""One file, one kind of reference data that can be read in."""
