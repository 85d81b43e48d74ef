// Answers deadline vectors with the page's own clock, in the words of their `expect` (see docs/lookup/vectors.md).
(vectors) => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const calendars = new Map();
  const text = (day) => (day === null || day === undefined ? null : Days.iso(day));
  const moment = (at) => `${Days.iso(at.day)}T${Days.pad(Math.floor(at.time / 60), 2)}:${Days.pad(at.time % 60, 2)}`;

  function calendar(vector) {
    const until = vector["calendar-until"] || 2026;
    if (!calendars.has(until)) calendars.set(until, new Days.Calendar(data, until));
    return calendars.get(until);
  }

  function reached(step, start, at) {
    const pauses = (step.pauses || []).map((line) => ({
      begins: Days.read(line.from),
      ends: line.to === null ? null : Days.read(line.to),
      kind: line.kind,
      told: line.told === undefined ? null : line.told,
    }));
    const extensions = (step.extensions || []).map((line) => ({
      on: Days.read(line.on),
      length: Days.readLength(line.length),
      by: line.by === undefined ? null : line.by,
      told: line.told === undefined ? null : line.told,
    }));
    const may = step["may-extend"];
    const term = {
      length: Days.readLength(step.length),
      rolls: step.rolls !== false,
      stopsFor: step["stops-for"] || [],
      mustTell: step["told-needed"] === true,
      extension: may
        ? {
            atMost: Days.readLength(may["at-most"]),
            by: may.by || [],
            times: may.times === undefined ? 1 : may.times,
            mustTell: may["told-needed"] === true,
          }
        : null,
    };
    return Clock.due(term, start, at, pauses, extensions);
  }

  function between(day, earliest, latest, provisional) {
    if (!provisional && latest !== null) return { day: text(day), provisional: false };
    return { provisional: true, earliest: text(earliest), latest: text(latest) };
  }

  function within(found) {
    if (!found.running) return { running: false, "days-left": found.daysLeft };
    const shown = between(found.latest, found.earliest, found.latest, found.provisional);
    return Object.assign(shown, { running: true, "advisory-until": text(found.advisoryUntil) });
  }

  function chain(vector, at) {
    const days = [];
    let start = Days.read(vector.steps[0].start);
    for (const step of vector.steps) {
      if (start === null) break;
      start = reached(step, start, at).latest;
      days.push(text(start));
    }
    return { days: days };
  }

  function answer(vector) {
    const at = calendar(vector);
    const day = vector.start ? Days.read(vector.start.slice(0, 10)) : null;
    const length = vector.length ? Days.readLength(vector.length) : null;
    switch (vector.ask) {
      case "within":
        return within(reached(vector, day, at));
      case "hours": {
        const time = vector.start.length > 10 ? Days.readTime(vector.start.slice(11, 16)) : null;
        const found = Questions.dueMoment(day, time, length);
        return { moment: moment(found.moment), earliest: moment(found.earliest) };
      }
      case "before": {
        const found = Questions.countBack(day, length, at);
        return between(found.latest, found.earliest, found.latest, found.provisional);
      }
      case "clear-before": {
        const found = Questions.clearWorkingDays(Days.read(vector.sent), day, at, length.n);
        return { "clear-days": found.clear, verdict: found.verdict };
      }
      case "at-least":
      case "after": {
        const found = Questions.notBefore(day, length, at, vector.ask);
        const shown = between(found.latest, found.earliest, found.latest, found.provisional);
        return Object.assign(shown, { "advisory-from": text(found.advisoryFrom) });
      }
      case "annual": {
        const [month, date] = vector.date.split("-").map(Number);
        const found = Questions.annualDate(vector.year, month, date, at, vector["before-word"] === true);
        return { day: text(found.day), advisory: found.advisory.map(text), provisional: found.provisional };
      }
      case "chain":
        return chain(vector, at);
      default: {
        const found = reached(vector, day, at);
        const done = vector.done ? Days.read(vector.done) : null;
        return { "deemed-on": text(Questions.deemed(found, done, Days.read(vector["as-of"]), vector["fires-on"]).on) };
      }
    }
  }

  const answers = {};
  vectors.forEach((vector) => {
    try {
      answers[vector.id] = answer(vector);
    } catch (error) {
      answers[vector.id] = { error: String(error) };
    }
  });
  return answers;
};
