"""What is said in a film, as text with times: subtitle files of every kind, and the tracks inside a film."""
