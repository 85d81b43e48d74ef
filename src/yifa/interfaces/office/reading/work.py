"""The work on a report that was handed in: read it, check it, write page, workbook and data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from yifa.interfaces.checkup.reports import read_both, write_reading
from yifa.interfaces.office.handed_in.working import CannotBeDone
from yifa.interfaces.telling import LIGHTS, checks_by_verdict
from yifa.interfaces.trays.progress import Reporter
from yifa.interfaces.trays.tray import Tray
from yifa.wording import Language

PAGE = "reading.json"
EARLIER = "earlier"
"""Where last year's report lies among what was handed in: it is what the others are held against."""


def read(tray: Tray, asked: Mapping[str, Any], speech: Language, report: Reporter) -> None:
    """Read the files of a tray."""
    say = speech.say
    found = read_both([tray.files], speech, lambda done, of, name: report(say("Reading"), done, of, name))
    reading = found.of(speech)
    if not reading.documents:
        raise CannotBeDone(
            "\n".join([say("no report was found among the files"), *(one.message for one in reading.refused)])
        )
    report(say("Writing"), 0, 1)
    write_reading(found, tray.results, speech)
    folder = tray.files / EARLIER
    earlier = [place for place, one in enumerate(reading.documents) if folder in Path(one.file).parents]
    tray.keep_page(PAGE, {**found.page_data(), "earlier": earlier})
    lights: dict[str, int] = {}
    for verdict, many in checks_by_verdict(reading).items():
        lights[LIGHTS[verdict].value] = lights.get(LIGHTS[verdict].value, 0) + many
    own = [one for place, one in enumerate(reading.documents) if place not in earlier]
    titles = [one.facts.title or Path(one.file).stem for one in own or reading.documents]
    tray.tell(titles=titles, lights=lights, figures=sum(len(one.figures) for one in reading.documents))
