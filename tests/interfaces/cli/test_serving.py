"""`yifa serve` ends when it is told to, also while it still loads the site."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

GUARD = 120
"""Seconds after which a server that did not end is killed, and the test fails."""

# A site that is never done loading; the first line is how it takes a signal.
LOADS = """
{first}
import pathlib, time
pathlib.Path(__file__).with_name("loading").write_text("")
while True:
    time.sleep(0.05)
"""
# A site that answers.
ANSWERS = """
import pathlib

def site(environ, start_response):
    start_response("200 OK", [("content-length", "0")])
    return [b""]

pathlib.Path(__file__).with_name("loading").write_text("")
"""
SERVES = """
from yifa.interfaces.cli import answering
answering.PATIENCE = {patience}
answering.answer("served_site:site", "127.0.0.1", {port}, {processes})
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize(
    ("site", "patience", "processes"),
    [
        (LOADS.format(first=""), 3600, 2),
        (LOADS.format(first="import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)"), 1, 1),
        (ANSWERS, 3600, 2),
    ],
    ids=["loading", "deaf", "answering"],
)
def test_a_server_ends_when_it_is_told_to(
    tmp_path: Path, site: str, patience: int, processes: int, number: signal.Signals
) -> None:
    (tmp_path / "served_site.py").write_text(site)
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [sys.executable, "-c", SERVES.format(patience=patience, port=port, processes=processes)]
    paths = os.pathsep.join([str(tmp_path), *filter(None, sys.path)])
    with (tmp_path / "said").open("w") as said:
        server = subprocess.Popen(
            command, env={**os.environ, "PYTHONPATH": paths}, start_new_session=True, stderr=said, stdout=said
        )
    try:
        while not (tmp_path / "loading").exists():
            assert server.poll() is None, (tmp_path / "said").read_text()
            time.sleep(0.02)
        os.kill(server.pid, number)
        assert server.wait(GUARD) == 0
        with pytest.raises(ProcessLookupError):
            os.killpg(server.pid, 0)  # nobody is left
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()
