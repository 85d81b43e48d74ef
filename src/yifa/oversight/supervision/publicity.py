"""Decisions as others' layouts of publicity (双公示) have them, and what is kept back, with the reason.

A row is made of the decision's own act and of what the ledger shows of the party. Numbers of persons never leave
(the layout says which columns are not public); a name of a natural person is masked unless it is asked for. Kept back
are a decision about a minor, a criminal case, secrets, one that was changed, revoked or withdrawn, one whose party's
code cannot be right, and what the ledger itself says must not be shown (行政处罚法 48; 发改办财金〔2018〕424号).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from yifa.law.catalogue.layouts import Layout, LayoutColumn, layout, layouts
from yifa.law.conditions import Type, day_of
from yifa.ledgers.identifiers import check_credit_code, mask
from yifa.ledgers.identifiers.masking import is_organisation
from yifa.ledgers.taken import Organs, Taken, TakenLedger

FEN_IN_WAN = 1_000_000
OF_AGE = 18
SHOWS = "shows."
DECIDED = "decision-made"
PUBLISHED = frozenset(("penalty", "granted", "grant", "approved"))
"""The results of a decision that are published as penalties and licences."""
UNDONE = frozenset(("decision-withdrawn", "revoked", "withdrawn", "decision-revoked", "decision-changed"))
"""Acts after which a decision is no longer shown."""


class Reason(StrEnum):
    """Why a decision is kept back."""

    SAID = "said"
    """The ledger itself says so."""
    MINOR = "minor"
    CRIMINAL = "criminal"
    UNDONE = "undone"
    CONFIDENTIAL = "confidential"
    CODE = "code"
    NO_DAY = "no-day"


@dataclass(frozen=True)
class Withheld:
    """A decision that is kept back; `said` is what the ledger gives as the reason."""

    organ: str
    number: str
    file: str
    sheet: str
    row: int | None
    reason: Reason
    said: str = ""


@dataclass(frozen=True)
class PublicityFile:
    """The rows of one layout, as texts by heading; what was kept back; in how many rows a required cell is blank."""

    id: str
    rows: Sequence[Mapping[str, str]]
    withheld: Sequence[Withheld]
    blanks: Mapping[str, int]

    @property
    def layout(self) -> Layout:
        """The layout."""
        return layout(self.id)


def publicity(taken: Taken, as_of: date, *, personal: bool = False) -> list[PublicityFile]:
    """One file for each layout that goes out and has a ledger in the folder."""
    found = []
    for of in layouts():
        ledgers = [one for one in taken.ledgers if one.procedure == of.of] if of.file.outgoing else []
        if ledgers:
            found.append(_file(of, ledgers, taken.organs, as_of, personal=personal))
    return found


def _file(
    layout: Layout, ledgers: Sequence[TakenLedger], organs: Organs, as_of: date, *, personal: bool
) -> PublicityFile:
    rows: list[dict[str, str]] = []
    withheld: list[Withheld] = []
    for ledger in ledgers:
        for case, acts in _cases(ledger, as_of):
            decision = acts.get(DECIDED)
            if decision is None or decision.get("result") not in (None, *PUBLISHED, "criminal-transfer"):
                continue
            reason, said = _reason(case, acts)
            if reason is not None:
                organ = organs.name(case["organ"])
                place = (case["file"] or "", case["sheet"] or "", case["row"])
                withheld.append(Withheld(organ, case["number"], *place, reason, said))
            elif decision.get("result") != "criminal-transfer":
                rows.append(_row(layout, case, acts, organs, personal=personal))
    required = [one.heading for one in layout.file.columns if one.required]
    blanks = {heading: sum(not row[heading] for row in rows) for heading in required}
    return PublicityFile(layout.id, rows, withheld, {heading: many for heading, many in blanks.items() if many})


Acts = Mapping[str, Mapping[str, Any]]
"""The first act of each kind: its day, its number (`id`) and its fields."""


def _cases(ledger: TakenLedger, as_of: date) -> Iterator[tuple[dict[str, Any], Acts]]:
    """Every case with what is shown of it, and the first of its acts of each kind up to the day."""
    today = (as_of - date(1970, 1, 1)).days
    acts: dict[str, dict[str, dict[str, Any]]] = {}
    wanted = [name for name in ledger.acts.column_names if name in ("case", "act", "day", "id") or name[:6] == "field."]
    for act in ledger.acts.select(wanted).to_pylist():
        if act["day"] is not None and act["day"] > today:
            continue
        told = {name.removeprefix("field."): held for name, held in act.items() if held is not None}
        known = acts.setdefault(act["case"], {}).get(act["act"])
        if known is None or (told.get("day") or today) < (known.get("day") or today):
            acts[act["case"]][act["act"]] = told
    blank = dict.fromkeys(("number", "organ", "file", "sheet", "row"))
    for case in ledger.cases.to_pylist():
        yield {**blank, **case, "number": case.get("number") or case["case"]}, acts.get(case["case"], {})


def _reason(case: Mapping[str, Any], acts: Acts) -> tuple[Reason | None, str]:
    """Why a decision is kept back; None where it is not."""
    decision = acts[DECIDED]
    said = str(case.get(f"{SHOWS}withheld") or "").strip()
    if said:
        return Reason.SAID, said
    if decision.get("result") == "criminal-transfer":
        return Reason.CRIMINAL, ""
    if decision.get("confidential") is True:
        return Reason.CONFIDENTIAL, ""
    if UNDONE & acts.keys():
        return Reason.UNDONE, ""
    if decision.get("day") is None:
        return Reason.NO_DAY, ""
    age = decision.get("age_at_act")
    if (isinstance(age, int) and age < OF_AGE) or _is_minor(case, day_of(decision["day"])):
        return Reason.MINOR, ""
    code = _code(case)
    if code and is_organisation(_party(case)) and check_credit_code(code) is not None:
        return Reason.CODE, code
    return None, ""


def _is_minor(case: Mapping[str, Any], on: date) -> bool:
    """Whether the number of the natural person says so."""
    for name in ("paper-code", "party-code", "applicant-code"):
        number = str(case.get(f"{SHOWS}{name}") or "")
        if len(number) == 18 and number[6:14].isdigit() and number[6:8] in ("19", "20"):
            born = number[6:14]
            today = f"{on.year - OF_AGE:04}{on.month:02}{on.day:02}"
            return born > today
    return False


def _party(case: Mapping[str, Any]) -> str:
    return str(case.get(f"{SHOWS}party") or case.get(f"{SHOWS}applicant") or "")


def _code(case: Mapping[str, Any]) -> str:
    return str(case.get(f"{SHOWS}party-code") or case.get(f"{SHOWS}applicant-code") or "")


def _row(layout: Layout, case: Mapping[str, Any], acts: Acts, organs: Organs, *, personal: bool) -> dict[str, str]:
    """One decision by the headings of a layout."""
    row = {one.heading: _cell(layout, one, case, acts, organs) if one.public else "" for one in layout.file.columns}
    for column in layout.file.columns:
        target = layout.target(column)
        named = target[1].shows if target is not None else column.shows
        if named == "name" and not personal:
            row[column.heading] = mask(row[column.heading], "name")
        if named in ("credit-code", "person-id") and not personal:
            row[column.heading] = row[column.heading] if check_credit_code(row[column.heading]) is None else ""
    return row


def _cell(layout: Layout, column: LayoutColumn, case: Mapping[str, Any], acts: Acts, organs: Organs) -> str:
    target = layout.target(column)
    if target is None:
        return ""
    kept = target[1]
    office = organs.offices.get(case["organ"] or "")
    if kept.key == "organ":
        return organs.name(case["organ"])
    if kept.key == "case":
        return str(acts[DECIDED].get("id") or case["number"])
    if kept.shows is not None:
        held = str(case.get(f"{SHOWS}{kept.id}") or "")
        if not held and kept.id in ("organ-code", "source-code") and office is not None:
            held = office.code
        if not held and kept.id == "source":
            held = organs.name(case["organ"])
        return _worded(column, held) if column.words else held
    act = acts.get(kept.act or "")
    if act is None:
        return ""
    if not kept.field:
        return day_of(act["day"]).isoformat() if kept.part in (None, "day") and act.get("day") is not None else ""
    value = next((act[name] for name in kept.field if name in act), None)
    return "" if value is None else _said(layout, column, kept.field[0], value)


def _said(layout: Layout, column: LayoutColumn, field: str, held: Any) -> str:
    """A value as the layout writes it: amounts in its unit, words as its own."""
    from yifa.law.catalogue.folders import folder  # noqa: PLC0415 - the folder of the layout is read already

    declared = folder(layout.of).procedure.fields.get(field)
    if isinstance(held, list):
        return ";".join(map(str, held))
    if declared is not None and declared.type is Type.MONEY:
        yuan = Decimal(held) / (FEN_IN_WAN if column.unit == "wan-yuan" else 100)
        return f"{yuan.normalize():f}"
    if declared is not None and declared.type is Type.DAY:
        return day_of(held).isoformat()
    if isinstance(held, bool):
        return "是" if held else "否"
    own = next((word for word, meant in column.words.items() if meant == held), None)
    known = None if declared is None else declared.words.get(str(held))
    return own or (str(held) if known is None else known.zh)


def _worded(column: LayoutColumn, held: str) -> str:
    """What is shown, as the code the layout has for it."""
    return next((code for code, word in column.words.items() if word == held), held)
