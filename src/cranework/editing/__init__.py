"""The mathematics of transitions: pure functions on arrays.

`pictures.reduce` makes the small pictures of each frame while decoding; `transitions.find` finds the transitions of a
film from them; `shots.shots` cuts the film into shots.
"""
