"""A small drawing of the days of a term, week by week, for the terminal.

One row a week, Monday to Sunday; every day shows its number and a mark for what it was for the count. Marks differ in
shape, never in colour alone. Of a long term the first and last weeks are shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import click

from yifa.law.clock import Story
from yifa.law.clock.story import Treatment
from yifa.wording import Language

START, LAST = "▶", "■"
MARKS = {
    Treatment.COUNTED: "+",
    Treatment.MAKE_UP: "◆",
    Treatment.WEEKEND: "·",
    Treatment.OFF: "○",
    Treatment.OPEN: "?",
    Treatment.PAUSED: "/",
    Treatment.WAITING: "~",
    Treatment.LANDING: "■",
}
WEEKS_AT_EACH_END = 6


def draw_strip(story: Story, speech: Language) -> Iterator[str]:
    """The lines of the drawing, a legend last."""
    marks = _marks(story)
    if len(marks) < 2:
        return
    monday = min(marks) - timedelta(days=min(marks).weekday())
    weeks = [monday + timedelta(weeks=n) for n in range(((max(marks) - monday).days // 7) + 1)]
    names = "一二三四五六日" if speech.tag == "zh" else ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    width = 9
    yield " " * width + "".join(f"{name:>3} " if speech.tag == "zh" else f" {name:>2}  " for name in names)
    for place, week in enumerate(weeks):
        if len(weeks) > 2 * WEEKS_AT_EACH_END + 1 and WEEKS_AT_EACH_END <= place < len(weeks) - WEEKS_AT_EACH_END:
            if place == WEEKS_AT_EACH_END:
                hidden = len(weeks) - 2 * WEEKS_AT_EACH_END
                yield " " * width + speech.count("… {n} week …", "… {n} weeks …", hidden)
            continue
        yield f"{week:%Y-%m}".ljust(width) + "".join(_cell(week + timedelta(days=n), marks) for n in range(7))
    yield ""
    yield _legend(marks, speech)


def _marks(story: Story) -> dict[date, str]:
    """The mark of every day from the trigger to the last day."""
    marks = {story.due.start: START}
    for run in story.runs:
        last = run.last or run.first + timedelta(days=6)
        for offset in range((last - run.first).days + 1):
            marks[run.first + timedelta(days=offset)] = MARKS[run.treatment]
    if story.due.latest is not None:
        marks[story.due.latest] = LAST
    return marks


def _cell(day: date, marks: dict[date, str]) -> str:
    mark = marks.get(day)
    if mark is None:
        return click.style(f" {day.day:>2}  ", dim=True)
    text = f" {day.day:>2}{mark} "
    if mark in (START, LAST):
        return click.style(text, bold=True)
    return click.style(text, dim=mark in "·○~/?")


def _legend(marks: dict[date, str], speech: Language) -> str:
    used = set(marks.values())
    meanings = {
        START: speech.say("trigger day"),
        "+": speech.say("counted"),
        "◆": speech.say("make-up working day, counted"),
        "·": speech.say("weekend"),
        "○": speech.say("holiday"),
        "?": speech.say("not decided yet"),
        "/": speech.say("left out"),
        "~": speech.say("rolls over"),
        LAST: speech.say("last day"),
    }
    return "  ".join(f"{mark} {meaning}" for mark, meaning in meanings.items() if mark in used)
