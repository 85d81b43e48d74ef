"""Jobs that somebody asks for on a page, looks at, and confirms: ledgers to be taken in, a batch to be undone, an organ
to be ended. Asking writes nothing; what is done is what was asked, by whom it was asked, as far as he may then.

What was sent in lies below `sent-in` until it was taken in or two days went by.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django_tasks import TaskContext, task

from yifa.ledgers.corrections import write_corrections
from yifa.ledgers.problems import Severity
from yifa.ledgers.taken import Taken
from yifa.ledgers.taking_in import take_folder
from yifa.ledgers.telling import tell_problem
from yifa.record.access.queries import roles_held, scope_of
from yifa.record.cases.ending import CasesLeft, end_organ
from yifa.record.cases.errors import NotRecorded
from yifa.record.cases.models import Case
from yifa.record.importing.incoming import IncomingCase, incoming
from yifa.record.importing.undoing import undo
from yifa.record.importing.writing_cases import Imported, import_cases
from yifa.record.jobs.keeping import keeping
from yifa.record.jobs.moments import now
from yifa.record.jobs.outcomes import progress
from yifa.record.jobs.tasks import ORGANS, tell_organs, writable
from yifa.record.organs.actions import Actor
from yifa.record.organs.choices import SuccessionKind
from yifa.record.organs.errors import CannotBe
from yifa.record.organs.models import Officer, Organ
from yifa.record.scope import everything, within
from yifa.record.tokens.permits import permits, writes_cases
from yifa.wording import language

SHOWN = 300
"""So many problems are told one by one; the workbook has all rows that are to be corrected."""
KEPT_SECONDS = 2 * 86_400
LEDGERS, FOUND, CORRECTIONS = "ledgers", "found.json", "corrections.xlsx"
_TOKEN = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Sent:
    """Files that somebody sent in, in a folder of their own."""

    token: str

    @classmethod
    def new(cls) -> Sent:
        """A new folder; what was left lying is cleared away."""
        place = keeping().sent_in
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        for old in place.glob("page-*"):
            if time.time() - old.stat().st_mtime > KEPT_SECONDS:
                shutil.rmtree(old, ignore_errors=True)
        made = cls(secrets.token_hex(16))
        made.ledgers.mkdir(parents=True, mode=0o700)
        return made

    @classmethod
    def of(cls, token: str) -> Sent | None:
        """The folder of a token; None where there is none any more."""
        found = cls(token)
        return found if _TOKEN.fullmatch(token) and found.place.is_dir() else None

    @property
    def place(self) -> Path:
        """The folder."""
        return keeping().sent_in / f"page-{self.token}"

    @property
    def ledgers(self) -> Path:
        """Where the files lie that were sent."""
        return self.place / LEDGERS

    @property
    def corrections(self) -> Path:
        """The workbook with the rows that are to be corrected."""
        return self.place / CORRECTIONS

    def found(self) -> dict[str, Any]:
        """What was found when it was looked at; nothing, before."""
        path = self.place / FOUND
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        return told

    def clear(self) -> None:
        """Let everything go."""
        shutil.rmtree(self.place, ignore_errors=True)


@task(takes_context=True)
def check_ledgers(context: TaskContext, token: str, officer: int, tag: str) -> dict[str, Any]:
    """Look what ledgers would come to; nothing is written. `tag`: in which language what is wrong is told."""
    sent, job, moment = Sent.of(token), str(context.task_result.id), now()
    if sent is None:
        return {}
    taken, cases, others = _read(sent, officer, moment.date(), job)
    with everything("look what ledgers would come to"):
        by = Actor(f"officer{officer}", moment)
        found = import_cases(cases, token, actor=by, dry_run=True, progress=lambda done: progress(job, done=done))
        organs = dict(Organ.objects.values_list("code", "id"))
    speech = language(tag)
    rows = write_corrections(taken.held, sent.corrections, speech)
    wrong = sorted(
        (one for one in taken.problems if one.severity is not Severity.NOTE),
        key=lambda one: (one.severity is not Severity.ERROR, one.place.file, one.place.sheet or "", one.place.row or 0),
    )
    told = _numbers(found, others, rows) | {"files": sorted(path.name for path in sent.ledgers.iterdir())}
    lines = [
        {
            "severity": one.severity.value,
            "file": one.place.file,
            "sheet": one.place.sheet or "",
            "cell": one.place.cell,
            "heading": one.heading,
            "value": one.value,
            "words": tell_problem(one, speech),
        }
        for one in wrong[:SHOWN]
    ]
    shares = _shares(cases, organs)
    text = json.dumps({"lines": lines, "wrong": len(wrong), "shares": shares}, ensure_ascii=False)
    (sent.place / FOUND).write_text(text, encoding="utf-8")
    progress(job, done=len(cases), whole=len(cases), told=told | {"token": token, "kind": "check"})
    return told


@task(takes_context=True)
def take_checked(context: TaskContext, token: str, officer: int, batch: str) -> dict[str, Any]:
    """Take ledgers in that somebody looked at; the files go when it is done."""
    sent, job, moment = Sent.of(token), str(context.task_result.id), now()
    if sent is None:  # it was done, and died before it could say so
        return {}
    taken, cases, others = _read(sent, officer, moment.date(), job)
    with everything("take ledgers in"):
        by = Actor(f"officer{officer}", moment)
        found = import_cases(cases, batch, actor=by, progress=lambda done: progress(job, done=done))
    told = _numbers(found, others, sum(len(one.rows) for one in taken.held))
    progress(job, done=len(cases), told=told | {"batch": batch, "kind": "take"})
    sent.clear()
    return told


@task(takes_context=True)
def undo_batch(context: TaskContext, batch: str, officer: int, because: str) -> dict[str, Any]:
    """Take a batch back, as far as who asks for it may write all its cases."""
    job, moment = str(context.task_result.id), now()
    with everything("see who undoes a batch"):
        somebody = Officer.objects.get(pk=officer)
    held = roles_held(somebody, moment.date())
    with within(scope_of(somebody, moment.date(), held)):
        pairs = Case.objects.filter(came_from__batch=batch).order_by().values_list("organ", "procedure").distinct()
        if not all(writes_cases(permits(held), *pair) for pair in pairs):
            progress(job, told={"kind": "undo", "batch": batch, "refused": "not-yours"})
            return {}
        found = undo(batch, actor=Actor(f"officer{officer}", moment, because))
    told = {"withdrawn": found.withdrawn, "brought_back": found.brought_back, "worked_on": found.worked_on[:SHOWN]}
    told |= {"left": len(found.worked_on)}
    progress(job, done=1, whole=1, told={"kind": "undo", "batch": batch, **told})
    return told


@task(takes_context=True)
def end_with_cases(
    context: TaskContext,
    asked: Mapping[str, Any],
    officer: int,
    dry_run: bool,
) -> dict[str, Any]:
    """End an organ, and let its open cases go on.

    `asked`: organ, kind, on, among (code → procedures), rest, because.
    """
    job, moment = str(context.task_result.id), now()
    told: dict[str, Any] = {"kind": "check-end" if dry_run else "end", "asked": dict(asked)}
    with everything("let the cases of an organ that ends go on"):
        organs = {one.code: one for one in Organ.objects.filter(code__in=[asked["organ"], *asked["among"]])}
        among: dict[Organ, Sequence[str]] = {organs[code]: procedures for code, procedures in asked["among"].items()}
        try:
            found = end_organ(
                organs[asked["organ"]],
                SuccessionKind(asked["kind"]),
                among,
                actor=Actor(f"officer{officer}", moment, asked["because"]),
                on=date.fromisoformat(asked["on"]),
                rest=organs.get(asked.get("rest") or ""),
                dry_run=dry_run,
            )
            told |= {"cases": found.cases}
        except CasesLeft as error:
            told |= {"refused": "cases-left", "many": error.many}
        except (CannotBe, NotRecorded) as error:
            told |= {"refused": type(error).__name__, "said": str(error)}
    progress(job, done=1, whole=1, told=told)
    return told


def _read(sent: Sent, officer: int, today: date, job: str) -> tuple[Taken, list[IncomingCase], int]:
    """What was sent, the cases of it that this officer may write, organ by organ, and how many are not his."""
    tell_organs(sent.ledgers, today)
    try:
        taken = take_folder(sent.ledgers, as_of=today)
    finally:
        (sent.ledgers / ORGANS).unlink(missing_ok=True)
    cases = [one for ledger in taken.ledgers for one in incoming(ledger)]
    own = writable(cases, officer, today)
    progress(job, whole=len(own), done=0)
    return taken, own, len(cases) - len(own)


def _numbers(found: Imported, others: int, held: int) -> dict[str, Any]:
    return {
        "new": found.new,
        "changed": found.changed,
        "unchanged": found.unchanged,
        "acts": found.acts,
        "withdrawn": found.withdrawn,
        "secret": len(found.secret),
        "named": len(found.named),
        "forgotten": len(found.forgotten),
        "of_others": others,
        "held": held,
    }


def _shares(cases: Iterable[IncomingCase], organs: Mapping[str, int]) -> list[list[Any]]:
    """How many cases of which organ and procedure."""
    counted: dict[tuple[int, str], int] = {}
    for one in cases:
        key = organs[one.organ], one.procedure
        counted[key] = counted.get(key, 0) + 1
    return [[organ, procedure, many] for (organ, procedure), many in sorted(counted.items())]
