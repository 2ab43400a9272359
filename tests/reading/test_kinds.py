import numpy as np
import pytest

from cranework.reading.kinds import ALWAYS, KINDS, NOTHING, odds, parse


def test_the_shipped_table_has_log_odds_of_every_kind_and_of_nothing() -> None:
    table = odds()
    assert table.table.shape == (len(table.rows), len(KINDS) + 1) and len(KINDS) == NOTHING
    assert ALWAYS in table.rows and all(ALWAYS in side for side in table.sides.values())


def test_a_table_is_read_from_lines_in_tenths() -> None:
    zeros = "\t".join(["0"] * NOTHING)
    table = parse(
        [f"begin\t{ALWAYS}\t-20", "begin\tcut\t40", f"kind\t{ALWAYS}\t{zeros}\t0", f"kind\tword dull\t30\t{zeros}"]
    )
    shares = table.shares("begin", {0: ["cut"], 4: ["of no table"]})
    assert shares[0] == pytest.approx(0.8808, abs=1e-4) and shares[4] == pytest.approx(0.1192, abs=1e-4)
    dull, even = table.kinds([["word dull", "word dull"], ["of no table"]])
    assert KINDS[int(dull.argmax())] == "opinion" and np.allclose(even, 1 / (NOTHING + 1))
    assert np.allclose([dull.sum(), even.sum()], 1)
