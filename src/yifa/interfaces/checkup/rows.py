"""A judged folder as the rows of its workbook and page: organs, duties, ledgers, what they lack, what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from yifa.interfaces.checkup.told import Told
from yifa.interfaces.duty_telling import tell_laws
from yifa.interfaces.finding_rows import ChangeRow, DutyRow, FindingsOf, LackingRow, LedgerRow, OrganRow
from yifa.interfaces.finding_telling import Found
from yifa.interfaces.problem_telling import told_problem
from yifa.interfaces.sufficiency_telling import tell_decided, tell_declared, tell_missing_column, tell_step
from yifa.law.duties import Outcome
from yifa.law.run.findings import Change
from yifa.oversight.supervision.comparing import Cause, Changed
from yifa.oversight.supervision.supervised import JudgedLedger
from yifa.wording import Language

STEPS = 5
"""So many steps are told of what to add next."""


def rows_of(told: Told, speech: Language, organ: str | None = None) -> FindingsOf:
    """The rows of all organs, or of one, in one language."""
    findings = [one for one in told.of(speech.tag) if organ is None or one.organ_id == organ]
    cases = {id_: many for id_, many in told.organs_with_cases.items() if organ is None or id_ == organ}
    lights: dict[str, Counter[Found]] = {}
    for one in findings:
        lights.setdefault(one.organ_id, Counter())[one.light] += 1
    ledgers = [place for place, one in enumerate(told.run.ledgers) if organ is None or organ in _organs_of(one)]
    alike = _alike(told, ledgers)
    problems = [one for one in told.run.taken.problems if organ is None or one.organ == organ]
    return FindingsOf(
        told.run.as_of,
        [
            OrganRow(organ_name(told, id_, speech), many, lights.get(id_, Counter()), reach_of(told, id_))
            for id_, many in cases.items()
        ],
        [organ_name(told, id_, speech) for id_ in told.run.taken.silent] if organ is None else [],
        findings,
        duty_rows(told, speech) if organ is None else [],
        [_ledger(told, places, speech, organ) for places in alike],
        [row for places in alike for row in _lacking(told, places, speech)],
        [told_problem(one, speech) for one in problems],
        None
        if told.changed is None
        else [_change(told, one, speech) for one in told.changed if organ in (None, one.organ)],
        None if organ is None else organ_name(told, organ, speech),
    )


def organ_name(told: Told, id_: str, speech: Language) -> str:
    """The name of an organ; where the ledger names none, that it does not."""
    return told.organs.get(id_, id_) or speech.say("organ not named")


def reach_of(told: Told, organ: str) -> date | None:
    """The last day an organ's data know, over all ledgers."""
    days = [one.ledger.reach[organ] for one in told.run.ledgers if organ in one.ledger.reach]
    return max(days, default=None)


def _organs_of(ledger: JudgedLedger) -> set[str]:
    return set(ledger.of_organs)


def duty_rows(told: Told, speech: Language) -> list[DutyRow]:
    """Every duty that was asked or could not be told, over all ledgers of its procedure; those with findings first."""
    lights: dict[tuple[str, str], Counter[Found]] = {}
    for one in told.of(speech.tag):
        lights.setdefault((one.procedure_id, one.duty_id), Counter())[one.light] += 1
    sums: dict[tuple[str, str], Counter[int]] = {}
    ledgers: dict[str, JudgedLedger] = {}
    for ledger in told.run.ledgers:
        ledgers[ledger.procedure] = ledger
        for duty, counts in ledger.outcomes.items():
            sums.setdefault((ledger.procedure, duty), Counter()).update(dict(enumerate(counts)))
    found = []
    for (procedure, id_), summed in sums.items():
        folder = ledgers[procedure].whole.folder
        rule = folder.duty(id_)
        asked = sum(many for outcome, many in summed.items() if outcome != Outcome.NOT_APPLICABLE)
        if rule is None or not asked:
            continue
        laws = [text.replace(" ", "§", 1) for text in rule.law]
        zh = speech.tag == "zh"
        found.append(
            DutyRow(
                folder.procedure.title.zh if zh else folder.procedure.title.en,
                rule.title.zh if zh else rule.title.en,
                speech.list(tell_laws(laws, speech)),
                asked,
                summed[Outcome.MET],
                summed[Outcome.PENDING],
                lights.get((procedure, id_), Counter()),
                summed[Outcome.NOT_ASSESSABLE],
            )
        )
    return sorted(found, key=lambda row: [-row.lights.get(light, 0) for light in (Found.RED, Found.AMBER)])


def _alike(told: Told, places: Sequence[int]) -> list[list[int]]:
    """Ledgers of one procedure that decide the same duties, together."""
    found: dict[tuple[str, frozenset[str]], list[int]] = {}
    for place in places:
        enough = told.sufficiency[place]
        found.setdefault((enough.procedure, frozenset(enough.lacking)), []).append(place)
    return list(found.values())


