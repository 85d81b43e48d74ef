"""The time line of a case: acts as numbered dots on a day axis, each term as a bar with its pauses hatched and its day
as a flag, what lies past the day dashed.

A drawing of plain shapes without styles of their own; the style sheet colours them. It repeats what the lists beside it
say, so it is hidden from those who hear the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from markupsafe import Markup, escape

from yifa.interfaces.case_telling import SIGNS, tell_distance
from yifa.law.clock import Pause
from yifa.law.clock.calendar import DayKind
from yifa.law.run.story import CaseStory, Light, ToldDuty
from yifa.wording import CHINESE, ENGLISH, Language, language

WIDTH, EDGE = 1000, 14
DOT, STEP, LANE, BAR = 9, 20, 34, 9
"""Radius of a dot, height of a row of dots, of a lane, and of a bar."""
MOST = 8
"""So many terms are drawn, what is looked at first; the lists have all."""
DRAWN = (Light.RED, Light.AMBER, Light.BLUE, Light.OPEN)
ROOM = 80
"""So much a month with its year takes."""
MONTHS_APART = ((8, 1), (16, 2), (30, 3), (70, 6))
FAR = 0.4
"""A day farther past the acts than this part of their span is not drawn but pointed at."""


@dataclass(frozen=True)
class Axis:
    """The days from first to last over the width of the drawing."""

    first: date
    last: date

    def x(self, on: date) -> float:
        """Where a day stands; what lies outside stands at the edge."""
        share = (min(max(on, self.first), self.last) - self.first).days / max((self.last - self.first).days, 1)
        return round(EDGE + share * (WIDTH - 2 * EDGE), 1)


def draw(story: CaseStory) -> Markup:
    """The drawing, or nothing where no act has a day."""
    days = [_day(act.on) for act in story.acts if act.on is not None]
    if not days:
        return Markup()
    lanes = [one for one in story.duties if _drawn(one)][:MOST]
    axis = _axis(story, days, lanes)
    parts = list(_months(axis))
    top = 24
    dots, rows = _dots(story, axis, top)
    bottom = top + rows * STEP + 8
    bars: list[str] = []
    for number, one in enumerate(lanes):
        bars += _lane(one, axis, bottom + number * LANE, story)
    height = bottom + len(lanes) * LANE + 4
    back = [*_holidays(story, axis, height), *_now(story, axis, height)]
    shapes = "".join([*back, *parts, *dots, *bars])
    return Markup(  # noqa: S704 - every word was escaped
        f'<svg viewBox="0 0 {WIDTH} {height}" aria-hidden="true" focusable="false">{shapes}</svg>'
    )


def _day(on: date | datetime) -> date:
    return on.date() if isinstance(on, datetime) else on


def _drawn(one: ToldDuty) -> bool:
    return one.light in DRAWN and (one.finding.result.due is not None or one.term is not None)


def _axis(story: CaseStory, days: Sequence[date], lanes: Sequence[ToldDuty]) -> Axis:
    first, last = min(days), max(*days, _day(story.as_of))
    reach = last + timedelta(days=max(10, int((last - first).days * FAR)))
    dues = [_day(one.finding.result.due) for one in lanes if one.finding.result.due is not None]
    near = [due for due in dues if due <= reach]
    starts = [one.term.due.start for one in lanes if one.term is not None and one.term.due.start >= first]
    end = max([last, *near, *starts])
    span = (end - first).days
    return Axis(first - timedelta(days=max(1, span // 60)), end + timedelta(days=max(2, span // 30)))


def _months(axis: Axis) -> Iterator[str]:
    """The first days of months with their names, the year on the first and on every January."""
    span = (axis.last - axis.first).days / 30
    apart = next((step for most, step in MONTHS_APART if span <= most), 12)
    zh, en = language(CHINESE), language(ENGLISH)
    count = axis.first.year * 12 + axis.first.month
    firsts = [date(one // 12, one % 12 + 1, 1) for one in range(count, axis.last.year * 12 + axis.last.month)]
    ticks = [at for at in firsts if (at.month - 1) % apart == 0]
    if not ticks or axis.x(ticks[0]) > ROOM:
        yield from _words(EDGE, 12, "month", _month(axis.first, zh, year=True), _month(axis.first, en, year=True))
    for at in ticks:
        x, year = axis.x(at), at.month == 1 or (at == ticks[0] and axis.x(at) <= ROOM)
        yield f'<path class="tick" d="M{x} 14V22"/>'
        if x <= WIDTH - ROOM / 2:
            yield from _words(x + 3, 12, "month", _month(at, zh, year=year), _month(at, en, year=year))


def _month(at: date, speech: Language, *, year: bool) -> str:
    if speech.tag == CHINESE:
        return f"{at.year}年{at.month}月" if year else f"{at.month}月"
    words = speech.day(at).split()
    return f"{words[2]} {words[3]}" if year else words[2]


def _words(x: float, y: float, name: str, zh: str, en: str) -> Iterator[str]:
    """A text in both languages."""
    yield f'<text x="{x}" y="{y}" class="{name} zh" lang="zh-Hans">{escape(zh)}</text>'
    yield f'<text x="{x}" y="{y}" class="{name} en" lang="en">{escape(en)}</text>'


def _dots(story: CaseStory, axis: Axis, top: float) -> tuple[list[str], int]:
    """The acts as numbered dots, those close together in rows below one another; and how many rows there are."""
    ends: list[float] = []
    shapes: list[str] = []
    for act in story.acts:
        if act.on is None:
            continue
        x = axis.x(_day(act.on))
        row = next((place for place, end in enumerate(ends) if x - end >= 2 * DOT + 1), len(ends))
        ends[row : row + 1] = [x]
        y = top + row * STEP + DOT + 2
        shapes.append(f'<circle class="act" cx="{x}" cy="{y}" r="{DOT}"/>')
        shapes.append(f'<text class="number" x="{x}" y="{y + 3.8}">{act.number}</text>')
    return shapes, len(ends)


def _holidays(story: CaseStory, axis: Axis, height: float) -> Iterator[str]:
    """Days off by a holiday notice, as bands."""
    calendar, day = story.engine.calendar, axis.first
    while day <= axis.last:
        last = day
        while last <= axis.last and calendar.day(last).kind is DayKind.OFF:
            last += timedelta(days=1)
        if last > day:
            x = axis.x(day)
            yield f'<rect class="rest" x="{x}" y="22" width="{round(axis.x(last) - x, 1)}" height="{height - 22}"/>'
        day = last + timedelta(days=1)


def _now(story: CaseStory, axis: Axis, height: float) -> Iterator[str]:
    """The day as of which the case is told."""
    yield f'<path class="now" d="M{axis.x(_day(story.as_of))} 14V{height}"/>'


def _lane(one: ToldDuty, axis: Axis, top: float, story: CaseStory) -> Iterator[str]:
    """One term: its name, its bar, its pauses, its day, and what lies past it."""
    zh, en = language(CHINESE), language(ENGLISH)
    yield f'<path class="rule" d="M0 {top}H{WIDTH}"/>'
    sign = SIGNS[one.light]
    yield f'<text x="{EDGE}" y="{top + 14}" class="sign {one.light}">{sign}</text>'
    yield from _words(EDGE + 16, top + 14, f"name {one.light}", *(_name(one, speech) for speech in (zh, en)))
    y = top + 19
    due = one.finding.result.due
    end = axis.x(axis.last if due is None else _day(due))
    if one.term is not None:
        start = axis.x(one.term.due.start)
        yield f'<rect class="bar" x="{start}" y="{y}" width="{round(max(end - start, 1), 1)}" height="{BAR}"/>'
        yield from _pauses(one, axis, y, end)
    past = one.distance.done or (story.as_of if one.distance.over else None)
    fiction = one.light is Light.BLUE
    if one.distance.over is not None and past is not None and not fiction:
        at = axis.x(_day(past))
        yield f'<path class="over {one.light}" d="M{min(end, at)} {y + BAR / 2}H{max(end, at)}"/>'
    if one.distance.done is not None and not fiction:
        at = axis.x(_day(one.distance.done))
        yield f'<circle class="done {one.light}" cx="{at}" cy="{y + BAR / 2}" r="4"/>'
    if due is None or _day(due) > axis.last:
        yield f'<path class="beyond" d="M{end - 6} {y - 1}l6 {BAR / 2 + 1}l-6 {BAR / 2 + 1}"/>'
    else:
        yield f'<path class="flag {one.light}" d="M{end} {y + BAR + 3}V{y - 4}l7 3l-7 3"/>'


def _pauses(one: ToldDuty, axis: Axis, y: float, end: float) -> Iterator[str]:
    """The time left out, hatched; an extension that counts as a mark below, one that does not crossed out."""
    assert one.term is not None  # noqa: S101 - asked only of a term
    for fact, counts, *_ in one.term.due.judged:
        if isinstance(fact, Pause):
            last = axis.last if fact.ends is None else fact.ends
            left, right = axis.x(fact.begins), min(axis.x(last), max(end, axis.x(fact.begins)))
            if counts and right > left:
                yield f'<rect class="paused" x="{left}" y="{y}" width="{round(right - left, 1)}" height="{BAR}"/>'
                yield from (f'<path class="hatch" d="{stroke}"/>' for stroke in [_hatch(left, right, y)] if stroke)
        else:
            at = axis.x(fact.on)
            shape = f"M{at - 4} {y + BAR + 4}l4 -5l4 5z" if counts else f"M{at - 3} {y}l6 6m0 -6l-6 6"
            yield f'<path class="{"longer" if counts else "refused"}" d="{shape}"/>'


def _hatch(left: float, right: float, y: float) -> str:
    """Slanting strokes over a stretch of a bar."""
    strokes, at = [], left + BAR
    while at <= right:
        strokes.append(f"M{round(at, 1)} {y}l-{BAR} {BAR}")
        at += 6
    return "".join(strokes)


def _name(one: ToldDuty, speech: Language) -> str:
    title = one.duty.title.zh if speech.tag == CHINESE else one.duty.title.en
    far = tell_distance(one, speech)
    return f"{title} · {far}" if far else title
