"""Clues told: a line of the list, and the story of one: fact, rule, day and why, cure, explanation, screening."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from yifa.interfaces.duty_telling import tell_laws
from yifa.interfaces.finding_telling import tell_consequence, tell_if_so
from yifa.interfaces.manual.procedure_page import collect
from yifa.interfaces.office.case.told import DutyCard, card
from yifa.interfaces.office.clues.words import SIGNS, tell_sort, tell_stage, tell_turned, tell_verdict
from yifa.interfaces.office.marks import duty_of, tell_far
from yifa.interfaces.office.matters import Matter, matters, organ_names
from yifa.interfaces.office.names import names_in
from yifa.interfaces.ui.lights import Sign
from yifa.law.catalogue.citations import citation
from yifa.law.catalogue.folders import folder
from yifa.law.run.one_case import engine
from yifa.law.run.story import CaseStory, tell_case
from yifa.oversight.clues.choices import Sort, Stage, Turned, Verdict
from yifa.oversight.clues.models import Clue, Explanation, Screening, Turn
from yifa.oversight.clues.queries import explanations_of, screenings_of, turns_of
from yifa.record.cases.columns import facts_of
from yifa.record.cases.models import Case
from yifa.record.chain.chained import values_of
from yifa.record.organs.models import Officer
from yifa.wording import Language, language


@dataclass(frozen=True)
class Line:
    """A clue in a line of a list. `address`: the query of its page's address."""

    clue: Clue
    matter: Matter
    sign: Sign
    sort: str
    duty: str
    law: str
    far: str
    due: str
    found: str
    severity: str
    consequence: str
    stage: str

    @property
    def law_parts(self) -> tuple[str, str]:
        """The name of the text, which may be cut short where there is no room, and its article, which may not."""
        name, sign, article = self.law.rpartition("第" if "第" in self.law else " ")
        return (name, f"{sign}{article}") if name else (self.law, "")


@dataclass(frozen=True)
class Word:
    """What somebody said to a clue. `fits`: whether it was said of the clue as it is now."""

    head: str
    text: str
    name: str
    organ: str
    on: str
    place: int
    fits: bool = True
    verdict: str = ""


@dataclass(frozen=True)
class Story:
    """A clue with all that belongs to it. `card` None: the duty asks nothing of the case any more."""

    line: Line
    card: DutyCard | None
    case_story: CaseStory | None
    rule: dict[str, Any]
    words: tuple[Word, ...]
    explanations: tuple[Word, ...]
    turns: tuple[tuple[str, str, str], ...]


def lines(clues: Sequence[Clue], today: date, speech: Language) -> list[Line]:
    """Clues as lists show them, in their order."""
    about = matters((one.case for one in clues), today, speech)
    return [line(one, about[one.case_id], today, speech) for one in clues]


def line(clue: Clue, matter: Matter, today: date, speech: Language) -> Line:
    """A clue in a line."""
    duty, sort = duty_of(matter.case, clue.duty), Sort(clue.sort)
    far = "" if clue.due is None or sort is Sort.AUTO else tell_far(clue.due, today, duty, speech, done=clue.done_on)
    return Line(
        clue=clue,
        matter=matter,
        sign=SIGNS[sort] if clue.here else Sign.NONE,
        sort=tell_sort(sort, speech),
        duty=duty.title.zh if speech.tag == "zh" else duty.title.en,
        law=tell_laws([citation(duty.law[0]).said(clue.due)], speech)[0],
        far=far,
        due="" if clue.due is None else clue.due.isoformat(),
        found=clue.found_on.isoformat(),
        severity=tell_if_so(clue.severity, speech),
        consequence=tell_consequence(clue.severity, speech),
        stage=tell_stage(Stage(clue.stage), speech),
    )


def story(clue: Clue, today: date, speech: Language) -> Story:
    """The story of a clue."""
    case = clue.case
    told, found = _told_again(case, clue, today, speech)
    matter = matters([case], today, speech)[case.id]
    screenings, explanations = screenings_of(clue), explanations_of(clue)
    values = values_of([*screenings, *explanations])
    people = _people([*(one.screened_by for one in screenings), *(one.explained_by for one in explanations)], today)
    return Story(
        line=line(clue, matter, today, speech),
        card=found,
        case_story=told,
        rule=rule_of(case.procedure, clue.duty, speech.tag),
        words=tuple(_word(one, clue, values, people, speech) for one in screenings),
        explanations=tuple(_explained(one, clue, values, people, speech) for one in explanations),
        turns=tuple(_turn(one, speech) for one in turns_of(clue)),
    )


def _told_again(case: Case, clue: Clue, today: date, speech: Language) -> tuple[CaseStory | None, DutyCard | None]:
    """The case judged today, with its duty as the page of the case tells it."""
    acts = list(case.acts.order_by("id"))
    told = tell_case(engine(case.procedure), facts_of(case, acts, named=True), today, only={clue.duty})
    names = names_in(acts)
    for one in told.duties:
        if one.finding.result.subject == clue.subject:
            return told, card(one, told, speech, names)
    return None, None


def rule_of(procedure: str, duty: str, tag: str) -> dict[str, Any]:
    """A duty as a lawyer reads it: its term, when it applies, what it asks, under which articles, since when."""
    return _rules(procedure, tag)[duty]


@lru_cache(maxsize=80)
def _rules(procedure: str, tag: str) -> dict[str, dict[str, Any]]:
    told = collect(folder(procedure), language(tag))
    own = [one for chapter in told["chapters"] for one in chapter["duties"]]
    return {one["id"]: one for one in (*own, *told["borrowed"])}


def _people(officers: Iterable[Officer], today: date) -> dict[int, tuple[str, str]]:
    """Name and organ of officers by their numbers: who says something to a clue says it by name."""
    rows = list({one.id: one for one in officers}.values())
    names, organs = values_of(rows), organ_names({one.organ_id for one in rows}, today)
    return {one.id: (names.get(one.name) or one.number, organs.get(one.organ_id, "")) for one in rows}


def _word(
    one: Screening, clue: Clue, values: dict[str, Any], people: dict[int, tuple[str, str]], speech: Language
) -> Word:
    name, organ = people[one.screened_by_id]
    fits = one.told.get("print") == clue.print
    head = tell_verdict(Verdict(one.verdict), speech)
    return Word(head, values.get(one.reason, "") or "—", name, organ, speech.day(one.on), one.id, fits, one.verdict)


def _explained(
    one: Explanation, clue: Clue, values: dict[str, Any], people: dict[int, tuple[str, str]], speech: Language
) -> Word:
    name, organ = people[one.explained_by_id]
    fits = one.told.get("print") == clue.print
    head = speech.say("Explanation of the organ")
    return Word(head, values.get(one.text, "") or "—", name, organ, speech.day(one.on), one.id, fits)


def _turn(one: Turn, speech: Language) -> tuple[str, str, str]:
    """The day, what became of it, and from which day to which it moved."""
    moved = ""
    if one.turned == Turned.MOVED and one.was_due != one.due and one.was_due is not None and one.due is not None:
        moved = speech.say(
            "its day moved from {before} to {now}", before=one.was_due.isoformat(), now=one.due.isoformat()
        )
    elif one.turned == Turned.MOVED and one.done_on is not None:
        moved = speech.say("done after all on {day}", day=one.done_on.isoformat())
    return one.on.isoformat(), tell_turned(Turned(one.turned), speech), moved
