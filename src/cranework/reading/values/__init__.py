"""Numbers, dates, durations and quantities in words: each an interval with its precision, never a guess."""
