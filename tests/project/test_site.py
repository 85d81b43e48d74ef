"""The site as it is served: what was loaded when it begins to answer is not looked through again and again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LOADED = 100_000
"""So many things at least stand in memory once the site is loaded."""


def test_a_site_keeps_what_it_loaded_out_of_the_way_of_those_who_wait(tmp_path: Path) -> None:
    settings = {"YIFA_HOME": str(tmp_path), "YIFA_DATABASE": "", "DJANGO_SETTINGS_MODULE": "yifa.project.settings"}
    told = "import gc, yifa.project.site; print(gc.get_freeze_count())"
    done = subprocess.run(
        [sys.executable, "-c", told], env={**os.environ, **settings}, check=True, capture_output=True, text=True
    )
    assert int(done.stdout.split()[-1]) > LOADED
