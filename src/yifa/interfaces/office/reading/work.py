"""The work on a report that was handed in: read it, check it, write page, workbook and data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from yifa.interfaces.checkup.reports import read_both, write_reading
from yifa.interfaces.office.handed_in.working import CannotBeDone
from yifa.interfaces.telling import LIGHTS
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
    data = {**found.page_data(), "earlier": earlier}
    tray.keep_page(PAGE, data)
    own = [one for place, one in enumerate(reading.documents) if place not in earlier] or reading.documents
    titles = [one.facts.title or Path(one.file).stem for one in own]
    tray.tell(titles=titles, lights=lights_of(data), figures=sum(len(one.figures) for one in own))


def lights_of(data: Mapping[str, Any]) -> dict[str, int]:
    """How many checks have each light: of the reports that were handed in, not of last year's beside them."""
    own = (one for place, one in enumerate(data["documents"]) if place not in data["earlier"])
    every = [one["light"] for document in own for one in document["checks"]]
    every += [one["light"] for one in data["across"]]
    return {one.value: every.count(one.value) for one in dict.fromkeys(LIGHTS.values())}
