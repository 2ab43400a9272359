"""Reading what is written about a film: statements found by rule, each checked and judged with its evidence."""
