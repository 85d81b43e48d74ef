"""For all tests: what takes long to lay is laid once. Tests that share it stay together where several processes run."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

LAID_FOR_A_MODULE = frozenset(("ground", "laid", "shown", "site"))
"""Fixtures that hold for a module and take seconds."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Keep the tests of a module together that share such a fixture."""
    for item in items:
        if LAID_FOR_A_MODULE & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group(str(item.path)))
