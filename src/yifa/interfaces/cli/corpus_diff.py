"""`yifa corpus diff`: which duties changed between two corpora, and from when to when answers may differ."""

from __future__ import annotations

import io
import subprocess
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from yifa.interfaces.cli.context import Shell, Trouble, print_json
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.changes import Change, Changes, Period, compare_corpora
from yifa.law.catalogue.packs import OWN, roots
from yifa.wording import Language

WITHIN = "src/yifa/corpus"
"""Where the corpus lies in a checkout."""
LIMIT = 100_000_000
"""Bytes; a hundred times what a corpus holds."""


def diff_corpora(shell: Shell, before: str, after: str | None, as_json: bool, as_markdown: bool) -> int:
    """Compare two corpora: folders, released packages (.whl, .zip), or versions of the checkout one stands in."""
    with _corpus(before, shell.speech) as old, _corpus(after, shell.speech) as new:
        try:
            changes = compare_corpora(old, new)
        except CorpusFaults as error:
            raise Trouble(shell.speech, str(error)) from None
    if as_json:
        print_json(as_data(changes))
    else:
        for line in told(changes, shell.speech, markdown=as_markdown):
            click.echo(line)
    return 0


@contextmanager
def _corpus(named: str | None, speech: Language) -> Iterator[Path]:
    """The corpus folder that is meant; what must be unpacked first is gone afterwards."""
    if named is None:
        yield Path(str(roots()[OWN]))
        return
    path = Path(named)
    with TemporaryDirectory() as place:
        if path.is_dir():
            yield _found(path, speech, named)
        elif path.is_file() and zipfile.is_zipfile(path):
            _unpack(path, Path(place), speech)
            yield _found(Path(place), speech, named)
        else:
            tape = subprocess.run(
                ["git", "archive", "--format=tar", named, "--", WITHIN], capture_output=True, check=False
            )
            if tape.returncode:
                raise Trouble(
                    speech,
                    speech.say(
                        "{named} is no folder, no released package and no version of this checkout", named=named
                    ),
                    speech.say("Give a folder that holds `procedures`, a .whl or .zip file, or a version git knows."),
                )
            with tarfile.open(fileobj=io.BytesIO(tape.stdout)) as tree:
                tree.extractall(place, filter="data")
            yield _found(Path(place), speech, named)


def _unpack(package: Path, place: Path, speech: Language) -> None:
    """The corpus files of a released package."""
    with zipfile.ZipFile(package) as packed:
        files = [one for one in packed.infolist() if "/corpus/" in one.filename and one.filename.endswith(".yaml")]
        if sum(one.file_size for one in files) > LIMIT:
            raise Trouble(speech, speech.say("{file} would unpack to more than any corpus holds", file=package.name))
        for one in files:
            packed.extract(one, place)


def _found(path: Path, speech: Language, named: str) -> Path:
    """The folder that holds `procedures`: this one, or one somewhat below."""
    for place in (path, *sorted(path.glob("*/corpus")), *sorted(path.glob("*/*/corpus")), path / WITHIN):
        if (place / "procedures").is_dir():
            return place
    raise Trouble(speech, speech.say("{named} holds no folder `procedures`", named=named))


def told(changes: Changes, speech: Language, *, markdown: bool = False) -> Iterator[str]:
    """The differences as a changelog has them: procedures first, then duty by duty with the days touched."""
    say = speech.say
    head, item = ("## ", "- ") if markdown else ("", "  ")
    if not changes.changes and not changes.added and not changes.removed and not changes.examples:
        yield say("No difference.")
        return
    names = {"added": changes.added, "removed": changes.removed}
    for kind, title in (("added", say("New folders")), ("removed", say("Folders gone"))):
        if names[kind]:
            yield f"{head}{title}"
            yield from (f"{item}{id_}" for id_ in names[kind])
    by_procedure: dict[str, list[Change]] = {}
    for change in changes.changes:
        by_procedure.setdefault(change.procedure, []).append(change)
    for id_ in sorted({*by_procedure, *changes.examples} - {*changes.added, *changes.removed}):
        yield ""
        yield f"{head}{id_}"
        yield from (f"{item}{tell_change(change, speech)}" for change in by_procedure.get(id_, ()))
        if id_ in changes.examples:
            before, after = changes.examples[id_]
            yield item + say("worked cases: {before} → {after}", before=before, after=after)
    yield ""
    yield say(
        "Answers may differ in: {procedures}",
        procedures=speech.list(list(changes.touched)) if changes.touched else say("none"),
    )


def tell_change(change: Change, speech: Language) -> str:
    """One difference in one line."""
    say = speech.say
    points = speech.list([f"{one.key}: {_short(one.before)} → {_short(one.after)}" for one in change.points[:4]])
    if change.what == "rule":
        return say("rule {id}: {points}", id=change.id, points=points)
    if change.what == "vocabulary" and change.kind == "words":
        return say("{part} of procedure.yaml: only words changed ({count})", part=change.id, count=len(change.points))
    if change.what == "vocabulary":
        return say("{part} of procedure.yaml: {points}", part=change.id, points=points)
    period = tell_period(change.period, speech)
    if change.kind == "added":
        return say("new duty {id}; answers differ {period}", id=change.id, period=period)
    if change.kind == "removed":
        return say("duty gone {id}; answers differ {period}", id=change.id, period=period)
    if change.kind == "words":
        return say("{id}: only words changed ({points})", id=change.id, points=points)
    return say("{id}: {points}; answers may differ {period}", id=change.id, points=points, period=period)


def tell_period(period: Period | None, speech: Language) -> str:
    """From when to when, by the day of the trigger."""
    first, last = period or Period(None, None)
    if first and last:
        return speech.say("from {first} to {last}", first=speech.day(first), last=speech.day(last))
    if first:
        return speech.say("from {first} on", first=speech.day(first))
    return speech.say("up to {last}", last=speech.day(last)) if last else speech.say("on every day")


def as_data(changes: Changes) -> dict[str, Any]:
    """The differences for a program: days as texts."""
    return {
        "added": list(changes.added),
        "removed": list(changes.removed),
        "touched": list(changes.touched),
        "examples": {id_: {"before": pair[0], "after": pair[1]} for id_, pair in changes.examples.items()},
        "changes": [_plain(asdict(one)) for one in changes.changes],
    }


def _plain(given: Any) -> Any:
    if isinstance(given, dict):
        return {key: _plain(value) for key, value in given.items()}
    if isinstance(given, Period):
        return {"from": _plain(given.first), "to": _plain(given.last)}
    if isinstance(given, tuple) and hasattr(given, "_asdict"):
        return _plain(given._asdict())
    if isinstance(given, list | tuple):
        return [_plain(value) for value in given]
    return given if given is None or isinstance(given, bool | int | float | str) else str(given)


def _short(value: Any) -> str:
    text = "—" if value is None else str(_plain(value))
    return text if len(text) <= 60 else text[:59] + "…"
