"""The page of a film: one self-contained HTML file."""
