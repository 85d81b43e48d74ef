"""Where things of a reading stand in its workbook: the row of each figure and check, and the check to look at first."""

from __future__ import annotations

from yifa.interfaces.telling import ORDER, in_order, members
from yifa.reader.reading import Check, Reading

Place = tuple[int, int]
"""A figure: place of its text, place in it."""


class Index:
    """Rows are counted from 0, the head row of a sheet being 0."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._places = [{one.id: place for place, one in enumerate(document.figures)} for document in reading.documents]
        self.figures: dict[Place, int] = {}
        for place, document in enumerate(reading.documents):
            for figure in range(len(document.figures)):
                self.figures[place, figure] = len(self.figures) + 1
        self.checks: list[tuple[int | None, Check]] = [
            *((None, check) for check in in_order(reading.across)),
            *((text, check) for text, document in enumerate(reading.documents) for check in in_order(document.checks)),
        ]
        self.first: dict[Place, int] = {}
        for row, (text, check) in enumerate(self.checks, 1):
            for member in self.members(text, check):
                held = self.first.setdefault(member, row)
                if ORDER[check.verdict] < ORDER[self.checks[held - 1][1].verdict]:
                    self.first[member] = row

    def members(self, text: int | None, check: Check) -> list[Place]:
        """The figures of a check; `text` None: of several texts."""
        if text is None:
            return members(self.reading, check)
        return [(text, self._places[text][id_]) for id_ in check.figures if id_ in self._places[text]]

    def name(self, place: Place) -> str:
        """A figure by text and id, `d1:f12`; by its id alone where there is only one text."""
        text = f"d{place[0] + 1}:" if len(self.reading.documents) > 1 else ""
        return f"{text}{self.reading.documents[place[0]].figures[place[1]].id}"
