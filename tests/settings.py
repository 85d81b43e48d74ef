"""Django's settings for the tests: as they are, with a home of its own and SQLite in a real file."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import threading
from pathlib import Path
from typing import Any

from django.db import connections

_home = Path(tempfile.mkdtemp(prefix="yifa-tests-"))
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ["YIFA_HOME"] = str(_home)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
"""A browser that a test drives keeps a loop running in the thread of the tests, which Django takes for its own."""
_connections: Any = connections
_connections._connections = threading.local()
"""For the same reason Django would take another connection from then on, and leave the one it had open on the file."""

from yifa.project.settings import *  # noqa: E402, F403 - the home must be said first
from yifa.project.settings import DATABASES  # noqa: E402

if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": _home / "test.sqlite3"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
