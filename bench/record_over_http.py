"""Acts recorded over HTTP: a site of two processes, and clients that keep their connections, on the same machine.

Each request carries a token and a key of its own and is answered when the act lies in the chain. Clients share the
processors with the site, so that what they cost is in the number too: they speak plain HTTP over sockets and look at
nothing of an answer but its status, its length and whether the act stands in it.
"""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

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

    def __init__(self, port: int, secret: str, pid: int) -> None:
        self.port = port
        self.secret = secret
        self.pid = pid

    def record(self, cases: Sequence[int], sent: Mapping[str, object]) -> list[float]:
        """Record an act in each of some cases, one after the other; seconds each took. Raises `RuntimeError`."""
        body, took = json.dumps(sent).encode(), []
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE_SECONDS) as line:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for case in cases:
                asked = (
                    f"POST /api/v1/cases/{case}/acts HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
                    f"Authorization: Bearer {self.secret}\r\nIdempotency-Key: case-{case:08}\r\n"
                    f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
                ).encode()
                begun = time.perf_counter()
                line.sendall(asked + body)
                status, said = _answer(line)
                took.append(time.perf_counter() - begun)
                if status != 201 or f'"case":{case},'.encode() not in said:
                    raise RuntimeError(f"answered {status}: {said[:300]!r}")
        return took

    def processor_seconds(self) -> float | None:
        """What the processes of the site took of the processors so far; None where the system does not say."""
        try:
            told = [Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in _processes(self.pid)]
        except OSError:
            return None
        return sum(int(one[11]) + int(one[12]) for one in told) / os.sysconf("SC_CLK_TCK")


def _answer(line: socket.socket) -> tuple[int, bytes]:
    """Status and body of the next answer."""
    held = b""
    while (end := held.find(b"\r\n\r\n")) < 0:
        held += _more(line)
    head = held[:end].lower()
    length = int(head.partition(b"content-length:")[2].split(b"\r\n", 1)[0])
    while len(held) < end + 4 + length:
        held += _more(line)
    return int(head.split(b" ", 2)[1]), held[end + 4 :]


def _more(line: socket.socket) -> bytes:
    some = line.recv(65_536)
    if not some:
        raise RuntimeError("the site hung up")
    return some


def _processes(first: int) -> list[int]:
    """A process and those it began."""
    found, waiting = [], [first]
    while waiting:
        found.append(waiting.pop())
        for task in Path(f"/proc/{found[-1]}/task").iterdir():
            waiting += map(int, (task / "children").read_text().split())
    return found


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
    with tempfile.TemporaryFile("w+") as said:
        site = subprocess.Popen(command, env={**os.environ, "YIFA_REQUESTS": "1000000"}, stdout=said, stderr=said)
        try:
            _wait(port, site)
            yield Site(port, secret, site.pid)
        except RuntimeError as error:
            said.seek(0)
            raise RuntimeError(" ".join([str(error), *said.read().split()])) from None
        finally:
            site.terminate()
            site.wait(timeout=PATIENCE_SECONDS)


def _wait(port: int, site: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and site.poll() is None:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/health")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the site does not answer")


class Came(NamedTuple):
    """What came of it: acts a second by all clients together, the middle and the 95th of a hundred answers in ms."""

    each: float
    middle: float
    slow: float
    site: float | None
    """Milliseconds of processor an act took the site, without its database; None where the system does not say."""
    clients: float
    """The same of the clients."""


def recorded_by_clients(site: Site, cases: Sequence[Case], sent: Mapping[str, object]) -> Came:
    """Let the clients record an act in each case. Raises `RuntimeError`."""
    shares = [[one.id for one in cases[first::CLIENTS]] for first in range(CLIENTS)]
    took: list[float] = []
    failed: list[BaseException] = []

    def client(share: list[int]) -> None:
        try:
            took.extend(site.record(share, sent))
        except (RuntimeError, OSError, ValueError) as error:
            failed.append(error)

    clients = [threading.Thread(target=client, args=(share,)) for share in shares]
    before, own = site.processor_seconds(), time.process_time()
    begun = time.perf_counter()
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    seconds = time.perf_counter() - begun
    if failed:
        raise RuntimeError(str(failed[0]))
    own, after = time.process_time() - own, site.processor_seconds()
    served_in = None if before is None or after is None else (after - before) * 1000 / len(took)
    middle, slow = median(took) * 1000, quantiles(took, n=20)[-1] * 1000
    return Came(len(took) / seconds, middle, slow, served_in, own * 1000 / len(took))
