"""报告核验: reports read and checked, from their files to page, workbook, data, and what a page of the office tells.

The command line and the office both come here, so that they say the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from yifa.interfaces.checkup.files import written
from yifa.interfaces.leaflets import reading_page
from yifa.reader.export import as_json
from yifa.reader.reading import Reading
from yifa.reader.whole import read_files, read_texts
from yifa.wording import CHINESE, ENGLISH, Language, language

OnProgress = Callable[[int, int, str], None]
"""Told how many texts were read of how many, and which is next."""


@dataclass(frozen=True)
class BothReadings:
    """The same texts read in both languages."""

    chinese: Reading
    english: Reading

    def of(self, speech: Language) -> Reading:
        """The reading in one language."""
        return self.chinese if speech.tag == CHINESE else self.english

    def page_data(self) -> dict[str, Any]:
        """What a page tells: the texts as papers whose figures are links, and what was found in them."""
        return {
            **reading_page.collect(self.chinese, self.english),
            "papers": [str(one) for one in reading_page.papers(self.chinese, links=True)],
        }


def read_both(files: Sequence[Path], speech: Language, on_progress: OnProgress) -> BothReadings:
    """Read reports, in the language spoken and once more in the other."""
    return both(read_files(files, speech=speech, on_progress=on_progress), speech)


def both(reading: Reading, speech: Language) -> BothReadings:
    """A reading in the language spoken, and the texts once more in the other one."""
    other = language(ENGLISH if speech.tag == CHINESE else CHINESE)
    again = read_texts([document.prepared.extract for document in reading.documents], speech=other)
    return BothReadings(reading, again) if speech.tag == CHINESE else BothReadings(again, reading)


def write_reading(found: BothReadings, results: Path, speech: Language) -> list[Path]:
    """Write page, workbook and data of a reading."""
    from yifa.interfaces.workbooks import reading_book  # noqa: PLC0415 - slow to load, and only needed here

    called, reading = speech.say("reading"), found.of(speech)
    page = reading_page.render(found.chinese, found.english, lang=speech.tag).encode()
    data = json.dumps(as_json(reading), ensure_ascii=False, indent=1).encode()
    return [
        written(results / f"{called}.html", partial(_put, page)),
        written(results / f"{called}.xlsx", lambda path: reading_book.write(reading, path, speech)),
        written(results / "reading.json", partial(_put, data)),
    ]


def _put(content: bytes, path: Path) -> None:
    path.write_bytes(content)
