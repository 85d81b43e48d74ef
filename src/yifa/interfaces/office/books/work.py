"""The work on a figure book: gather, count, ask, read what came back, set together, write; all of it or a part anew."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from yifa.interfaces.doubt_telling import tell_doubt, tell_reason
from yifa.interfaces.figure_telling import tell_measure_id
from yifa.interfaces.office.books.from_record import gathered_from_record
from yifa.interfaces.office.handed_in.working import CannotBeDone
from yifa.interfaces.reporting.book_files import FORMS, write_book_files
from yifa.interfaces.reporting.collected import counted_in, returned_of, write_asked
from yifa.interfaces.trays.progress import Reporter
from yifa.interfaces.trays.tray import Tray
from yifa.interfaces.workbooks.figure_book import write_forms
from yifa.interfaces.workbooks.reminders import write_reminders
from yifa.law.catalogue.contributors import contributors
from yifa.law.catalogue.errors import CorpusFaults
from yifa.law.figures import Period
from yifa.ledgers.taking_in import take_folder
from yifa.oversight.reporting.book_data import book_data
from yifa.oversight.reporting.canonical import sealed
from yifa.oversight.reporting.doubts import Doubt
from yifa.oversight.reporting.figure_book import FigureBook, make_book
from yifa.oversight.reporting.gathering import Gathered, gather
from yifa.oversight.reporting.last_year import Earlier, from_reports
from yifa.oversight.reporting.reported_data import reported_data
from yifa.oversight.reporting.request_form import Request
from yifa.oversight.reporting.requesting import requests
from yifa.oversight.reporting.returned import Reported, Returned
from yifa.oversight.reporting.snapshot import NotASnapshot, read_snapshot, write_snapshot
from yifa.reader.whole import read_files
from yifa.wording import CHINESE, ENGLISH, Language, language

GIVEN_LEDGERS, PUBLISHED, RETURNED, PLACE = "ledgers", "published", "returned", "place"
"""What was handed in: ledgers, last year's report, forms that came back, the place's own list of contributors."""
SNAPSHOT = "snapshot"
BOOK, ASKED, COLLECTED = "数据册", "发出", "催报"
"""The folders of what comes of it."""
PAGE = "collecting.json"
KB = 1000


def make(tray: Tray, asked: Mapping[str, Any], speech: Language, report: Reporter) -> None:
    """Make the book of a tray. `anew`: gather from record and ledgers once more, and not what was gathered before."""
    say, told = speech.say, tray.told
    period, day = Period.read(str(told["year"])), date.fromisoformat(told["as_of"])
    gathered = _gathered(tray, day, speech, report, anew=bool(asked.get("anew")))
    report(say("Reading last year's report"))
    earlier, unread = _published(tray, period, speech)
    report(say("Counting"), 0, 3)
    counted = make_book(gathered, period, as_of=day, published=earlier)
    made = _requests(tray, counted, earlier, speech)
    shutil.rmtree(tray.results, ignore_errors=True)
    write_asked(tray.results / ASKED, made, speech)
    report(say("Reading what came back"), 1, 3)
    returned = _returned(tray, made, counted, period, speech)
    book = counted if returned is None else _with(returned.figures, gathered, period, day, earlier)
    report(say("Writing"), 2, 3)
    _write(tray, book, returned, made, speech)
    data = {
        "unread": unread,
        "asked": [_asked(one, returned) for one in made],
        "came": [] if returned is None else sorted(returned.figures),
        **{tag: _doubts(returned, made, language(tag)) for tag in (CHINESE, ENGLISH)},
    }
    tray.keep_page(PAGE, data)
    tray.tell(figures=len(book.entries), broken=sum(one.standing.value == "broken" for one in book.relations))


def _gathered(tray: Tray, day: date, speech: Language, report: Reporter, *, anew: bool) -> Gathered:
    """What was gathered before, or what record and ledgers tell now; ledgers go before the record for a procedure."""
    kept = tray.folder / SNAPSHOT
    if not anew:
        with suppress(NotASnapshot, OSError):
            return read_snapshot(kept).gathered
    say, found = speech.say, Gathered(())
    if tray.told["from_record"]:
        report(say("Counting from the record"))
        found = gathered_from_record(tray.told["organ"], day, speech)
    folder = tray.files / GIVEN_LEDGERS
    if _any(folder):

        def read(done: int, of: int) -> None:
            report(say("Reading"), done // KB, of // KB)

        try:
            taken = take_folder(folder, as_of=day, progress=read)
        except CorpusFaults as error:
            words = say("The file that says how columns are read cannot be used: {error}", error=error)
            raise CannotBeDone(words) from None
        found = both(found, gather(taken, as_of=day))
    if not found.tables:
        raise CannotBeDone(say("There is nothing to count from: no case on record, and no ledger among the files."))
    shutil.rmtree(kept, ignore_errors=True)
    write_snapshot(kept, found, day)
    return found


def _any(folder: Path) -> bool:
    """Whether anything was handed in there."""
    return any(path.is_file() for path in folder.rglob("*"))


def both(record: Gathered, ledgers: Gathered) -> Gathered:
    """What record and ledgers tell together; a procedure of which there are ledgers is counted from them alone."""
    told = {one.procedure for one in ledgers.tables}
    tables = {one.procedure: one for one in (*record.tables, *ledgers.tables)}
    kept = {name for one in record.tables if one.procedure not in told for name in set(one.cases["organ"].to_pylist())}
    return Gathered(
        tuple(tables[name] for name in sorted(tables)),
        {**record.organs, **ledgers.organs},
        tuple(organ for organ in (ledgers.silent or record.silent) if organ not in kept),
        record.held + ledgers.held,
        ledgers.listed or record.listed,
    )


def _published(tray: Tray, period: Period, speech: Language) -> tuple[dict[str, Earlier], list[str]]:
    """What last year's report says, and what could not be read of it."""
    folder = tray.files / PUBLISHED
    if not _any(folder):
        return {}, []
    reading = read_files([folder], speech=speech)
    year = period.before.last_day.year
    found = from_reports(reading.documents, year)
    unread = [one.message for one in reading.refused]
    if not found:
        unread.append(speech.say("No report on {year} was found among them.", year=year))
    return {id_: replace(one, file=Path(one.file).name) for id_, one in found.items()}, unread


