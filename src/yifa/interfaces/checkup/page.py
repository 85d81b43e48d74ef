"""The page of a judged folder: its rows in both languages, and the time lines of the cases that are looked at first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from yifa.interfaces.case_telling import tell_day, tell_name
from yifa.interfaces.checkup.rows import rows_of
from yifa.interfaces.checkup.told import Told
from yifa.interfaces.leaflets.supervision_page import TimeLine, render, shown
from yifa.interfaces.leaflets.time_line import draw
from yifa.law.run.story import tell_case
from yifa.law.run.told import ToldAct
from yifa.oversight.supervision.points import cases_at
from yifa.oversight.supervision.supervised import keys_of
from yifa.wording import CHINESE, ENGLISH, language

DRAWN = 300
"""Of so many cases the time line is drawn: those that are looked at first."""


def page_of(told: Told, lang: str, workbook: str = "", organ: str | None = None) -> str:
    """The page as text, `lang` shown first; of all organs, or of one."""
    zh, en = (rows_of(told, language(tag), organ) for tag in (CHINESE, ENGLISH))
    return render(zh, en, time_lines(told, organ), lang=lang, workbook=workbook)


def write_page(told: Told, path: Path, lang: str, workbook: str = "") -> None:
    """Write the page."""
    path.write_bytes(page_of(told, lang, workbook).encode())


def time_lines(told: Told, organ: str | None = None) -> Mapping[tuple[str, str], TimeLine]:
    """The time lines of the first cases on the page, by procedure and case."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for other pages
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for other pages

    some = [one for one in told.of(CHINESE) if organ is None or one.organ_id == organ]
    first = sorted(shown(some), key=lambda one: one.weight)
    wanted = list(dict.fromkeys((one.procedure_id, one.case) for one in first))[:DRAWN]
    found: dict[tuple[str, str], TimeLine] = {}
    for ledger in told.run.ledgers:
        keys = [case for procedure, case in wanted if procedure == ledger.procedure]
        held = keys_of(ledger.cases)
        places = [
            one for one in pc.index_in(pa.array(keys, pa.string()), value_set=held).to_pylist() if one is not None
        ]
        for place, case in zip(places, cases_at(ledger, places), strict=True):
            story = tell_case(ledger.engine, case, told.run.as_of, told.run.known_at, source=ledger.source)
            found[ledger.procedure, str(held[place])] = TimeLine(draw(story), [_act(act) for act in story.acts])
    return found


def _act(act: ToldAct) -> tuple[int, tuple[str, str]]:
    zh, en = (
        speech.say("{act}: {day}", act=tell_name(act, speech), day=tell_day(act.on, speech))
        for speech in (language(CHINESE), language(ENGLISH))
    )
    return act.number, (zh, en)
