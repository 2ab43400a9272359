"""The film as a witness: its subtitles for quotations and scenes, its measured form for statements about form."""
