"""The kinds of duty: each has a schema, a meaning of the same name, and an example that can be read."""

from __future__ import annotations

import sys
import textwrap

import pytest

from yifa.law.catalogue.kinds import kinds
from yifa.law.catalogue.reading import Written
from yifa.law.duties.kinds import meanings


def test_every_schema_has_a_meaning_of_its_name() -> None:
    assert (
        list(kinds())
        == list(meanings())
        == [
            "authority",
            "cross-case",
            "document-element",
            "order",
            "publication",
            "qualification",
            "required-act",
            "separation",
            "time-limit",
            "value-limit",
        ]
    )


@pytest.mark.parametrize("kind", kinds())
def test_the_example_at_the_top_of_its_file_is_a_duty_of_the_kind(kind: str) -> None:
    schema = kinds()[kind]
    written = (sys.modules[schema.__module__].__doc__ or "").split("\n\n")[1]
    read = Written("duties:\n" + textwrap.dedent(written), "example").as_(schema, ("duties", 0))
    assert read.kind == kind
