"""Tests that share what takes long to lay are sent to one process; what was compiled is not compiled again."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

import run_tests
from tests.conftest import pytest_collection_finish


@pytest.mark.xdist_group("shared")
def test_the_group_of_a_test_is_heeded(request: pytest.FixtureRequest) -> None:
    grouped = getattr(request.config.option, "loadgroup", False)
    assert request.node.nodeid.endswith("@shared") is grouped


def test_what_was_compiled_is_kept_away_from_sources_that_are_to_stay_clean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_tests, "COMPILED", tmp_path / "compiled")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "told.py").write_text("SAID = 1\n")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    settings = run_tests.environment({**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    subprocess.run([sys.executable, "-c", "import told"], cwd=tmp_path / "sources", env=settings, check=True)

    assert [path.name for path in (tmp_path / "sources").iterdir()] == ["told.py"]
    assert [path.name.partition(".")[0] for path in (tmp_path / "compiled").rglob("told*.pyc")] == ["told"]


def test_elsewhere_it_lies_where_python_puts_it() -> None:
    assert run_tests.environment({"HOME": "/nowhere"}) == {"HOME": "/nowhere"}


def test_what_stays_to_the_end_is_not_looked_through_each_time() -> None:
    gc.unfreeze()
    pytest_collection_finish()
    assert gc.get_freeze_count() > 100_000
