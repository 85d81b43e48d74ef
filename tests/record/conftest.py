"""What tests of the record share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from yifa.record.scope import everything


@pytest.fixture
def reading_everything() -> Iterator[None]:
    """The scope of everything, for tests that are not about scopes."""
    with everything("a test"):
        yield
