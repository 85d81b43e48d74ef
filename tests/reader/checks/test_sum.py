"""Worked examples of lists and their totals."""

from __future__ import annotations

import pytest

from tests.reader.checks.examples import Example, examples
from tests.reader.checks.passages import checks_of


@pytest.mark.parametrize("example", examples("sum"), ids=str)
def test_the_check_says_what_the_example_says(example: Example) -> None:
    assert checks_of(example.text, "sum", **example.facts) == list(example.says)
