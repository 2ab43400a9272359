"""Makes films whose transitions are known, and trains the judge of `cranework.editing` on them; never part of the package."""
