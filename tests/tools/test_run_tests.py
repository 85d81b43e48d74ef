"""Tests that share what takes long to lay are sent to one process, where there are several."""

from __future__ import annotations

import pytest


@pytest.mark.xdist_group("shared")
def test_the_group_of_a_test_is_heeded(request: pytest.FixtureRequest) -> None:
    grouped = getattr(request.config.option, "loadgroup", False)
    assert request.node.nodeid.endswith("@shared") is grouped
