"""`python -m bench.office_inside lay|ask SIZE DATABASE FILE`: fills the database that is opened; serves and asks it."""

from __future__ import annotations

import gzip
import http.client
import os
import pickle
import random
import re
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - rooms with tables are there only now
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.office_rows import city, fill  # noqa: E402
from bench.record_over_http import served  # noqa: E402
from bench.workload import Goal, Outcome, Size  # noqa: E402
from yifa.record.access.queries import scope_of  # noqa: E402
from yifa.record.accounts.models import Account  # noqa: E402
from yifa.record.cases.models import Case  # noqa: E402
from yifa.record.organs.models import Officer  # noqa: E402
from yifa.record.scope import everything, within  # noqa: E402

CASES = {Size.FULL: 1_000_000, Size.QUICK: 100_000, Size.TINY: 600}
DAYS = {Size.FULL: 20, Size.QUICK: 20, Size.TINY: 2}
COUNTIES = {Size.FULL: 16, Size.QUICK: 16, Size.TINY: 2}
"""So many counties with 25 offices each."""
ROUNDS = {Size.FULL: 10, Size.QUICK: 10, Size.TINY: 1}
CLIENTS = 16
"""So many clients at once."""
LISTS = (
    "/cases/",
    "/cases/?light=red",
    "/cases/?light=amber",
    "/cases/?state=all",
    "/cases/?state=closed&procedure=penalty-ordinary",
    "/cases/?sort=due",
    "/cases/?state=all&first=2025-01-01&last=2025-06-30",
    "/cases/?whose=mine",
)
WARMING = len(LISTS)
"""So many pages each client asks first that are not counted, until every thread of the site has answered each list."""
SOUGHT = ("公司", "食品", "无照", "赵一二", "粮油 占道", "77号", "茶叶有限公司", "冯春山五金有限公司", "虚假宣传 电器")
GOALS = {"list": 40.0, "case": 80.0, "search": 50.0, "list at 16 clients": 250.0}


