"""Is a part no greater than the whole it is announced to be part of?

Asked of every number after 其中, and of numbers in a bracket behind a total. A number that is greater than the one
before it may be part of an earlier one: all numbers of the sentence, and of the sentence before, are tried first.

Source: custom (assessment of annual reports: part ≤ whole).

Wrong:  审查文件46件，其中规章64件。
Right:  审查文件46件，其中规章4件。
"""

from __future__ import annotations

from collections.abc import Iterator

from yifa.reader.checks.arithmetic import reach
from yifa.reader.checks.enumerations import Enumeration, enumerations
from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.quotients import shown
from yifa.reader.checks.rows import Sheet, Spot, same_unit
from yifa.reader.reading import Check, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="part-of-whole",
    zh="部分与总数",
    en="Part of a whole",
    severity=Severity.SERIOUS,
    asks_zh="“其中”之数，是否不大于其总数？",
    asks_en="Is a part no greater than the whole it is announced to be part of?",
    source="custom",
)
# Units that go with things of every sort.
_ANY_THING = frozenset({"个", "次", "条", "项", "场", "期", "份", "处", None})


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """Every announced part against its whole."""
    for row in sheet.rows:
        told: set[str] = set()
        for one in enumerations(row):
            for member in one.members:
                if member.figure.id not in told and member.start > one.totals[0].start:
                    told.add(member.figure.id)
                    if check := _compared(member, one, speech):
                        yield check


def _compared(member: Spot, one: Enumeration, speech: Language) -> Check | None:
    part = reach(member.figure)
    nearest = sorted(one.totals[: one.near], key=lambda spot: not same_unit(spot.figure, member.figure))[:1]
    for total in (*nearest, *sorted(one.totals, key=lambda spot: -_in_common(member, spot))):
        whole = reach(total.figure)
        if whole.high is None or part.low <= whole.high:
            loose = part.loose or whole.loose
            certain = whole.low >= part.stated or not loose
            verdict = Verdict.HOLDS if certain else Verdict.HOLDS_APPROXIMATELY
            sum_ = f"{shown(member.figure)} ≤ {shown(total.figure)}"
            message = speech.say("{sum}: the part is no greater than the whole.", sum=sum_)
            return KIND.answer(verdict, [member.figure, total.figure], sum_, message)
    total = one.totals[0]
    named = "其中" in one.members[0].lead or "含" in one.members[0].lead
    if not one.near or not named or not same_unit(member.figure, total.figure):
        return None
    sum_ = f"{shown(member.figure)} > {shown(total.figure)}"
    if not one.row.balanced or (total.figure.unit in _ANY_THING and not _in_common(member, total)):
        message = speech.say("{sum}: they may count different things.", sum=sum_)
        return KIND.answer(Verdict.UNVERIFIABLE, [member.figure, total.figure], sum_, message)
    message = speech.say("{sum}: the part is greater than the whole; please check the basis.", sum=sum_)
    return KIND.answer(Verdict.CONTRADICTED, [member.figure, total.figure], sum_, message)


def _in_common(member: Spot, total: Spot) -> int:
    """How many pairs of characters the clauses of two numbers share."""
    pairs = [{words[at : at + 2] for at in range(len(words) - 1)} for words in (member.words, total.words)]
    return len(pairs[0] & pairs[1])
