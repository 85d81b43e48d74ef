"""The ten licence duties of the named workload as an expert would write them in SQL, over the same rows.

Twice. *In full*: with all that a duty means, as the compiled duties have it (an act whose day is blank, a term that
stands still, a calendar that is not settled yet). *For these rows alone*: nothing is asked that they do not need, for
no day of theirs is blank and the calendar is settled. Both give the same masks on these rows, which is checked.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from bench.lake import GrainFile
from yifa.law.conditions.columns import (
    Answered,
    AsOf,
    Column,
    DayOf,
    FieldOf,
    Happened,
    MinuteOf,
    OverlapOf,
    SureDay,
    SureMinute,
)

TERMS = (
    ("l01-accept", "application_received", ("application_accepted", "correction_notice")),
    ("l02-accept-after-correction", "corrected_material_received", ("application_accepted",)),
    ("l03-decide", "application_accepted", ("decision_made",)),
    ("l04-deliver", "decision_made", ("decision_delivered",)),
    ("l05-publish", "decision_made", ("decision_published",)),
)
"""Duty, where its term begins, and what ends it."""


def called(names: Mapping[Column, str]) -> dict[str, str]:
    """The columns of a file by names that a person can write."""
    found = {}
    for column, name in names.items():
        match column:
            case DayOf(of=of):
                found[_word("day", of.act)] = name
            case SureDay(of=of):
                found[_word("sure", of.act)] = name
            case SureMinute(of=of):
                found[_word("sure_minute", of.act)] = name
            case Happened(of=of):
                found[_word("happened", of.act)] = name
            case Answered(question=question, part=part):
                found[_word(part, question)] = name
            case MinuteOf(of=of):
                found[_word("minute", of.act)] = name
            case FieldOf(field=field):
                found[_word("field", field)] = name
            case OverlapOf():
                found["shared_names"] = name
            case AsOf(minute=False):
                found["today"] = name
    return found


def _word(*parts: str) -> str:
    return "_".join(parts).replace("-", "_")


def queries(files: Sequence[GrainFile], *, in_full: bool) -> list[str]:
    """One query for each file: the masks added up."""
    return [_query(file, called(file.plan.names), in_full) for file in files]


def _query(file: GrainFile, names: Mapping[str, str], in_full: bool) -> str:
    given = ", ".join(f'"{name}" AS {word}' for word, name in names.items())
    rows = f"(SELECT {given} FROM '{file.path}')"  # noqa: S608 - our own names
    if "shared_names" in names:
        return _summed(rows, unmet=[_HEARING[in_full], "shared_names > 0"])
    if "field_fee" in names:
        return _summed(rows, unmet=[_ACCEPTED[in_full], "field_fee > 0"])
    if "field_approver" in names:
        return _summed(rows, unmet=["field_approver NOT IN (0, 1)"])
    masks: dict[str, list[str]] = {"not_applicable": [], "pending": [], "unmet": []}
    for duty, start, done in TERMS:
        told = _in_full(duty, start, done, names) if in_full else _in_short(duty, start, done)
        for mask, when in told.items():
            masks[mask].append(when)
    return _summed(rows, **masks)


_HEARING = {
    False: "happened_hearing_noticed IS NOT TRUE OR day_hearing_noticed >= earliest_l06_hearing_ahead",
    True: "NOT (happened_hearing_noticed AND day_hearing_noticed < earliest_l06_hearing_ahead) AND NOT "
    "(happened_hearing_noticed AND day_hearing_noticed BETWEEN earliest_l06_hearing_ahead AND latest_l06_hearing_ahead "
    "AND earliest_l06_hearing_ahead < latest_l06_hearing_ahead)",
}
_ACCEPTED = {
    False: "sure_application_accepted IS NULL OR sure_application_accepted > day_decision_made",
    True: "NOT (happened_application_accepted AND (sure_application_accepted < day_decision_made OR "
    "(sure_application_accepted = day_decision_made AND "
    "coalesce(sure_minute_application_accepted <= minute_decision_made, TRUE))))",
}


def _in_short(duty: str, start: str, done: Sequence[str]) -> dict[str, str]:
    first = f"least({', '.join(f'day_{act}' for act in done)})"
    latest = _word("latest", duty)
    return {
        "not_applicable": f"NOT happened_{start}",
        "pending": f"happened_{start} AND {first} IS NULL AND ({latest} IS NULL OR today <= {latest})",
        "unmet": f"happened_{start} AND coalesce({first}, today) > {latest}",
    }


def _in_full(duty: str, start: str, done: Sequence[str], names: Collection[str]) -> dict[str, str]:
    blank = " OR ".join(f"(happened_{act} AND day_{act} IS NULL)" for act in done)
    day = f"least({', '.join(f'sure_{act}' for act in done)})" if len(done) > 1 else f"sure_{done[0]}"
    latest, earliest, opens, lasts = (_word(part, duty) for part in ("latest", "earliest", "opens", "lasts"))
    opens, lasts = opens if opens in names else earliest, lasts if lasts in names else latest
    waiting = f"CASE WHEN {day} IS NOT NULL THEN {day} > {opens} AND {day} <= {lasts} ELSE today <= {lasts} END"
    return {
        "not_applicable": f"NOT happened_{start}",
        "pending": f"happened_{start} AND NOT ({blank}) AND {waiting}",
        "unmet": f"happened_{start} AND NOT ({blank}) AND coalesce({day}, today) > {latest}",
    }


def _summed(rows: str, **masks: Sequence[str]) -> str:
    columns = []
    for mask in ("not_applicable", "pending", "unmet"):
        bits = [f"CASE WHEN {when} THEN {1 << place} ELSE 0 END" for place, when in enumerate(masks.get(mask, ()))]
        columns.append(f"sum({' | '.join(bits) or '0'}) AS {mask}")
    return f"SELECT {', '.join(columns)} FROM {rows}"  # noqa: S608 - our own names


def answered(connection: Any, asked: Sequence[str]) -> list[dict[str, int]]:
    """What the queries come to."""
    found = []
    for query in asked:
        relation = connection.sql(query)
        values = relation.fetchone()
        found.append({name: int(value or 0) for name, value in zip(relation.columns, values, strict=True)})
    return found
