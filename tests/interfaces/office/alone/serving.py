"""The site for one person as a process of its own, as a clerk opens it, for browsers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def opened(home: Path) -> Iterator[str]:
    """`yifa open` over a home; its address with the key. Closed with Ctrl-C afterwards."""
    command = [sys.executable, "-m", "yifa", "open", "--port", "0", "--no-browser"]
    environment = {**os.environ, "YIFA_HOME": str(home), "YIFA_LANG": "en", "PYTHONUNBUFFERED": "1"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        line = next(line for line in iter(process.stdout.readline, "") if "key=" in line)
        try:
            yield line.split()[-1]
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=20)
