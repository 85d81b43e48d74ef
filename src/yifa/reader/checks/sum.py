"""Do the members of a list add up to the total that stands beside it?

Asked of columns of a table with a row 合计, of lists after 其中 or in a bracket, of lists before 共计, and of large
numbers that happen to be the sum of those that follow. A difference is called one only where the text gives every
part (a bracket, 共计, 分为, a last 其他), or where kinds of one thing, set side by side, come to more than the
total and than every other number before them that may be the total. Otherwise parts may be left unnamed, or named
twice. No total is looked for until one fits: it is the nearest, or another of the same part of the sentence.

Source: custom (assessment of annual reports: the breakdown adds up to the total).

Wrong:  开设账号230个，其中微信165个、微博40个、其他27个。    165 + 40 + 27 = 232
Right:  开设账号232个，其中微信165个、微博40个、其他27个。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from yifa.reader.checks.arithmetic import plain, reach, step
from yifa.reader.checks.enumerations import Enumeration, enumerations
from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.list_lines import line_lists
from yifa.reader.checks.quotients import added, shown
from yifa.reader.checks.rows import Row, Sheet, Spot, comparable
from yifa.reader.checks.table_relations import line_sums
from yifa.reader.checks.tables import columns
from yifa.reader.reading import Check, Figure, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="sum",
    zh="合计",
    en="Sum",
    severity=Severity.SERIOUS,
    asks_zh="分项相加，是否等于所列总数？",
    asks_en="Do the members of a list add up to the total?",
    source="custom",
)
_LONGEST_RUN = 12
_LARGE = 100
_ENDS = re.compile(r"维持|驳回|撤销|变更|确认违法|责令|履行|终止|调解|和解|撤回|撤诉|有效|废止|失效|修改|其[他它余]")


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """Columns of tables, announced lists, then totals that nothing announces."""
    yield from _columns(sheet, speech)
    for row in sheet.rows:
        told: set[str] = set()
        for one in enumerations(row):
            if (check := _announced(one, speech)) and not told & set(check.figures):
                told.update(check.figures)
                yield check
        for check in _unannounced(row, told, speech):
            told.update(check.figures)
            yield check


def _columns(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """The columns and the lines of tables, and lists of which each member has a line of its own."""
    for column in columns(sheet):
        verdict = compared(column.members, column.total)
        if verdict is None:
            verdict = Verdict.UNVERIFIABLE if column.gaps else Verdict.CONTRADICTED
        yield _answer(verdict, column.members, column.total, speech)
    for line in line_sums(sheet):
        verdict = compared(line.members, line.total) or (Verdict.CONTRADICTED if line.meant else None)
        if verdict:
            yield _answer(verdict, line.members, line.total, speech)
    for below in line_lists(sheet):
        if verdict := compared(below.members, below.total):
            yield _answer(verdict, below.members, below.total, speech)


def added_up(figures: Sequence[Figure]) -> Decimal:
    """The sum of the values as written."""
    return sum((figure.value for figure in figures), Decimal(0))


def compared(members: Sequence[Figure], total: Figure) -> Verdict | None:
    """Holds, holds approximately, or None when members and total differ."""
    parts, whole = added(members), reach(total)
    if not (parts.loose or whole.loose) and parts.stated == whole.stated:
        return Verdict.HOLDS
    if parts.exact and whole.exact:
        return None
    return Verdict.HOLDS_APPROXIMATELY if parts.meets(whole.low, whole.high) else None


def _announced(one: Enumeration, speech: Language) -> Check | None:
    if len(one.members) < 2:
        return None
    figures = [spot.figure for spot in one.members]
    # Of three and more, that come to a large number exactly, a total further off is no chance.
    further = [spot for spot in one.totals if len(figures) > 2 and spot.figure.value >= _LARGE]
    for spot in (*one.meant_totals, *further):
        if verdict := compared(figures, spot.figure):
            return _answer(verdict, figures, spot.figure, speech)
    for run in _fewer(figures, behind=one.members[0].start > one.totals[0].start):
        if verdict := compared(run, one.totals[0].figure):
            return _answer(verdict, run, one.totals[0].figure, speech)
    total = one.totals[0].figure
    if not one.near or (total.start > figures[0].start and not one.all):
        return None
    parts, whole = added(figures), reach(total)
    exceeds = whole.high is not None and parts.low > whole.high
    if any(compared(figures, spot.figure) for spot in one.totals):
        return None
    if one.all or (exceeds and one.plain and not _fits_another(one)):
        return _answer(Verdict.CONTRADICTED, figures, total, speech)
    if (one.meant or 20 * parts.stated >= 19 * whole.stated) and not one.loose:
        return _answer(Verdict.UNVERIFIABLE, figures, total, speech)
    return None


def _fits_another(one: Enumeration) -> bool:
    """Whether the members may be parts of an earlier number of the sentence: 受理260件，办结255件，其中…

    Ways in which cases end are always of those concluded, the nearest.
    """
    if all(_ENDS.search(spot.label) for spot in one.members):
        return False
    parts = added([spot.figure for spot in one.members])
    return any(parts.low <= (reach(spot.figure).high or parts.low) for spot in one.meant_totals[1:])


def _fewer(figures: Sequence[Figure], *, behind: bool) -> Iterator[Sequence[Figure]]:
    """Fewer and fewer of the members: those nearest to the total are kept longest."""
    for length in range(len(figures) - 1, 1, -1):
        yield figures[:length] if behind else figures[-length:]


def _unannounced(row: Row, told: set[str], speech: Language) -> Iterator[Check]:
    """Totals of 100 and more, or with decimals, that are exactly the sum of the numbers beside them."""
    spots = row.spots
    for index, spot in enumerate(spots):
        figure = spot.figure
        if not spot.counted or figure.id in told or (figure.value < _LARGE and not figure.precision):
            continue
        for run in (_run(spots, index, 1), _run(spots, index, -1)):
            for length in range(2, len(run) + 1):
                members = [one.figure for one in run[:length]]
                if told & {member.id for member in members}:
                    break
                if (
                    added_up(members) == figure.value
                    and compared(members, figure) is Verdict.HOLDS
                    and all(member.value for member in members)
                ):
                    told.update([figure.id, *(member.id for member in members)])
                    yield _answer(Verdict.HOLDS, sorted(members, key=lambda one: one.start), figure, speech)
                    break
            else:
                if (near := _one_digit_off(spot, run)) and figure.id not in told:
                    yield _answer(Verdict.UNVERIFIABLE, near, figure, speech)
            if figure.id in told:
                break


def _run(spots: Sequence[Spot], index: int, way: int) -> list[Spot]:
    """Numbers that follow (or precede) one, as long as they may count the same.

    Percentages are passed over, and before the first such number those of other units.
    """
    run: list[Spot] = []
    at = index + way
    while 0 <= at < len(spots) and len(run) < _LONGEST_RUN:
        # A list after 其中 belongs to the number before it: it is taken as a whole or not at all.
        if "其中" in spots[at if way > 0 else at + 1].lead and (run or way < 0):
            break
        fits = spots[at].counted and comparable(spots[at].figure, spots[index].figure)
        if not fits and run and not spots[at].per_cent:
            break
        if fits:
            run.append(spots[at])
        at += way
    return run


def _one_digit_off(total: Spot, run: Sequence[Spot]) -> list[Figure] | None:
    """Two numbers named like the total, whose sum differs from it in one digit only: too near to be chance."""
    if len(run) < 2 or total.figure.value < 1000 * step(total.figure):
        return None
    noun = total.label[-2:]
    if len(noun) < 2 or any(spot.label[-2:] != noun for spot in run[:2]):
        return None
    figures = [spot.figure for spot in run[:2]]
    if not all(added(figures[:1]).stated and figure.scale == total.figure.scale for figure in figures):
        return None
    off = abs(added(figures).stated - Fraction(total.figure.value)) / step(total.figure)
    if off.denominator != 1 or not off or len(str(off.numerator).rstrip("0")) != 1:
        return None
    return figures


def _answer(verdict: Verdict, members: Sequence[Figure], total: Figure, speech: Language) -> Check:
    sum_ = f"{' + '.join(map(shown, members))} {_sign(members)} {_written(members)}"
    match verdict:
        case Verdict.HOLDS:
            message = speech.say("{sum}, the total stated.", sum=sum_)
        case Verdict.HOLDS_APPROXIMATELY:
            message = speech.say("{sum}; {total} is possible, the inputs are not exact.", sum=sum_, total=shown(total))
        case Verdict.CONTRADICTED:
            message = speech.say("{sum}, but {total} is stated; please check the basis.", sum=sum_, total=shown(total))
        case _:
            message = speech.say("{sum}, not {total}; the text may leave parts unnamed.", sum=sum_, total=shown(total))
    return KIND.answer(verdict, [total, *members], sum_, message)


def _sign(members: Sequence[Figure]) -> str:
    return "≈" if added(members).loose else "="


def _written(members: Sequence[Figure]) -> str:
    """The sum in the scale its members share, with as many decimals as the most exact of them."""
    scales = {figure.scale for figure in members}
    scale = scales.pop() if len(scales) == 1 else 1
    value = added(members).stated / scale
    ending = {10**4: "万", 10**8: "亿"}.get(scale, "")
    return (
        plain(value, max(figure.precision for figure in members) if scale != 1 or value.denominator != 1 else 0)
        + ending
    )
