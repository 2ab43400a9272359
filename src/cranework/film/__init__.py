"""What a film file is, and its frames."""
