/* The last day of "within N": `law/clock/fold.py` in plain JavaScript, function by function.

Pauses and extensions are taken together in order of time, each judged against the last day reached by everything
before it; the roll-over comes once, at the very end. Days are whole numbers (see days.js). */
var Clock = (function () {
  "use strict";

  const NEVER = 1 << 30;

  class ImpossibleTerm extends Error {}

  /* How many days are to be counted from `start`; months and years run to the corresponding day. */
  function span(start, lengths) {
    const units = new Set(lengths.map((length) => length.unit));
    if (units.has("days") || units.has("hours") || units.has("minutes")) {
      throw new ImpossibleTerm("say calendar or working days first; hours and minutes are counted by `dueMoment`");
    }
    if (units.has("working days") && units.size > 1) {
      throw new ImpossibleTerm("working days cannot be added to another unit");
    }
    if (units.size === 1 && !units.has("months") && !units.has("years")) {
      return lengths.reduce((sum, length) => sum + length.n, 0);
    }
    let end = start;
    let months = 0;
    lengths.forEach((length) => {
      if (length.unit === "calendar days") {
        end = Days.corresponding(end, months) + length.n;
        months = 0;
      } else {
        months += length.n * (length.unit === "years" ? 12 : 1);
      }
    });
    return Days.corresponding(end, months) - start;
  }

  /* The shorter of two lengths; a most of null cuts nothing. */
  function shorter(one, most, start) {
    if (most === null) return one;
    if (one.unit === most.unit) return one.n <= most.n ? one : most;
    if (one.unit === "working days" || most.unit === "working days") {
      throw new ImpossibleTerm("working days cannot be measured against another unit");
    }
    return span(start, [one]) <= span(start, [most]) ? one : most;
  }

  /* term: {length, rolls, stopsFor: [kind], mustTell, firstDayStrict, extension: {atMost, by: [who], times, mustTell}}
     pauses: [{begins, ends or null, kind, told}]; extensions: [{on, length, by, told}] */
  function due(term, start, calendar, pauses, extensions) {
    const sieved = sieve(term, start, pauses || [], extensions || []);
    const late = new Walk(term, start, calendar, calendar.late).run(sieved.kept);
    const early = late.sure ? late : new Walk(term, start, calendar, calendar.early).run(sieved.kept);
    return {
      ask: "within",
      term: term,
      start: start,
      latest: orNull(late.due),
      earliest: orNull(early.due),
      end: orNull(late.end),
      provisional: !late.certain || early.due !== late.due,
      running: late.due < NEVER || early.due < NEVER,
      daysLeft: late.daysLeft(),
      advisoryUntil: late.secondReading(),
      judged: sieved.barred.concat(late.judged),
      calendar: calendar,
    };
  }

  function orNull(day) {
    return day >= NEVER ? null : day;
  }

  function judged(fact, counts, verdict, reached) {
    return { fact: fact, counts: counts, verdict: verdict, reached: reached === undefined ? null : reached };
  }

  function isPause(fact) {
    return "begins" in fact;
  }

  function sieve(term, start, pauses, extensions) {
    const kept = [];
    const barred = [];
    pauses.forEach((pause) => {
      const bar = barPause(term, start, pause);
      if (bar) barred.push(judged(pause, false, bar));
      else kept.push(pause);
    });
    extensions.forEach((extension) => {
      const bar = barExtension(term, extension);
      if (bar) barred.push(judged(extension, false, bar));
      else kept.push(extension);
    });
    kept.sort((a, b) => (isPause(a) ? a.begins : a.on) - (isPause(b) ? b.begins : b.on));
    return { kept: kept, barred: barred };
  }

  function barPause(term, start, pause) {
    if (term.stopsFor.indexOf(pause.kind) < 0) return "not a kind";
    if (term.mustTell && pause.told === false) return "not told";
    if (pause.ends !== null && pause.ends <= start) return "over before start";
    return null;
  }

  function barExtension(term, extension) {
    const rule = term.extension;
    if (!rule) return "not extendable";
    const named = extension.by !== null && extension.by !== undefined;
    if (rule.by.length && named && rule.by.indexOf(extension.by) < 0) return "not the approver";
    if (rule.mustTell && extension.told === false) return "not told";
    return null;
  }

  /* One pass over the facts on one reading of the calendar. */
  class Walk {
    constructor(term, start, calendar, reading) {
      this.term = term;
      this.start = start;
      this.calendar = calendar;
      this.reading = reading;
      this.lengths = [term.length];
      this.stops = [];
      this.judged = [];
      this.working = term.length.unit === "working days";
      this.sure = true;
      this.settle();
    }

    run(facts) {
      facts.forEach((fact) => {
        const on = isPause(fact) ? fact.begins : fact.on;
        const reached = orNull(this.due);
        if (on > this.due) {
          this.judged.push(judged(fact, false, "too late", reached));
        } else if (isPause(fact)) {
          this.stop(on, fact.ends === null ? NEVER : fact.ends);
          this.judged.push(judged(fact, true, "counts", reached));
        } else {
          this.judged.push(this.extend(fact, reached));
        }
      });
      return this;
    }

    /* Add a pause, merged with what it overlaps; facts come in order, so only the last stop can be touched. */
    stop(begins, ends) {
      let first = Math.max(begins, this.start);
      let last = ends;
      const before = this.stops[this.stops.length - 1];
      if (before && first <= before[1]) {
        first = before[0];
        last = Math.max(last, before[1]);
        this.stops.pop();
      }
      this.stops.push([first, last]);
      this.settle();
    }

    extend(fact, reached) {
      const rule = this.term.extension;
      if (this.lengths.length > rule.times) return judged(fact, false, "too often", reached);
      const length = shorter(fact.length, rule.atMost, this.start);
      this.lengths.push(length);
      this.settle();
      const whole = length.n === fact.length.n && length.unit === fact.length.unit;
      return judged(fact, true, whole ? "counts" : "cut", reached);
    }

    settle() {
      this.end = this.count(this.start, span(this.start, this.lengths));
      this.due = this.land(this.end);
      this.certain = this.isCertain();
      this.sure = this.sure && this.certain;
    }

    count(start, n) {
      if (this.working) return this.countWorking(start, n);
      let end = start + n;
      for (const stop of this.stops) {
        if (stop[0] >= end) break;
        end = Math.min(end + Math.max(stop[1] - Math.max(stop[0], start), 0), NEVER);
      }
      return end;
    }

    countWorking(start, n) {
      const upto = this.reading.upto;
      let target = upto[this.place(start)] + n;
      let end = this.nth(target);
      for (const stop of this.stops) {
        if (stop[0] >= end) break;
        if (stop[1] === NEVER) return NEVER;
        if (stop[1] > start) {
          target += upto[this.place(stop[1])] - upto[this.place(Math.max(stop[0], start))];
          end = this.nth(target);
        }
      }
      return end;
    }

    /* The first day at or after `end` that works and is not stopped, if the term rolls. */
    land(end) {
      if (!this.term.rolls || this.working || end >= NEVER) return end;
      const landing = this.reading.landing;
      let day = landing[this.place(end)] + this.calendar.origin;
      for (const stop of this.stops) {
        if (stop[0] >= end && stop[0] < day && day <= stop[1]) {
          if (stop[1] === NEVER) return NEVER;
          day = landing[this.place(stop[1] + 1)] + this.calendar.origin;
        }
      }
      return day;
    }

    place(day) {
      return this.calendar.place(day);
    }

    nth(target) {
      if (target >= this.reading.nth.length) {
        throw new Days.OutOfCalendar(this.start, this.calendar.first, this.calendar.last);
      }
      return this.reading.nth[target] + this.calendar.origin;
    }

    /* Whether every day that decided the last day reached is decided by a notice. */
    isCertain() {
      if (!this.working && !this.term.rolls) return true;
      let first = this.working ? this.start : this.end - 1;
      let last = this.due;
      if (first >= NEVER - 1 || this.due >= NEVER) {
        last = this.stops.length ? this.stops[this.stops.length - 1][0] : this.start;
        first = this.working ? this.start : last;
      }
      let unknown = this.unknown(first, last);
      this.stops.forEach((stop) => {
        if (stop[0] < last && stop[1] > first)
          unknown -= this.unknown(Math.max(stop[0], first), Math.min(stop[1], last));
      });
      return unknown === 0;
    }

    unknown(after, upto) {
      const counts = this.calendar.unknownUpto;
      return upto > after ? counts[this.place(upto)] - counts[this.place(after)] : 0;
    }

    /* What is left to run when the last pause, still open, ends; null while the term runs. */
    daysLeft() {
      if (this.due < NEVER) return null;
      if (this.end < NEVER) return 0;
      const open = this.stops[this.stops.length - 1];
      const upto = this.reading.upto;
      let ran = 0;
      let edge = this.start;
      this.stops
        .slice(0, -1)
        .concat([[open[0], open[0]]])
        .forEach((stop) => {
          const until = Math.max(stop[0], this.start);
          if (until > edge) ran += this.working ? upto[this.place(until)] - upto[this.place(edge)] : until - edge;
          edge = Math.max(edge, stop[1]);
        });
      return span(this.start, this.lengths) - ran;
    }

    /* P13: where a base end had rolled, the extension counted from the rolled day; only if that ends later. */
    secondReading() {
      if (this.lengths.length === 1 || !this.term.rolls || this.working || this.due >= NEVER) return null;
      let day = this.land(this.count(this.start, span(this.start, this.lengths.slice(0, 1))));
      this.lengths.slice(1).forEach((length) => {
        day = this.land(this.count(day, span(day, [length])));
      });
      return day > this.due && this.someBaseEndRolled() ? orNull(day) : null;
    }

    someBaseEndRolled() {
      for (let taken = 1; taken < this.lengths.length; taken++) {
        const end = this.count(this.start, span(this.start, this.lengths.slice(0, taken)));
        if (this.land(end) !== end) return true;
      }
      return false;
    }
  }

  return { ImpossibleTerm: ImpossibleTerm, due: due, isPause: isPause, shorter: shorter, span: span };
})();
