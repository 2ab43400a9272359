"""One file, one family of predicates: each lets the sources vote on a statement."""
