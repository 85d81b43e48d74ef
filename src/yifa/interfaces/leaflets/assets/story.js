/* Why this day: `law/clock/story.py` in plain JavaScript, for every kind of question.

A story lists the days of an answer, each with what it was for the count (`is`), its running number (`n`), the holiday
or pause it belongs to (`name`) and whether a notice decides it (`known`). Runs put days treated alike together. */
var Story = (function () {
  "use strict";

  const AFTER_OPEN_PAUSE = 6;

  function of(answer) {
    const days = { within: within, before: before, annual: annual, hours: hours }[answer.ask] || waiting;
    const story = { answer: answer, days: days(answer) };
    story.runs = runs(story.days);
    story.total = answer.ask === "within" ? Clock.span(answer.start, granted(answer)) : null;
    return story;
  }

  /* The term and the extensions that count, cut where the rule cuts them. */
  function granted(answer) {
    const rule = answer.term.extension;
    const more = answer.judged
      .filter((one) => one.counts && !Clock.isPause(one.fact))
      .map((one) => Clock.shorter(one.fact.length, rule ? rule.atMost : null, answer.start));
    return [answer.term.length].concat(more);
  }

  function stopsOf(answer) {
    return answer.judged
      .filter((one) => one.counts && Clock.isPause(one.fact))
      .map((one) => one.fact)
      .sort((a, b) => a.begins - b.begins);
  }

  function within(answer) {
    const stops = stopsOf(answer);
    let last = answer.latest;
    if (last === null) {
      const open = stops.filter((stop) => stop.ends === null).map((stop) => stop.begins);
      last = open.length ? Math.max(Math.max.apply(null, open), answer.start) + AFTER_OPEN_PAUSE : answer.start;
    }
    const days = [];
    let n = 0;
    for (let day = answer.start + 1; day <= last; day++) {
      const found = treat(answer, day, stops);
      found.day = day;
      found.n = found.is === "counted" || found.is === "make-up" ? ++n : null;
      days.push(found);
    }
    return days;
  }

  function treat(answer, day, stops) {
    for (const stop of stops) {
      if (stop.begins < day && (stop.ends === null || day <= stop.ends)) {
        return { is: "paused", name: stop.kind, known: true, open: stop.ends === null };
      }
    }
    const working = answer.term.length.unit === "working days";
    if (!working && (answer.end === null || day <= answer.end)) return { is: "counted", name: null, known: true };
    if (!working) {
      const known = answer.calendar.day(day);
      const is = day === answer.latest ? "landing" : "waiting";
      return { is: is, name: known.name, known: known.kind !== "unknown" };
    }
    return workingDay(answer.calendar, day, answer.calendar.late);
  }

  /* What a day is for a count of working days, in one reading of the calendar. */
  function workingDay(calendar, day, reading) {
    const known = calendar.day(day);
    const certain = known.kind !== "unknown";
    if (reading.works[calendar.place(day)]) {
      const makesUp = known.kind === "make-up";
      return { is: makesUp ? "make-up" : "counted", name: makesUp ? known.name : null, known: certain };
    }
    if (!certain && Days.weekday(day) < 5) return { is: "open", name: null, known: false };
    const named = known.kind === "off";
    return { is: named ? "off" : "weekend", name: named ? known.name : null, known: certain };
  }

  /* Days counted one by one from `first` towards `last`, in the careful reading. */
  function stretch(answer, first, last, counted) {
    const step = last < first ? -1 : 1;
    const working = answer.length.unit === "working days";
    const days = [];
    let n = 0;
    for (let day = first; day !== last + step; day += step) {
      const found = working
        ? workingDay(answer.calendar, day, answer.calendar.late)
        : { is: "counted", name: null, known: true };
      const counts = found.is === "counted" || found.is === "make-up";
      if (counts && (n += 1) > counted) found.is = "waiting";
      found.day = day;
      found.n = counts && n <= counted ? n : null;
      days.push(found);
    }
    return days;
  }

  function before(answer) {
    const n = Math.abs(answer.start - answer.earliest);
    const counted = answer.length.unit === "working days" ? answer.length.n : n;
    return stretch(answer, answer.start - 1, answer.earliest, counted).reverse();
  }

  function waiting(answer) {
    const counted = answer.length.unit === "working days" ? answer.length.n : answer.counted - answer.start;
    const days = stretch(answer, answer.start + 1, answer.latest, counted);
    if (answer.ask === "after") days[days.length - 1].is = "landing";
    return days;
  }

  function annual(answer) {
    const last = Math.max.apply(null, answer.advisory.concat([answer.day]));
    const days = [];
    for (let day = answer.day; day <= last; day++) {
      const known = answer.calendar.day(day);
      days.push({
        day: day,
        is: day === answer.day ? "fixed" : "after",
        n: null,
        name: known.name,
        known: known.working !== null,
      });
    }
    return days;
  }

  function hours(answer) {
    const days = [];
    for (let day = answer.start + 1; day <= answer.moment.day; day++) {
      days.push({ day: day, is: "running", n: null, name: null, known: true });
    }
    return days;
  }

  /* Days in a row that were treated alike; an open pause has no last day. */
  function runs(days) {
    const found = [];
    days.forEach((one) => {
      const last = found[found.length - 1];
      if (
        last &&
        last.is === one.is &&
        last.name === one.name &&
        last.known === one.known &&
        last.last === one.day - 1
      ) {
        last.last = one.day;
      } else {
        found.push({ first: one.day, last: one.day, is: one.is, name: one.name, known: one.known });
      }
    });
    return found;
  }

  /* The last day of the strict reading that counts the trigger day itself (rulebook 1.8), or null. */
  function strictReading(answer) {
    if (!answer.term.firstDayStrict || answer.latest === null || answer.latest !== answer.end) return null;
    return answer.latest - 1;
  }

  return { of: of, strictReading: strictReading };
})();
