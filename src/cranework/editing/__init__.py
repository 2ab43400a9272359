"""The mathematics of transitions: pure functions on arrays."""
