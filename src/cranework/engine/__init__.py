"""From a film to its study: what must be computed, and by whom."""
