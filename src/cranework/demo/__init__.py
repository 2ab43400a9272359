"""The demonstration film and its truth, made with a virtual camera that can make other clips as well.

A clip is a `Reel` of `Shot`s: each a `Scene` (textured planes at depths, actors, fog) seen along a `Path` (a first
`Pose` and `Move`s, named as the operator names them). `film.render` writes any reel, and its truth beside it.
"""
