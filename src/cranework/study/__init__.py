"""What is known of a film: one SQLite file."""
