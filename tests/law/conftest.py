"""Which procedures the long tests take every time, and which only with the slow ones.

Every worked case of every procedure always runs on the compiled function, on columns and on the judge. Random histories
and the engines of the lake are tried every time on procedures that between them use every kind of duty and every grain;
on the others they run with the slow tests.
"""

from __future__ import annotations

from pathlib import Path

import pytest

ALWAYS = frozenset({"emergency", "licence", "penalty-ordinary", "reconsideration", "supervision"})
ON_ENGINES = frozenset({"emergency", "licence", "supervision"})
LONG = ("test_histories.py", "test_against_one_case.py", "test_mutation.py")
LONG_ON_ENGINES = ("test_many_engines.py", "test_findings_table.py")
LONG_TESTS = ("test_random_histories_come_out_as_for_one_case",)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what is long and about a procedure that is not tried every time."""
    for item in items:
        name = Path(item.path).name
        params = getattr(item, "callspec", None)
        id_ = params.params.get("id_") if params else None
        if id_ is None:
            continue
        long = name in LONG or getattr(item, "originalname", "") in LONG_TESTS
        if (long and id_ not in ALWAYS) or (name in LONG_ON_ENGINES and id_ not in ON_ENGINES):
            item.add_marker(pytest.mark.slow)
