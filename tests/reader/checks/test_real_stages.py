"""The same examples, their numbers found and named by the real stages instead of by hand."""

from __future__ import annotations

import re

import pytest

from tests.reader.checks.examples import Example, examples
from tests.reader.checks.passages import SPEECH, told
from yifa.reader.reading import Extract
from yifa.reader.whole import read_text

KINDS = ("rate", "rate-denominator", "sum", "funnel", "part-of-whole", "growth", "reduction", "bounds", "all-claims")
EVERY = [one for kind in KINDS for one in examples(kind)]


def _plain(text: str) -> str:
    return re.sub(r"\{([^{}|]*)(?:\|[^{}]*)?\}", r"\1", text)


@pytest.mark.parametrize("example", EVERY, ids=lambda one: f"{one.kind}: {one}")
def test_the_real_stages_lead_to_the_same_answer(example: Example) -> None:
    document = read_text(Extract("passage.txt", _plain(example.text), "txt", "utf-8"), speech=SPEECH)
    found = told(tuple(one for one in document.checks if one.kind == example.kind), [document])
    assert found == list(example.says)
