"""The list of clues as a workbook: the same lines, with the last word on each; of a short list the whole story.

A list that is too long to be waited for is written in the background, as the list of cases is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.http import QueryDict

from yifa.interfaces.office.clues.filters import Filters
from yifa.interfaces.office.clues.keyset import cut
from yifa.interfaces.office.clues.told import Line, lines, story
from yifa.interfaces.office.clues.words import tell_stage, tell_verdict
from yifa.interfaces.office.declaring import READERS
from yifa.interfaces.office.exports.sheets import Asker, Head, NotForHim, ToExport
from yifa.interfaces.workbooks.clues_book import ClueRow, cells_of, columns_of, write_clues
from yifa.oversight.clues.choices import Stage, Verdict
from yifa.oversight.clues.following import key_of, last_words
from yifa.oversight.clues.models import Clue
from yifa.record.chain.chained import values_of
from yifa.record.organs.models import Officer
from yifa.wording import Language

MOST = 2000
"""So many lines are written while one waits; more in the background."""
MOST_BEHIND = 100_000
TOLD = 300
"""Of so many the facts and the reason of the day are told too."""
AT_ONCE = 500


def as_workbook(asked: Filters, officer: Officer, today: date, speech: Language) -> bytes:
    """The bytes of the workbook. Of acts their names and days stand in it; what their fields say stays in the case."""
    found, _ = cut(asked.parts(officer, today), asked.by, "", MOST + 1, organ=asked.organ)
    whole = len(found) <= TOLD
    with TemporaryDirectory() as folder:
        path = Path(folder) / "clues.xlsx"
        rows = _rows(found[:MOST], today, speech, whole=whole)
        write_clues(path, rows, today, speech, told=whole, cut_at=MOST if len(found) > MOST else None)
        return path.read_bytes()


def sheet(asked: Mapping[str, Any], asker: Asker, speech: Language) -> ToExport:
    """The list as it is written in the background."""
    if not asker.roles & READERS:
        raise NotForHim
    filters, today = Filters.of(QueryDict(asked["query"])), asker.now.date()
    many = filters.chosen(asker.officer, today).order_by().count()
    heads = [Head(one.head, one.width) for one in columns_of(speech, told=False)]
    title = speech.say("Clues, as of {day}", day=speech.day(today))
    return ToExport(title, heads, many, _cells(filters, asker.officer, today, speech))


def _cells(asked: Filters, officer: Officer, today: date, speech: Language) -> Iterator[Sequence[str | int]]:
    """Part by part, each behind the last line of the one before."""
    after, number = "", 0
    while number < MOST_BEHIND:
        found, after = cut(asked.parts(officer, today), asked.by, after, AT_ONCE, organ=asked.organ)
        for row in _rows(found, today, speech, whole=False):
            number += 1
            yield number, *cells_of(row, told=False)
        if not after:
            return


def _rows(found: Sequence[Clue], today: date, speech: Language, *, whole: bool) -> Iterator[ClueRow]:
    for start in range(0, len(found), AT_ONCE):
        some = found[start : start + AT_ONCE]
        said = last_words([one.case_id for one in some])
        values = values_of(list(said.values()))
        for one in lines(some, today, speech):
            word = said.get(key_of(one.clue))
            verdict = "" if word is None else tell_verdict(Verdict(word.verdict), speech)
            reason = "" if word is None else values.get(word.reason, "") or ""
            yield _row(one, verdict, reason, today, speech, whole=whole)


def _row(one: Line, verdict: str, reason: str, today: date, speech: Language, *, whole: bool) -> ClueRow:
    clue, facts, why, cure = one.clue, "", "", ""
    if whole:
        told = story(clue, today, speech)
        if told.card is not None:
            facts = "\n".join(speech.say("{act}: {day}", act=act.name, day=act.on) for act in told.card.acts)
            why, cure = "\n".join(told.card.reasons), told.card.cure or ""
    return ClueRow(
        organ=one.matter.organ,
        number=clue.case.number,
        sort=one.sort,
        sign=one.sign.shape,
        duty=one.duty,
        law=one.law,
        due=one.due,
        done="" if clue.done_on is None else clue.done_on.isoformat(),
        far=one.far,
        severity=one.consequence,
        found=one.found,
        stage=tell_stage(Stage(clue.stage), speech) if clue.here else speech.say("no longer found"),
        verdict=verdict,
        reason=reason,
        facts=facts,
        why=why,
        cure=cure,
        procedure=one.matter.procedure,
        duty_id=clue.duty,
    )
