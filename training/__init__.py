"""Makes films whose transitions are known, and trains the judge of `cranework.editing` on them. Not in the package."""
