"""`python -m bench.record_inside WHAT SIZE DATABASE FILE`: measures one thing on the database that is opened."""

from __future__ import annotations

import pickle
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from itertools import chain, islice
from pathlib import Path
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - rooms with tables are there only now
from django.db import connection, transaction  # noqa: E402

from bench import record_over_http as over_http  # noqa: E402
from bench.race import Race, Variant, race  # noqa: E402
from bench.record_city import AS_OF, write_csv_city  # noqa: E402
from bench.record_peers.models import AuditedAct, HistoryAct, PlainAct  # noqa: E402
from bench.workload import Goal, Outcome, Size  # noqa: E402
from yifa.ledgers.taking_in import take_folder  # noqa: E402
from yifa.record.cases.acting import Happening  # noqa: E402
from yifa.record.cases.actions import open_case, record, record_as_happened  # noqa: E402
from yifa.record.cases.many_columns import TABLES  # noqa: E402
from yifa.record.cases.models import Act, Case  # noqa: E402
from yifa.record.chain import queries as of_chain  # noqa: E402
from yifa.record.chain.actions import append, seal  # noqa: E402
from yifa.record.chain.models import EntryRow  # noqa: E402
from yifa.record.chain.writing import verb  # noqa: E402
from yifa.record.importing.incoming import incoming  # noqa: E402
from yifa.record.importing.writing_cases import import_cases  # noqa: E402
from yifa.record.importing.writing_organs import import_organs  # noqa: E402
from yifa.record.organs.actions import Actor, set_up  # noqa: E402
from yifa.record.organs.choices import Kind, Level  # noqa: E402
from yifa.record.organs.models import Organ  # noqa: E402
from yifa.record.scope import Scope, everything, within  # noqa: E402
from yifa.record.snapshot.reading import read  # noqa: E402

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=CHINA)
ON = date(2026, 3, 2)
CLERK = Actor("clerk 1", NOW)
BECAUSE = Actor("clerk 1", NOW, "补录")
RECEIVED = Happening("application-received", ON, fields={"complete": True})
ACCEPTED = Happening("application-accepted", ON)
FIELDS = {"result": "penalty", "fine": 500_000, "result_stated": "yes", "grounds_stated": "yes", "remedies_told": "yes"}
ROUNDS = {Size.FULL: 5, Size.QUICK: 3, Size.TINY: 1}


def _bureau() -> Organ:
    return set_up("qp-market", "青屏县市场监督管理局", actor=CLERK, on=ON, kind=Kind.DEPARTMENT, level=Level.COUNTY)


def _columns(number: int) -> dict[str, Any]:
    """The columns of an act."""
    told = {"kind": "decision-made", "on": ON, "number": f"青市监罚〔2026〕{number}号", "fields": FIELDS}
    return told | {"recorded_at": NOW, "recorded_by": "clerk 1", "came_from": {}}