def _requests(tray: Tray, counted: FigureBook, earlier: Mapping[str, Earlier], speech: Language) -> list[Request]:
    place = next((path for path in sorted((tray.files / PLACE).glob("*.y*ml"))), None)
    try:
        named = contributors(place)
    except CorpusFaults as faults:
        raise CannotBeDone(str(faults)) from None
    known = counted_in(book_data(counted, {}))
    only = tray.told["only_published"] and bool(earlier)
    sure = () if tray.told["confirm"] else known.records
    return requests(counted.period, named, counted=sure, published=earlier, only_published=only)


def _returned(
    tray: Tray, made: list[Request], counted: FigureBook, period: Period, speech: Language
) -> Returned | None:
    """What came back; None where nothing was handed in."""
    folder = tray.files / RETURNED
    if not _any(folder) or not made:
        return None
    return returned_of(folder, made, period, counted_in(book_data(counted, {})), speech)


def _with(
    figures: Mapping[str, Reported], gathered: Gathered, period: Period, day: date, earlier: Mapping[str, Earlier]
) -> FigureBook:
    return make_book(gathered, period, as_of=day, published=earlier, reported=figures)


def _write(tray: Tray, book: FigureBook, returned: Returned | None, made: list[Request], speech: Language) -> None:
    write_book_files(book, tray.results / BOOK, FORMS, speech)
    write_forms(tray.results / speech.say("Statistics forms.xlsx"), book, speech)
    if returned is not None:
        folder = tray.results / COLLECTED
        folder.mkdir(parents=True, exist_ok=True)
        (tray.results / "pages").mkdir(exist_ok=True)
        (tray.results / "pages" / "reported.json").write_bytes(sealed(reported_data(returned, book.period)))
        write_reminders(folder, returned, _names(made, speech), book.period, speech)


def _names(made: list[Request], speech: Language) -> dict[str, str]:
    zh = speech.tag == CHINESE
    return {one.contributor.id: one.contributor.name.zh if zh else one.contributor.name.en for one in made}


def _asked(one: Request, returned: Returned | None) -> dict[str, Any]:
    """A contributor: how many figures it is asked for, how many came, and whether anything did."""
    missing = len(one.figures) if returned is None else len(returned.missing.get(one.contributor.id, ()))
    nothing = returned is not None and any(
        doubt.doubt is Doubt.NOTHING_CAME and doubt.contributor == one.contributor.id for doubt in returned.doubts
    )
    return {
        "id": one.contributor.id,
        "zh": one.contributor.name.zh,
        "en": one.contributor.name.en,
        "asked": len(one.figures),
        "missing": missing,
        "nothing": nothing,
        "doubts": 0 if returned is None else sum(two.contributor == one.contributor.id for two in returned.doubts),
    }


def _doubts(returned: Returned | None, made: list[Request], speech: Language) -> dict[str, Any]:
    """What is doubtful and missing, in words."""
    names = _names(made, speech)
    if returned is None:
        return {"doubts": [], "missing": []}
    return {
        "doubts": [
            {
                "who": names.get(one.contributor, one.contributor),
                "measure": tell_measure_id(one.measure, speech) if one.measure else "",
                "place": f"{one.file} {one.cell}".strip(),
                "words": tell_reason(one, names, speech) if one.measure else tell_doubt(one, names, speech),
            }
            for one in returned.doubts
        ],
        "missing": [
            {"who": names.get(who, who), "measures": [tell_measure_id(id_, speech) for id_ in ids]}
            for who, ids in sorted(returned.missing.items())
        ],
    }
