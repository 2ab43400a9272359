"""One file, one family of cues: each a table of patterns that finds statements of one kind."""
