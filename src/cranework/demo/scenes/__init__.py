"""The sets of the demonstration film, one file each."""
