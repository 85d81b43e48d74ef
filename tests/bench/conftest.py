"""Races clear away before each turn what others left; what was there before is none of that."""

from __future__ import annotations

import gc

import pytest


@pytest.fixture(scope="module", autouse=True)
def frozen() -> None:
    """Let a race look through what its tests made, not through all that stands in the process."""
    gc.collect()
    gc.freeze()
