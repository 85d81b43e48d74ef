"""What is done at the counter: reports read and checked (报告核验), ledgers judged (台账体检)."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from yifa.interfaces.checkup.files import written
from yifa.interfaces.checkup.folder import Stage, check_folder
from yifa.interfaces.checkup.outputs import write_all
from yifa.interfaces.checkup.rows import rows_of
from yifa.interfaces.checkup.told import Told
from yifa.interfaces.counter.jobs import Job, JobKind, Work
from yifa.interfaces.finding_telling import FOUND, FOUND_SIGNS, caution, tell_light
from yifa.interfaces.leaflets import reading_page
from yifa.interfaces.problem_telling import told_problem
from yifa.interfaces.telling import LIGHTS, checks_by_verdict, tell_verdict
from yifa.interfaces.workbooks import reading_book
from yifa.law.clock import Calendar
from yifa.ledgers.problems import Fate
from yifa.reader.export import as_json
from yifa.reader.reading import Reading
from yifa.reader.whole import read_files, read_texts
from yifa.wording import CHINESE, ENGLISH, Language, language

PROBLEMS = 12
"""So many problems are named on the page; the workbook has all."""


def all_work(calendar: Calendar) -> dict[JobKind, Work]:
    """What is done with each kind of job."""
    return {JobKind.REPORTS: read_reports, JobKind.LEDGERS: partial(check_ledgers, calendar)}


def check_ledgers(calendar: Calendar, job: Job) -> None:
    """Judge the ledgers of a job and write everything."""
    say = job.speech.say
    words = {
        Stage.READING: say("Reading"),
        Stage.JUDGING: say("Judging"),
        Stage.TELLING: say("Telling"),
        Stage.WRITING: say("Writing"),
    }

    def report(stage: Stage, done: int, of: int, name: str) -> None:
        job.report(words[stage], done, of, name)

    checked = check_folder(job.intake.folder, job.as_of, calendar=calendar, on_progress=report)
    told = checked.told
    if not told.run.size:
        job.message = say("no ledger was found among the files")
        job.summary = _problems(told, job.speech)
        raise LookupError(job.message)
    report(Stage.WRITING, 0, 1, "")
    job.files = list(write_all(checked, job.results, job.speech, per_organ=job.per_organ))
    job.summary = [*_problems(told, job.speech), *_findings(told, job.speech)]


def _findings(told: Told, speech: Language) -> list[dict[str, str]]:
    """What was found, in lines: a light where there is one, and words."""
    rows = rows_of(told, speech)
    lights = told.lights()
    lines = [
        {"light": light.value, "sign": FOUND_SIGNS[light], "words": f"{tell_light(light, speech)} {lights[light]:,}"}
        for light in FOUND
        if lights[light]
    ]
    lines += [{"words": f"{one.file} · {one.procedure}: {one.decided}"} for one in rows.ledgers]
    lines += [{"words": f"{one.file}: {one.steps[0]}"} for one in rows.ledgers if one.steps]
    if rows.silent:
        words = speech.count(
            "{n} organ of the register sent nothing.", "{n} organs of the register sent nothing.", len(rows.silent)
        )
        lines.append({"words": words})
    held = sum(len(one.rows) for one in told.run.taken.held)
    if held:
        lines.append(
            {
                "words": speech.count(
                    "{n} row could not be taken and is to be corrected.",
                    "{n} rows could not be taken and are to be corrected.",
                    held,
                )
            }
        )
    return [*lines, {"words": caution(speech)}]


def _problems(told: Told, speech: Language) -> list[dict[str, str]]:
    unread = [one for one in told.run.taken.problems if one.fate is Fate.NOT_READ and one.place.sheet is None]
    words = [told_problem(one, speech) for one in unread[:PROBLEMS]]
    return [{"light": "red", "sign": "▲", "words": f"{one.file}: {one.words}"} for one in words]


def read_reports(job: Job) -> None:
    """Read and check the reports of a job and write page, workbook and data."""
    say, speech = job.speech.say, job.speech

    def report(done: int, of: int, name: str) -> None:
        job.report(say("Reading"), done, of, name)

    reading = read_files([job.intake.folder], speech=speech, on_progress=report)
    if not reading.documents:
        job.message = say("no report was found among the files")
        job.summary = _refused(reading)
        raise LookupError(job.message)
    job.report(say("Writing"), 0, 1, "")
    called = say("reading")
    data = json.dumps(as_json(reading), ensure_ascii=False, indent=1).encode()
    job.files = [
        written(job.results / f"{called}.html", lambda path: _put(path, page_of(reading, speech).encode())),
        written(job.results / f"{called}.xlsx", lambda path: reading_book.write(reading, path, speech)),
        written(job.results / "reading.json", lambda path: _put(path, data)),
    ]
    verdicts = checks_by_verdict(reading)
    job.summary = [
        {
            "light": LIGHTS[verdict].value,
            "sign": LIGHTS[verdict].sign,
            "words": f"{tell_verdict(verdict, speech)} {many:,}",
        }
        for verdict, many in verdicts.items()
        if many
    ] + _refused(reading)


def _refused(reading: Reading) -> list[dict[str, str]]:
    return [{"light": "red", "sign": "▲", "words": one.message} for one in reading.refused]


def page_of(reading: Reading, speech: Language) -> str:
    """The page of a reading, which speaks both languages: the texts are read once more in the other one."""
    other = language(ENGLISH if speech.tag == CHINESE else CHINESE)
    again = read_texts([document.prepared.extract for document in reading.documents], speech=other)
    chinese, english = (reading, again) if speech.tag == CHINESE else (again, reading)
    return reading_page.render(chinese, english, lang=speech.tag)


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)
