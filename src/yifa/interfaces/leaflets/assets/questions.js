/* The other questions: `law/clock/questions.py` in plain JavaScript, function by function.

"N days before the event", "at least N", "after N", fixed annual dates, hours, and fictions. None of these rolls over.
Every answer carries its `ask`, so that the page can tell it. */
var Questions = (function () {
  "use strict";

  /* The latest day of "N days before `event`", the event's own day left out (rulebook 1.6). */
  function countBack(event, length, calendar) {
    const found = { ask: "before", start: event, length: length, provisional: false, calendar: calendar };
    if (length.unit === "working days") {
      found.latest = shiftWorking(event, -length.n, calendar, calendar.early);
      found.earliest = shiftWorking(event, -length.n, calendar, calendar.late);
      found.provisional = unknownBetween(calendar, Math.min(found.earliest, found.latest), event);
    } else {
      found.latest = found.earliest = shiftCalendar(event, length, true);
    }
    return found;
  }

  /* Working days after `sent` and before `meeting`, and whether they are enough (rulebook 1.6). */
  function clearWorkingDays(sent, meeting, calendar, needed) {
    if (unknownBetween(calendar, sent, meeting)) {
      throw new Days.OutOfCalendar(meeting, calendar.first, calendar.lastKnown || calendar.first);
    }
    const upto = calendar.late.upto;
    const clear = upto[calendar.place(meeting) - 1] - upto[calendar.place(sent)];
    if (clear >= needed) return { clear: clear, verdict: "clean" };
    const makesUp = clear === needed - 1 && calendar.day(meeting).working === true;
    return { clear: clear, verdict: makesUp ? "advisory" : "violation" };
  }

  /* The earliest day on which an act may be done that must wait; how: "at-least" or "after" (rulebook 1.7, P15). */
  function notBefore(start, length, calendar, how) {
    const found = { ask: how, start: start, length: length, provisional: false, calendar: calendar };
    const after = how === "after" ? 1 : 0;
    if (length.unit === "working days") {
      found.earliest = shiftWorking(start, length.n + after, calendar, calendar.early);
      found.latest = shiftWorking(start, length.n + after, calendar, calendar.late);
      found.counted = shiftWorking(start, length.n, calendar, calendar.late);
      found.advisoryFrom = after && found.counted + 1 < found.latest ? found.counted + 1 : null;
      found.provisional = unknownBetween(calendar, start, found.latest);
    } else {
      found.counted = shiftCalendar(start, length, false);
      found.earliest = found.latest = found.counted + after;
      found.advisoryFrom = after ? found.counted : null;
    }
    return found;
  }

  /* A date fixed for every year: it does not roll; the first working day after it may be contested (P5, P14). */
  function annualDate(year, month, day, calendar, beforeWord) {
    const on = Days.of(year, month, day);
    const late = calendar.late.landing[calendar.place(on)] + calendar.origin;
    const advisory = (beforeWord ? [on] : []).concat(late !== on ? [late] : []);
    const provisional = calendar.day(on).working === null || unknownBetween(calendar, on, late);
    return { ask: "annual", day: on, advisory: advisory, provisional: provisional, calendar: calendar };
  }

  /* Hours run from the moment; `time` is in minutes, or null where only the day is known (民法典 201). */
  function dueMoment(day, time, length) {
    if (length.unit !== "hours" && length.unit !== "minutes") throw new Clock.ImpossibleTerm("not counted by the hour");
    const run = length.n * (length.unit === "hours" ? 60 : 1);
    const at = (minutes) => ({ day: day + Math.floor(minutes / 1440), time: minutes % 1440 });
    const found = { ask: "hours", start: day, time: time, length: length };
    found.moment = at(time === null ? 1439 + run : time + run);
    found.earliest = at(time === null ? run : time + run);
    return found;
  }

  /* Whether a fiction has fired as seen on `asOf`; firesOn: "end", "start" or "day-after-end". */
  function deemed(answer, done, asOf, firesOn) {
    const latest = answer.latest;
    const unsure = (day) => answer.earliest !== null && day > answer.earliest;
    const not = (why) => ({ on: null, why: why });
    if (latest === null) return not(answer.running ? "calendar provisional" : "term stands still");
    if (done !== null && done <= latest) return not(unsure(done) ? "calendar provisional" : "done in time");
    if (asOf <= latest) return not(unsure(asOf) ? "calendar provisional" : "term not over");
    return { on: { end: latest, start: answer.start, "day-after-end": latest + 1 }[firesOn], why: "fired" };
  }

  /* How an act of that day stands: "clean", "advisory", "violation", or null while the calendar leaves it open. */
  function judge(answer, act) {
    if (answer.ask === "before") {
      if (act > answer.latest) return "violation";
      if (act < answer.earliest) return "clean";
      return answer.provisional ? null : "advisory";
    }
    if (answer.ask === "annual") {
      if (act <= answer.day) return answer.advisory.indexOf(act) >= 0 ? "advisory" : "clean";
      if (act > Math.max.apply(null, answer.advisory.concat([answer.day]))) return "violation";
      return answer.provisional ? null : "advisory";
    }
    if (act >= answer.latest) return "clean";
    if (act >= answer.earliest && answer.provisional) return null;
    return answer.advisoryFrom !== null && act >= answer.advisoryFrom ? "advisory" : "violation";
  }

  /* The n-th working day after `day`, or before it when n is negative. */
  function shiftWorking(day, n, calendar, reading) {
    const place = calendar.place(day);
    const before = place ? reading.upto[place - 1] : 0;
    const target = n > 0 ? reading.upto[place] + n : before + n + 1;
    if (target <= 0 || target >= reading.nth.length) throw new Days.OutOfCalendar(day, calendar.first, calendar.last);
    return reading.nth[target] + calendar.origin;
  }

  function shiftCalendar(day, length, backwards) {
    const forward = Clock.span(day, [length]);
    if (!backwards) return day + forward;
    if (length.unit === "calendar days") return day - length.n;
    return Days.corresponding(day, -length.n * (length.unit === "years" ? 12 : 1));
  }

  function unknownBetween(calendar, after, upto) {
    return calendar.unknownUpto[calendar.place(upto)] > calendar.unknownUpto[calendar.place(after)];
  }

  return {
    annualDate: annualDate,
    clearWorkingDays: clearWorkingDays,
    countBack: countBack,
    deemed: deemed,
    dueMoment: dueMoment,
    judge: judge,
    notBefore: notBefore,
  };
})();
