"""Shots of a virtual camera whose movement is known, as tracks of points and as films. Not in the package."""
