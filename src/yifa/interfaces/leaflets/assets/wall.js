/* Draws an answer as months of a Chinese wall calendar, Monday to Sunday.

Every day of the term shows its running number; make-up days and days off carry 班 and 休, days left out are hatched,
the trigger day is outlined and the last day solid. Each state has a sign of its own, never colour alone. */
var Wall = (function () {
  "use strict";

  const MOST = 6;
  const FIRST = 2;
  const LAST = 3;
  const SIGNS = {
    zh: { off: "休", on: "班", out: "停", start: "起", event: "事" },
    en: { off: "off", on: "on", out: "out", start: "start", event: "event" },
  };

  function draw(story, calendar, done, speech) {
    const cells = mark(story, done, speech);
    const keys = Array.from(cells.keys());
    const months = between(Math.min.apply(null, keys), Math.max.apply(null, keys));
    const used = new Set();
    cells.forEach((cell) => cell.classes.forEach((name) => used.add(name)));
    const paint = (at) => month(at, cells, calendar, used, speech);
    let blocks;
    if (months.length <= MOST) {
      blocks = months.map(paint);
    } else {
      const hidden = months.length - FIRST - LAST;
      const gap = speech.count("… {n} month left out …", "… {n} months left out …", hidden);
      blocks = months.slice(0, FIRST).map(paint);
      blocks.push(Dom.el("p", { class: "gap" }, gap));
      blocks = blocks.concat(months.slice(-LAST).map(paint));
    }
    return [
      Dom.el("div", { class: "months", "data-count": String(blocks.length) }, blocks),
      legend(used, story, speech),
    ];
  }

  function between(first, last) {
    const months = [];
    const at = Days.parts(first);
    const end = Days.parts(last);
    for (let count = at.year * 12 + at.month - 1; count <= end.year * 12 + end.month - 1; count++) {
      months.push({ year: Math.floor(count / 12), month: (count % 12) + 1 });
    }
    return months;
  }

  /* What each day of the answer shows: {classes, n, words}. */
  function mark(story, done, speech) {
    const answer = story.answer;
    const cells = new Map();
    const add = (day, name, words) => {
      const cell = cells.get(day) || { classes: [], n: null, sign: null, words: [] };
      if (name) cell.classes.push(name);
      if (words) cell.words.push(words);
      cells.set(day, cell);
      return cell;
    };
    story.days.forEach((one) => (add(one.day, one.is, treated(one, speech)).n = one.n));
    if (answer.start !== undefined)
      add(answer.start, "start", startWords(answer, speech)).sign = startSign(answer, speech);
    endDays(answer, speech).forEach((end) => add(end.day, end.name, end.words));
    contested(answer).forEach((day) => add(day, "contested", speech.say("contested")));
    if (done !== null) add(done, "done", speech.say("day of the act"));
    return cells;
  }

  function startWords(answer, speech) {
    return answer.ask === "before" ? speech.say("day of the event") : speech.say("trigger day");
  }

  function startSign(answer, speech) {
    return answer.ask === "before" ? SIGNS[speech.tag].event : SIGNS[speech.tag].start;
  }

  function treated(one, speech) {
    switch (one.is) {
      case "counted":
        return one.n === null ? null : speech.say("day {n}", { n: one.n });
      case "make-up":
        return speech.say("day {n}", { n: one.n });
      case "paused":
        return speech.say("left out: {kind}", { kind: Telling.kind(one.name, speech) });
      case "off":
      case "weekend":
        return speech.say("not counted");
      case "open":
        return speech.say("not decided yet");
      case "waiting":
        return speech.say("past the end, not the last day yet");
      default:
        return null;
    }
  }

  /* The days the answer names: one solid day, or the two ends of a range. */
  function endDays(answer, speech) {
    if (answer.ask === "annual")
      return [{ day: answer.day, name: answer.provisional ? "maybe" : "last", words: speech.say("fixed date") }];
    if (answer.ask === "hours") {
      const name = answer.time === null ? "maybe" : "last";
      return [{ day: answer.moment.day, name: name, words: speech.say("last moment") }];
    }
    if (answer.latest === null) return [];
    const word =
      { within: speech.say("last day"), before: speech.say("latest day") }[answer.ask] || speech.say("earliest day");
    if (!answer.provisional) return [{ day: answer.latest, name: "last", words: word }];
    const ends = [{ day: answer.latest, name: "maybe", words: speech.say("at the latest") }];
    if (answer.earliest !== null && answer.earliest !== answer.latest) {
      ends.unshift({ day: answer.earliest, name: "maybe", words: speech.say("at the earliest") });
    }
    return ends;
  }

  function contested(answer) {
    if (answer.ask === "annual") {
      const last = Math.max.apply(null, answer.advisory.concat([answer.day]));
      const first = answer.advisory.indexOf(answer.day) >= 0 ? answer.day : answer.day + 1;
      return Array.from({ length: last - first + 1 }, (none, place) => first + place);
    }
    if (answer.ask === "before") return answer.provisional ? [] : [answer.latest];
    const days = [];
    if (answer.ask === "within" && answer.advisoryUntil !== null) {
      for (let day = answer.latest + 1; day <= answer.advisoryUntil; day++) days.push(day);
    }
    if (answer.ask === "after" && answer.advisoryFrom !== null) {
      for (let day = answer.advisoryFrom; day < answer.latest; day++) days.push(day);
    }
    return days;
  }

  function month(at, cells, calendar, used, speech) {
    const first = Days.of(at.year, at.month, 1);
    const length = Days.monthLength(at.year, at.month);
    const rows = [];
    let row = [];
    for (let blank = 0; blank < Days.weekday(first); blank++) row.push(Dom.el("td", { class: "blank" }));
    for (let day = first; day < first + length; day++) {
      row.push(cell(day, cells.get(day), calendar, used, speech));
      if (row.length === 7) {
        rows.push(Dom.el("tr", {}, row));
        row = [];
      }
    }
    if (row.length) {
      while (row.length < 7) row.push(Dom.el("td", { class: "blank" }));
      rows.push(Dom.el("tr", {}, row));
    }
    const letters = speech.zh ? Array.from("一二三四五六日") : ["M", "T", "W", "T", "F", "S", "S"];
    const names = letters.map((letter, place) =>
      Dom.el("th", { scope: "col", abbr: speech.weekday(first - Days.weekday(first) + place) }, letter)
    );
    return Dom.el(
      "table",
      { class: "month" },
      Dom.el("caption", {}, speech.month(at.year, at.month)),
      Dom.el("thead", {}, Dom.el("tr", {}, names)),
      Dom.el("tbody", {}, rows)
    );
  }

  function cell(day, marked, calendar, used, speech) {
    const known = calendar.day(day);
    const classes = marked ? marked.classes.slice() : ["outside"];
    const words = [speech.day(day)].concat(stands(known, speech), marked ? marked.words : []);
    const sign = known.kind === "off" ? SIGNS[speech.tag].off : known.kind === "make-up" ? SIGNS[speech.tag].on : null;
    if (sign) {
      classes.push(known.kind === "off" ? "rest" : "work");
      used.add(known.kind === "off" ? "rest" : "work");
    }
    if (Days.weekday(day) >= 5) classes.push("sunday");
    return Dom.el(
      "td",
      { class: Array.from(new Set(classes)).join(" "), title: words.filter((word) => word).join(" · ") },
      Dom.el("span", { class: "d" }, String(Days.parts(day).day)),
      sign ? Dom.el("span", { class: "sign", "aria-hidden": "true" }, sign) : null,
      marked ? Dom.el("span", { class: "n", "aria-hidden": "true" }, inside(marked, speech)) : null,
      marked
        ? Dom.el(
            "span",
            { class: "unseen" },
            words
              .slice(1)
              .filter((word) => word)
              .join(", ")
          )
        : null
    );
  }

  /* What stands in the lower half of a day: its number, or a sign for why it has none. */
  function inside(marked, speech) {
    const has = (name) => marked.classes.indexOf(name) >= 0;
    const flag = (has("done") ? "✓" : "") + (has("contested") ? "≈" : "");
    if (marked.n !== null) return flag + marked.n;
    if (has("paused")) return flag + SIGNS[speech.tag].out;
    if (has("open")) return flag + "?";
    if (marked.sign) return flag + marked.sign;
    if (has("waiting")) return flag + "→";
    return flag;
  }

  function stands(known, speech) {
    if (known.kind === "off") return speech.say("{holiday}, off", { holiday: speech.holiday(known.name) });
    if (known.kind === "make-up") return speech.say("make-up working day");
    if (known.kind === "weekend") return speech.say("weekend");
    return null;
  }

  /* The meaning of the signs that were used. */
  function legend(used, story, speech) {
    const ends = {
      before: speech.say("latest day"),
      annual: speech.say("fixed date"),
      hours: speech.say("last moment"),
      within: speech.say("last day"),
    };
    const meanings = [
      ["start", startSign(story.answer, speech), startWords(story.answer, speech)],
      ["counted", "1", speech.say("counted")],
      ["work", SIGNS[speech.tag].on, speech.say("make-up working day")],
      ["rest", SIGNS[speech.tag].off, speech.say("day off by holiday notice")],
      ["open", "?", speech.say("not decided yet")],
      ["paused", SIGNS[speech.tag].out, speech.say("left out")],
      ["waiting", "→", speech.say("past the end, not the last day yet")],
      ["contested", "≈", speech.say("contested")],
      ["maybe", "", speech.say("earliest or latest, not certain")],
      ["last", "", ends[story.answer.ask] || speech.say("earliest day")],
      ["done", "✓", speech.say("day of the act")],
    ];
    const items = meanings
      .filter((one) => used.has(one[0]))
      .map((one) =>
        Dom.el("li", {}, Dom.el("span", { class: "sample " + one[0], "aria-hidden": "true" }, one[1]), " " + one[2])
      );
    return Dom.el("ul", { class: "legend", "aria-label": speech.say("Signs") }, items);
  }

  return { draw: draw };
})();
