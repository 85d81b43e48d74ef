"""A value can be told by its salt, and not without."""

from __future__ import annotations

import pytest

from yifa.record.chain import ALGORITHMS, commit, opens


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_value_and_salt_open_a_commitment_and_nothing_else_does(algorithm: str) -> None:
    made = commit("柳三春", algorithm=algorithm)
    assert opens(made.digest, "柳三春", made.salt, algorithm)
    assert not opens(made.digest, "柳三秋", made.salt, algorithm)
    assert not opens(made.digest, "柳三春", "0" * 64, algorithm)


def test_the_same_value_gives_another_commitment_each_time() -> None:
    assert commit("柳三春").digest != commit("柳三春").digest


def test_a_commitment_is_what_it_was_when_it_was_made_known() -> None:
    made = commit({"name": "柳三春", "age": 41}, salt="00" * 32)
    assert made.digest == "e7718a2dae2fb713f814f7b1cdabd7d3ebb6cac472ff3ea1103f749b58cdd6ac"
