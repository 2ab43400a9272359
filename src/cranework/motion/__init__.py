"""How the camera moves: the mathematics, as pure functions on arrays."""