def _settled() -> None:
    """Let PostgreSQL count what was laid, which it does by itself within a minute of a table's growing."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def measure_writing(size: Size, database: str) -> Outcome:
    """One act a transaction, four ways."""
    many = {Size.FULL: 400, Size.QUICK: 100, Size.TINY: 5}[size]
    case = open_case(_bureau(), "penalty-ordinary", "1", actor=CLERK, on=ON)

    def plain(model: type[Any]) -> Callable[[], int]:
        def written() -> int:
            for number in range(many):
                with transaction.atomic():
                    model.objects.create(case=case.id, **_columns(number))
            return many

        return written

    def chained() -> int:
        for number in range(many):
            with verb("act-recorded", organ="qp-market", by="clerk 1", on=ON, recorded=NOW) as writing:
                writing.insert(Act(case=case, **_columns(number)))
        return many

    variants = [
        Variant("a plain row", plain(PlainAct), many),
        Variant("yifa: row and chain", chained, many),
        Variant("django-simple-history", plain(HistoryAct), many),
        Variant("django-auditlog", plain(AuditedAct), many),
    ]
    found = race(f"{database}: one act a transaction", variants, reference="a plain row", rounds=ROUNDS[size])
    goal = Goal(
        f"{database}: chained write beside a plain row:", 1.6, found["yifa: row and chain"].ratio.median, "×", False
    )
    return Outcome((found,), (goal,), faults=_unverified(database))


def measure_acts(size: Size, database: str) -> Outcome:
    """The verb that records an act, within a scope, with its duties judged before and after."""
    many, rounds = {Size.FULL: 300, Size.QUICK: 60, Size.TINY: 3}[size], ROUNDS[size]
    bureau = _bureau()
    cases = iter(_opened(bureau, 2 * many * (rounds + 1)))
    _settled()

    def recorded(how: Callable[..., Act], actor: Actor) -> Callable[[], int]:
        def run() -> int:
            with within(Scope.of([bureau.id])):
                return sum(how(case, ACCEPTED, actor=actor).id > 0 for case in islice(cases, many))

        return run

    gated = "an act prepared here: duties judged, recorded, chained"
    variants = [
        Variant(gated, recorded(record, CLERK), many),
        Variant("an act that has happened, with a reason", recorded(record_as_happened, BECAUSE), many),
    ]
    found = race(f"{database}: acts recorded in one process", variants, reference=gated, rounds=rounds)
    goal = Goal(f"{database}: acts recorded in one process:", 400, found[gated].per_second, "a second", True)
    lost = () if set(found.answers.values()) == {many} else (f"{database}: acts were lost: {found.answers}",)
    return Outcome((found,), (goal,) if size is not Size.TINY else (), faults=(*lost, *_unverified(database)))


def measure_http(size: Size, database: str) -> Outcome:
    """Acts recorded by several clients over HTTP: token, scope, duties, chain, and the answer kept for its key."""
    many = {Size.FULL: 1_600, Size.QUICK: 320, Size.TINY: 16}[size]
    bureau, now = _bureau(), datetime.now(CHINA)
    secret = over_http.token_for(bureau, now)
    cases, warm = _opened(bureau, many), _opened(bureau, 4 * over_http.CLIENTS, first=many)
    _settled()
    sent = {"kind": ACCEPTED.kind, "on": ON.isoformat()}
    with over_http.served(secret) as site:
        over_http.recorded_by_clients(site, warm, sent)
        came = over_http.recorded_by_clients(site, cases, sent)
    notes = [
        f"{database}: {came.each:,.0f} acts a second over HTTP; half within {came.middle:.0f} ms, "
        f"95 of 100 within {came.slow:.0f} ms."
    ]
    if came.site is not None:
        notes.append(
            f"{database}: {came.site:.1f} ms of processor an act in the site, {came.clients:.1f} ms in the clients; "
            "what the database's own processes take is not in it."
        )
    goal = Goal(
        f"{database}: acts recorded over HTTP by {over_http.CLIENTS} clients:", 120, came.each, "a second", True
    )
    written = Act.objects.filter(kind=ACCEPTED.kind).count() - len(warm)
    lost = () if written == many else (f"{database}: {written} acts on record, {many} were answered",)
    return Outcome((), (goal,) if size is not Size.TINY else (), tuple(notes), (*lost, *_unverified(database)))


def _opened(bureau: Organ, many: int, first: int = 0) -> Sequence[Case]:
    return [
        open_case(bureau, "licence", str(number), actor=CLERK, on=ON, acts=(RECEIVED,))
        for number in range(first, first + many)
    ]


def measure_importing(size: Size, database: str) -> Outcome:
    """The ledgers of an invented county, one .csv a sheet, from files to chain."""
    with tempfile.TemporaryDirectory(prefix="yifa-bench-") as made:
        ledgers = write_csv_city(Path(made), "township" if size is not Size.FULL else "county")
        walls, cpus = [time.perf_counter()], [time.process_time()]
        taken = take_folder(ledgers, as_of=AS_OF)
        _stop(walls, cpus)
        import_organs(taken, actor=CLERK, on=ON)
        cases = chain.from_iterable(sorted(incoming(one), key=lambda case: case.organ) for one in taken.ledgers)
        came = import_cases(cases, "b1", actor=CLERK)
        _stop(walls, cpus)
    reading, writing = walls[1] - walls[0], walls[2] - walls[1]
    note = (
        f"{database}: {came.new:,} cases with {came.acts:,} acts: read in {reading:.1f} s ({cpus[1] - cpus[0]:.1f} "
        f"of processor), written in {writing:.1f} s ({cpus[2] - cpus[1]:.1f}): {came.new / writing:,.0f} cases "
        f"a second written, {came.new / (reading + writing):,.0f} from file to chain."
    )
    goals = (Goal(f"{database}: cases imported from .csv:", 1_000, came.new / writing, "a second", True),)
    few = came.new < sum(one.cases.num_rows for one in taken.ledgers)
    faults = (f"{database}: only {came.new} cases came in",) if few else ()
    return Outcome((), goals if size is Size.FULL else (), (note,), (*faults, *_unverified(database)))


def _stop(walls: list[float], cpus: list[float]) -> None:
    walls.append(time.perf_counter())
    cpus.append(time.process_time())


def measure_verifying(size: Size, database: str) -> Outcome:
    """Entries of one act each, in several chains under several seals."""
    many = {Size.FULL: 300_000, Size.QUICK: 30_000, Size.TINY: 300}[size]
    case = open_case(_bureau(), "penalty-ordinary", "1", actor=CLERK, on=ON)
    with verb("act-recorded", organ="qp-market", by="clerk 1", on=ON, recorded=NOW) as writing:
        writing.insert(Act(case=case, **_columns(1)))
        [told] = writing.told()
    organs = [f"organ-{number}" for number in range(6)]
    for part in range(5):
        for organ in organs:
            with transaction.atomic():
                append(organ, [told] * (many // 30), NOW)
        seal(ON + timedelta(part))
    entries = EntryRow.objects.count()
    ours = "yifa: chains, seals and roots"
    found = race(
        f"{database}: a record verified", [Variant(ours, of_chain.faults, entries)], reference=ours, rounds=ROUNDS[size]
    )
    goal = Goal(f"{database}: entries verified:", 300_000, found[ours].per_second, "a second", True)
    size_of = len(EntryRow.objects.order_by("-id")[0].text.encode())
    note = f"{database}: {entries:,} entries of about {size_of} bytes, in {len(organs) + 1} chains under 5 seals."
    faults = () if found.answers[ours] == [] else (f"{database}: faults in a record nobody touched",)
    return Outcome((found,), (goal,) if size is not Size.TINY else (), (note,), faults)


def measure_snapshot(size: Size, database: str) -> Outcome:
    """The acts of cases that go on, in their order, out of the database in three ways."""
    many = {Size.FULL: 200_000, Size.QUICK: 20_000, Size.TINY: 200}[size]
    case = open_case(_bureau(), "penalty-ordinary", "1", actor=CLERK, on=ON)
    with verb("acts-recorded", organ="qp-market", by="clerk 1", on=ON, recorded=NOW) as writing:
        for part in _parts(many, 20_000):
            writing.spread(Act, [[{"case_id": case.id, "minute": None, **_columns(number)} for number in part]])
    [acts] = [one for one in TABLES if one.name == "acts"]
    names = [name.replace("__", "_") for name in acts.columns]
    ours, values, instances = "yifa: columns by ADBC", "Django: values_list", "Django: instances"

    def rows() -> Any:
        return acts.rows().order_by("id")

    def by_instances() -> int:
        return sum(1 for _ in rows().iterator(chunk_size=5_000))

    variants = [
        Variant(ours, lambda: read([acts])["acts"].height, many),
        Variant(values, lambda: len(list(rows().values_list(*names).iterator(chunk_size=5_000))), many),
        Variant(instances, by_instances, many),
    ]
    found = race(f"{database}: {many:,} acts read", variants, reference=ours, rounds=ROUNDS[size])
    goals = (
        Goal(f"{database}: instances beside the snapshot:", 5, found[instances].ratio.median, "×", True),
        Goal(f"{database}: values_list beside the snapshot:", 5, found[values].ratio.median, "×", True),
    )
    alike = set(found.answers.values()) == {many}
    faults = () if alike else (f"{database}: acts read differ: {found.answers}",)
    return Outcome((found,), goals if size is not Size.TINY else (), (), faults)


def _parts(many: int, size: int) -> Iterator[range]:
    return (range(first, min(first + size, many)) for first in range(0, many, size))


def _unverified(database: str) -> tuple[str, ...]:
    found = of_chain.faults()
    return (f"{database}: the record does not verify: {found[0]}",) if found else ()


MEASURES: dict[str, Callable[[Size, str], Outcome]] = {
    "writing": measure_writing,
    "acts": measure_acts,
    "http": measure_http,
    "importing": measure_importing,
    "verifying": measure_verifying,
    "snapshot": measure_snapshot,
}


def _plain(found: Race) -> Race:
    """A race without what it answered, which stays in this process."""
    return Race(found.title, found.reference, found.rounds, found.standings)


def main(what: str, size: str, database: str, file: str) -> None:
    """Measure, and write the outcome down for who asked."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)  # the peers, which follow the accounts
    with everything("a measurement"):
        found = MEASURES[what](Size(size), database)
    races = tuple(_plain(one) for one in found.races if isinstance(one, Race))
    Path(file).write_bytes(pickle.dumps(Outcome(races, found.goals, found.notes, found.faults)))


if __name__ == "__main__":
    main(*sys.argv[1:])
