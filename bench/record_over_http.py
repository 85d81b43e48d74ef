"""Acts recorded over HTTP: a site of two processes, and clients that keep their connections, on the same machine.

Each request carries a token and a key of its own and is answered when the act lies in the chain. What clients cost is
in the number too, since they share the processors with the site.
"""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from statistics import median, quantiles

from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.cases.models import Case
from yifa.record.organs.actions import Actor, appoint, issue_certificate
from yifa.record.organs.models import Organ
from yifa.record.tokens.actions import issue

CLIENTS, PROCESSES = 8, 2
PATIENCE_SECONDS = 180.0


class Site:
    """A site that answers, and the secret of who may write there."""

    def __init__(self, port: int, secret: str) -> None:
        self.port = port
        self.secret = secret

    def record(self, cases: Sequence[int], sent: dict[str, object]) -> list[float]:
        """Record an act in each of some cases, one after the other; seconds each took. Raises `RuntimeError`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        body, took = json.dumps(sent), []
        headers = {"Authorization": f"Bearer {self.secret}", "Content-Type": "application/json"}
        for case in cases:
            begun = time.perf_counter()
            connection.request(
                "POST", f"/api/v1/cases/{case}/acts", body, headers | {"Idempotency-Key": f"case-{case:08}"}
            )
            answer = connection.getresponse()
            said = answer.read()
            if answer.status != 201:
                raise RuntimeError(f"answered {answer.status}: {said[:300]!r}")
            took.append(time.perf_counter() - begun)
        connection.close()
        return took


def token_for(organ: Organ, now: datetime) -> str:
    """The secret of a system that works in the place of an officer who handles cases of an organ."""
    actor, on = Actor("clerk 1", now), now.date()
    officer = appoint(organ, "0901", "办公系统", actor=actor, on=on)
    issue_certificate(officer, "QP-0901", actor=actor, on=on, last=None)
    give_role(officer, RoleName.HANDLER, organ, actor=actor, on=on)
    _, secret = issue(officer, "办公系统", actor=actor, on=on, last=on + timedelta(30), writes=True)
    return secret


@contextmanager
def served(secret: str) -> Iterator[Site]:
    """The site of the database that is open, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "yifa", "serve", "--port", str(port), "--processes", str(PROCESSES), "--no-jobs"]
    settings = {"DJANGO_SETTINGS_MODULE": "yifa.project.settings", "YIFA_REQUESTS": "1000000"}
    site = subprocess.Popen(
        command, env={**os.environ, **settings}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(port)
        yield Site(port, secret)
    finally:
        site.terminate()
        site.wait(timeout=PATIENCE_SECONDS)


def _wait(port: int) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/health")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the site does not answer")


def recorded_by_clients(site: Site, cases: Sequence[Case], sent: dict[str, object]) -> tuple[float, float, float]:
    """Acts a second by all clients together; the middle and the 95th of a hundred answers, in milliseconds."""
    shares = [[one.id for one in cases[first::CLIENTS]] for first in range(CLIENTS)]
    took: list[float] = []
    failed: list[BaseException] = []

    def client(share: list[int]) -> None:
        try:
            took.extend(site.record(share, sent))
        except (RuntimeError, OSError) as error:
            failed.append(error)

    clients = [threading.Thread(target=client, args=(share,)) for share in shares]
    begun = time.perf_counter()
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    seconds = time.perf_counter() - begun
    if failed:
        raise RuntimeError(str(failed[0]))
    return len(took) / seconds, median(took) * 1000, quantiles(took, n=20)[-1] * 1000
