"""Measures what Cranework costs and withstands; each module is a command: `python -m benchmarks.NAME`."""