class Asking:
    """Somebody who signed in, on a connection of his own; what he was answered and how long it took."""

    def __init__(self, port: int, cookie: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.headers = {"Cookie": f"yifa_session={cookie}", "Accept-Encoding": "gzip"}

    def get(self, path: str, **headers: str) -> tuple[float, int, bytes]:
        """Milliseconds, bytes as they were sent, and the page. Raises `RuntimeError` where it is not answered."""
        begun = time.perf_counter()
        self.connection.request("GET", quote(path, safe="/?=&-%"), headers=self.headers | headers)
        answer = self.connection.getresponse()
        body = answer.read()
        took = (time.perf_counter() - begun) * 1000
        if answer.status != 200:
            raise RuntimeError(f"{path} was answered {answer.status}")
        packed = answer.headers.get("Content-Encoding") == "gzip"
        return took, len(body), gzip.decompress(body) if packed else body


@dataclass(frozen=True)
class Laid:
    """A database that was filled: by whom it is asked, by their sessions; cases to be looked at; what it took."""

    supervisor: str
    handler: str
    shown: tuple[int, ...]
    offices: int
    seconds: float


def lay(size: Size) -> Laid:
    """Fill the database that is open."""
    moment = timezone.localtime()
    begun = time.perf_counter()
    call_command("migrate", verbosity=0, interactive=False)
    with everything("a measurement"):
        laid = city(moment, DAYS[size], COUNTIES[size])
        fill(laid, CASES[size], moment)
        scope = scope_of(laid.supervisor, moment.date())
        supervisor, handler = _cookie(laid.supervisor), _cookie(laid.handler)
    with within(scope):
        shown = _some_cases(moment)
    return Laid(supervisor, handler, tuple(shown), len(laid.offices), time.perf_counter() - begun)


def ask(size: Size, database: str, laid: Laid) -> Outcome:
    """Serve the database, and ask."""
    with served("") as site:
        by_path = _asked(site.port, laid.supervisor, laid.shown, ROUNDS[size])
        found = {name: [ms for took in paths.values() for ms in took] for name, paths in by_path.items()}
        own = Asking(site.port, laid.handler)
        found["list of one office"] = [own.get(path)[0] for _ in range(ROUNDS[size] + 1) for path in LISTS][
            len(LISTS) :
        ]
        found["list at 16 clients"] = _together(site.port, laid.supervisor, ROUNDS[size])
        first, swap = _bytes(Asking(site.port, laid.supervisor), laid.shown)
    notes = [
        f"{database}: {CASES[size]:,} cases in {laid.offices} offices, made in {laid.seconds:.0f} s; asked by a "
        f"supervisor of 25 of them; load {os.getloadavg()[0]:.1f}.",
        f"{database}: milliseconds p50 / p95: "
        + "; ".join(f"{name} {median(ms):.0f} / {_p95(ms):.0f}" for name, ms in found.items()),
        f"{database}: slowest, median milliseconds: "
        + "; ".join(f"{path} {median(ms):.0f}" for name in ("list", "search") for path, ms in _slowest(by_path[name])),
        f"{database}: first load {first / 1000:.0f} kB, a swap {swap / 1000:.1f} kB, as sent.",
    ]
    goals = [Goal(f"{database}: {name}, p95:", limit, _p95(found[name]), "ms", False) for name, limit in GOALS.items()]
    goals += [
        Goal(f"{database}: first load:", 200, first / 1000, "kB", False),
        Goal(f"{database}: a swap:", 30, swap / 1000, "kB", False),
    ]
    return Outcome((), tuple(goals) if size is not Size.TINY else (), tuple(notes))


def _p95(ms: Sequence[float]) -> float:
    return quantiles(ms, n=20)[-1] if len(ms) > 1 else ms[0]


def _some_cases(moment: datetime) -> list[int]:
    ids = list(Case.objects.filter(title__gt="").order_by("-id").values_list("id", flat=True)[:4000])
    return random.Random(moment.day).sample(ids, min(60, len(ids)))


def _cookie(officer: Officer) -> str:
    client = Client()
    account = Account.objects.get(officer=officer)
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.cookies["yifa_session"].value


def _asked(port: int, cookie: str, shown: Sequence[int], rounds: int) -> dict[str, dict[str, list[float]]]:
    """What each page took, some times, after once without being counted; by what it is and by its address."""
    desk = Asking(port, cookie)
    paths = {
        "list": list(LISTS),
        "case": [f"/cases/{one}/" for one in shown[: max(rounds * 2, 2)]],
        "search": [f"/cases/?q={one}" for one in SOUGHT],
        "clues": ["/clues/"],
        "workbench": ["/"],
    }
    found: dict[str, dict[str, list[float]]] = {name: {path: [] for path in several} for name, several in paths.items()}
    for turn in range(rounds + 1):
        for took in found.values():
            for path, counted in took.items():
                ms = desk.get(path)[0]
                counted.extend([ms] if turn else [])
    return found


def _slowest(took: Mapping[str, list[float]]) -> list[tuple[str, list[float]]]:
    """The three addresses that took longest."""
    return sorted(took.items(), key=lambda one: -median(one[1]))[:3]


def _together(port: int, cookie: str, rounds: int) -> list[float]:
    took: list[float] = []
    failed: list[BaseException] = []

    def client(place: int) -> None:
        try:
            desk = Asking(port, cookie)
            for turn in range(rounds + WARMING):
                ms = desk.get(LISTS[(turn + place) % len(LISTS)])[0]
                took.extend([ms] if turn >= WARMING else [])
        except (OSError, RuntimeError) as error:
            failed.append(error)

    clients = [threading.Thread(target=client, args=(place,)) for place in range(CLIENTS)]
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    if failed:
        raise RuntimeError(str(failed[0]))
    return took


def _bytes(desk: Asking, shown: Sequence[int]) -> tuple[int, int]:
    """The first load of the list with all its styles, scripts and drawings; the largest part that is swapped in."""
    _, sent, page = desk.get("/cases/")
    assets = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.decode()))
    parts = [*(f"/cases/{one}/beside/" for one in shown[:20]), *LISTS, "/clues/"]
    if further := re.search(rb'<a href="(\?[^"]+)" rel="next">', page):
        parts.append(f"/cases/{further[1].decode()}".replace("&amp;", "&"))
    swaps = [desk.get(one, **{"HX-Request": "true"})[1] for one in parts]
    return sent + sum(desk.get(one)[1] for one in sorted(assets)), max(swaps)


def main(do: str, size: str, database: str, file: str) -> None:
    """Fill, or ask what was filled; and write down what comes of it, for who asked."""
    path = Path(file)
    if do == "lay":
        path.write_bytes(pickle.dumps(lay(Size(size))))
        return
    laid: Laid = pickle.loads(path.read_bytes())  # noqa: S301 - written by our own process
    path.write_bytes(pickle.dumps(ask(Size(size), database, laid)))


if __name__ == "__main__":
    main(*sys.argv[1:])
