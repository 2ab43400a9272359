"""Reference data: what sources say of films, people and history, each fact with where it comes from."""
