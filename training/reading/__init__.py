"""What the reading part is measured and set by."""
