"""Where an act of a procedure is written: which sheet of its ledger, which column, under which word.

The headings come from `ledger.yaml` as the catalogue reads it. Nothing of what a duty means is looked at here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.ledger_feeds import PLAIN, carried, choices, feeds
from yifa.law.catalogue.ledgers import Ledger, LedgerSheet
from yifa.law.catalogue.procedures import Procedure


@dataclass
class Slot:
    """Where one act may be told in one sheet: under a word of a chooser, or in columns of its own.

    Numbers are those of the columns. `ends`: the act whose day closes this one, and the column of that day.
    """

    act: str
    sheet: int
    word: str | None = None
    chooser: int | None = None
    nth: int = 1
    day: int | None = None
    minute: int | None = None
    number: int | None = None
    happened: int | None = None
    ends: tuple[str, int] | None = None
    fields: dict[str, int] = field(default_factory=dict)
    end_fields: dict[str, int] = field(default_factory=dict)
    whole: int | None = None
    lacking: int | None = None


@dataclass(frozen=True)
class Layout:
    """The ledger of a procedure, and the slots of every act, those of the main sheet first."""

    procedure: Procedure
    ledger: Ledger
    sheets: tuple[LedgerSheet, ...]
    slots: dict[str, tuple[Slot, ...]]
    acts: frozenset[str]
    fields: frozenset[str]

    def carries(self, touched: str) -> bool:
        """Whether an act, or an `act.field`, can be told in this ledger."""
        return touched in (self.fields if "." in touched else self.acts)


@cache
def layout(procedure: str) -> Layout | None:
    """The layout of a procedure's ledger; None where it has none yet."""
    held = folder(procedure)
    ledger: Ledger | None = getattr(held, "ledger", None)
    if ledger is None:
        return None
    sheets = ledger.all_sheets
    slots: dict[str, list[Slot]] = {}
    for number, sheet in enumerate(sheets):
        for slot in _slots(number, sheet, held.procedure):
            slots.setdefault(slot.act, []).append(slot)
    told = carried(ledger, held.procedure)
    return Layout(
        held.procedure, ledger, sheets, {act: tuple(held) for act, held in slots.items()}, told.acts, told.fields
    )


def _slots(number: int, sheet: LedgerSheet, procedure: Procedure) -> list[Slot]:
    found: dict[tuple[str, object, int], Slot] = {}
    words: dict[tuple[int, tuple[str, ...]], str] = {}
    for place, column in enumerate(sheet.columns):
        if column.is_chooser:
            for word, choice in choices(column, procedure).items():
                if words.setdefault((place, choice), word) == word:
                    slot = Slot(choice[0], number, word, place)
                    found[choice[0], (place, choice), 1] = slot
    places = {one.id: place for place, one in enumerate(sheet.columns)}
    for place, column in enumerate(sheet.columns):
        chooser = sheet.chooser_of(column)
        for choice, fed in feeds(sheet, column, procedure).items():
            for feed in fed:
                if choice == PLAIN:
                    slot = found.setdefault((feed.act, None, feed.nth), Slot(feed.act, number, nth=feed.nth))
                    _put(slot, feed.what, feed.field, place)
                elif chooser is not None and feed.act == choice[0]:
                    _put(found[choice[0], (places[chooser.id], choice), 1], feed.what, feed.field, place)
                elif chooser is not None:
                    slot = found[choice[0], (places[chooser.id], choice), 1]
                    if feed.what == "day":
                        slot.ends = (feed.act, place)
                    elif feed.field is not None:
                        slot.end_fields[feed.field] = place
    return list(found.values())


def _put(slot: Slot, what: str, name: str | None, place: int) -> None:
    if what == "field" and name is not None:
        slot.fields.setdefault(name, place)
    elif getattr(slot, what, None) is None:
        setattr(slot, what, place)