def files_of(ledger: JudgedLedger) -> tuple[str, ...]:
    """The files the cases of a ledger stand in."""
    return ledger.ledger.files or (ledger.ledger.file,)


def _files(told: Told, places: Sequence[int], speech: Language) -> str:
    """The files of some ledgers: the first by name, the others by number."""
    files = list(dict.fromkeys(file for place in places for file in files_of(told.run.ledgers[place])))
    if len(files) == 1:
        return files[0]
    return speech.count("{file} and {n} more file", "{file} and {n} more files", len(files) - 1, file=files[0])


def _ledger(told: Told, places: Sequence[int], speech: Language, organ: str | None) -> LedgerRow:
    """Ledgers that decide the same."""
    some, enough = [told.run.ledgers[place] for place in places], told.sufficiency[places[0]]
    folder, say, declared = some[0].whole.folder, speech.say, told.declared[places[0]]
    files = {(file, one.ledger.procedure) for one in some for file in files_of(one)}
    sheets = [one for one in told.run.taken.sheets if (one.file, one.table.partition("/")[0]) in files]
    read, held, copies, aside = (
        sum(getattr(one, name) for one in sheets) for name in ("read", "held", "copies", "aside")
    )
    counted: Mapping[str, int] = {
        say("rows read: {n}", n=read): read,
        say("to be corrected: {n}", n=held): held,
        say("copies: {n}", n=copies): copies,
        say("set aside: {n}", n=aside): aside,
    }
    days: dict[str, date] = {}
    for one in some:
        for id_, day in sorted(one.ledger.reach.items()):
            days[id_] = max(day, days.get(id_, day))
    reach = [
        say("{organ}: {day}", organ=organ_name(told, id_, speech), day=speech.day(day))
        for id_, day in days.items()
        if organ is None or id_ == organ
    ]
    return LedgerRow(
        _files(told, places, speech),
        folder.procedure.title.zh if speech.tag == "zh" else folder.procedure.title.en,
        sum(one.size for one in some),
        speech.list([words for words, many in counted.items() if many]),
        tell_decided(enough, speech),
        [tell_step(step, folder, speech) for step in enough.steps[:STEPS]],
        [] if declared is None else tell_declared(declared, folder, speech),
        reach,
    )


def _lacking(told: Told, places: Sequence[int], speech: Language) -> list[LackingRow]:
    """The duties that ledgers which decide the same do not decide."""
    some, enough = [told.run.ledgers[place] for place in places], told.sufficiency[places[0]]
    folder = some[0].whole.folder
    covered: Counter[str] = Counter()
    for one in some:
        covered.update({line.duty: line.rows for line in one.coverage})
    zh, joint = speech.tag == "zh", "、" if speech.tag == "zh" else ", "
    found = []
    for id_, missing in enough.lacking.items():
        duty = folder.duty(id_)
        if duty is not None:
            found.append(
                LackingRow(
                    _files(told, places, speech),
                    folder.procedure.title.zh if zh else folder.procedure.title.en,
                    duty.title.zh if zh else duty.title.en,
                    joint.join(tell_missing_column(miss, folder, speech) for miss in sorted(missing, key=tuple)),
                    covered[id_],
                )
            )
    return sorted(found, key=lambda row: -row.rows)


def tell_change(change: Change, speech: Language) -> str:
    """What became of a finding."""
    say = speech.say
    return {Change.NEW: say("new"), Change.GONE: say("gone"), Change.OTHER: say("moved")}[change]


def tell_cause(cause: Cause, speech: Language) -> str:
    """Why it did."""
    say = speech.say
    return {
        Cause.RULE: say("the rule"),
        Cause.CALENDAR: say("the calendar"),
        Cause.RECORD: say("the record"),
        Cause.CLOCK: say("time has passed"),
    }[cause]


def _change(told: Told, one: Changed, speech: Language) -> ChangeRow:
    data = one.as_data()
    ledger = next((held for held in told.run.ledgers if held.procedure == one.procedure), None)
    duty = None if ledger is None else ledger.whole.folder.duty(one.duty)
    title = one.duty if duty is None else duty.title.zh if speech.tag == "zh" else duty.title.en
    either = speech.say(" or ")
    return ChangeRow(
        tell_change(one.change, speech),
        either.join(tell_cause(cause, speech) for cause in one.causes),
        organ_name(told, one.organ or "", speech),
        one.number or one.case,
        title,
        _state(data["before"], speech),
        _state(data["now"], speech),
    )


def _state(data: Mapping[str, str | None] | None, speech: Language) -> str:
    if data is None:
        return "—"
    words = {
        "violation": speech.say("doubtful"),
        "loss": speech.say("doubtful"),
        "advisory": speech.say("contested"),
        "auto": speech.say("taken as so by law"),
    }.get(data["class"] or "", speech.say("left open by blanks"))
    return (
        words
        if data["due"] is None
        else speech.say("{words}, day {day}", words=words, day=data["due"].replace("T", " "))
    )
