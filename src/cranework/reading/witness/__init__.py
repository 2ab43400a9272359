"""The film as a witness: its subtitles for quotations and scenes, its measured form for statements about form."""

from cranework.reading.witness.film import Witness

__all__ = ["Witness"]
