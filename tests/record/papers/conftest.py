"""Every test of files has a folder of files of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def files(tmp_path: Path, settings: Any) -> Path:
    """The folder of files."""
    settings.YIFA_FILES = tmp_path / "files"
    return tmp_path / "files"
