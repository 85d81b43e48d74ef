/* Tells an answer in sentences: `law/clock/telling.py` in plain JavaScript, and the same for the other questions.

A reason is {text, policies, source}: `policies` are ids of policies it rests on, `source` names a text of the corpus
that the page shows beside it ("statute", "rolls" or "notices"). */
var Telling = (function () {
  "use strict";

  function reason(text, policies, source) {
    return { text: text, policies: policies || [], source: source || null };
  }

  /* All reasons, in the order in which a clerk would check them. `asked`: {law, article, notes}. */
  function tell(story, asked, speech) {
    const answer = story.answer;
    const parts = answer.ask === "within" ? within : Others.of(answer.ask);
    return parts(story, asked, speech).concat(answer.calendar ? [calendarLine(answer.calendar, speech)] : []);
  }

  function within(story, asked, speech) {
    const answer = story.answer;
    return [startLine(answer.start, speech), termLine(answer.term.length, asked, speech)]
      .concat(asked.notes, leftOut(story, speech))
      .concat(answer.judged.map((one) => factLine(one, speech)))
      .concat(ending(story, speech));
  }

  function startLine(start, speech) {
    const next = speech.day(start + 1);
    return reason(
      speech.say("The trigger day, {start}, is not counted; counting starts on {next}.", {
        start: speech.day(start),
        next: next,
      }),
      ["P1"]
    );
  }

  function termLine(length, asked, speech) {
    const values = { length: speech.length(length), law: asked.law, article: asked.article };
    if (asked.law && asked.article) {
      return reason(speech.say("Term: {length} ({law}, Art. {article}).", values), [], "statute");
    }
    if (asked.law) return reason(speech.say("Term: {length} ({law}).", values), [], "statute");
    return reason(speech.say("Term: {length}.", values));
  }

  /* Holidays and weekends not counted, and make-up days counted, among the days of the term. */
  function leftOut(story, speech) {
    const lines = [];
    const by = (is) => story.runs.filter((run) => run.is === is);
    const sum = (list) => list.reduce((total, run) => total + run.last - run.first + 1, 0);
    groups(joined(by("off"))).forEach((list) => {
      const days = speech.list(list.map((run) => speech.days(run.first, run.last)));
      const holiday = speech.holiday(list[0].name);
      lines.push(reason(speech.say("Not counted, {holiday}: {days}.", { holiday: holiday, days: days })));
    });
    const weekend = sum(by("weekend"));
    if (weekend) {
      lines.push(
        reason(speech.count("Not counted: {n} day of a weekend.", "Not counted: {n} days of weekends.", weekend))
      );
    }
    const open = sum(by("open"));
    if (open) {
      lines.push(
        reason(
          speech.count(
            "Not decided yet: {n} weekday near a festival, taken as off for the latest reading.",
            "Not decided yet: {n} weekdays near a festival, taken as off for the latest reading.",
            open
          )
        )
      );
    }
    const makeUp = story.days.filter((one) => one.is === "make-up").map((one) => speech.day(one.day));
    if (makeUp.length) {
      lines.push(reason(speech.say("Counted, make-up working days: {days}.", { days: speech.list(makeUp) })));
    }
    return lines;
  }

  /* Runs of one holiday that a make-up day or a pause does not part. */
  function joined(list) {
    const found = [];
    list.forEach((run) => {
      const last = found[found.length - 1];
      if (last && last.name === run.name && run.first === last.last + 1) last.last = run.last;
      else found.push(Object.assign({}, run));
    });
    return found;
  }

  function groups(list) {
    const found = [];
    list.forEach((run) => {
      const last = found[found.length - 1];
      if (last && last[0].name === run.name) last.push(run);
      else found.push([run]);
    });
    return found;
  }

  function factLine(one, speech) {
    if (Clock.isPause(one.fact)) return pauseLine(one.fact, one, speech);
    const values = { length: speech.length(one.fact.length), day: speech.day(one.fact.on) };
    if (one.counts) {
      const cut = one.verdict === "cut" ? speech.say(" (only as far as the rule allows)") : "";
      return reason(speech.say("Extended by {length}, approved on {day}", values) + cut + speech.say("."), [
        "P12",
        "P13",
        "K-in-order",
      ]);
    }
    values.reason = because(one, speech);
    return reason(speech.say("The extension by {length} of {day} does not count: it {reason}.", values), ["P12"]);
  }

  function pauseLine(pause, one, speech) {
    const values = { kind: kind(pause.kind, speech), day: speech.day(pause.begins) };
    if (one.counts && pause.ends === null)
      return reason(speech.say("Stands still since {day}: {kind}.", values), ["P11", "K-intervals"]);
    if (pause.ends === pause.begins) {
      return reason(speech.say("{kind} on {day} began and ended on one day and takes none away.", values), [
        "P11",
        "K-intervals",
      ]);
    }
    values.days = pause.ends === null ? speech.say("since {day}", values) : speech.days(pause.begins + 1, pause.ends);
    if (one.counts) return reason(speech.say("Left out, {kind}: {days}.", values), ["P11", "K-intervals"]);
    values.reason = because(one, speech);
    const text = speech.say("{kind} ({days}) does not stop the term: it {reason}.", values);
    return reason(text, one.verdict === "not told" ? ["P8"] : ["P11", "K-intervals"]);
  }

  function because(one, speech) {
    switch (one.verdict) {
      case "over before start":
        return speech.say("was over before the term began");
      case "not told":
        return speech.say("was not told in writing");
      case "not a kind":
        return speech.say("is not of a kind that the rule lets stop this term");
      case "not extendable":
        return speech.say("meets a rule that knows no extension");
      case "not the approver":
        return speech.say("was not approved by whom the rule names");
      case "too late":
        return speech.say("came after the last day reached, {day}", { day: speech.day(one.reached) });
      default:
        return speech.say("goes beyond the number of extensions the rule allows");
    }
  }

  /* The kinds of time a term may stand still for, in words. */
  function kind(id, speech) {
    const known = {
      test: () => speech.term("pause.test", "test or appraisal"),
      hearing: () => speech.term("pause.hearing", "hearing"),
      notice: () => speech.term("pause.notice", "public notice"),
      suspension: () => speech.term("pause.suspension", "suspension"),
      "expert-review": () => speech.term("pause.expert-review", "expert review"),
      consultation: () => speech.term("pause.consultation", "consultation of others"),
      tender: () => speech.term("pause.tender", "tender"),
      auction: () => speech.term("pause.auction", "auction"),
      correction: () => speech.term("pause.correction", "correction of papers"),
      litigation: () => speech.term("pause.litigation", "pending review or suit"),
    };
    return known[id] ? known[id]() : id;
  }

  function ending(story, speech) {
    const answer = story.answer;
    if (!answer.running) {
      if (!answer.daysLeft) {
        return [reason(speech.say("The term stands still; its last day is still to come when the pause ends."))];
      }
      const unit = answer.term.length.unit === "working days" ? "working days" : "calendar days";
      const left = speech.length({ n: answer.daysLeft, unit: unit });
      return [
        reason(
          speech.say("The term stands still and has no last day yet; {left} will run once the pause ends.", {
            left: left,
          })
        ),
      ];
    }
    if (answer.latest === null) {
      return [reason(speech.say("Whether the term still runs depends on a holiday notice that is not published yet."))];
    }
    const lines = [lastDay(story, speech)];
    const strict = Story.strictReading(answer);
    if (strict !== null) {
      const values = { day: speech.day(strict) };
      lines.push(
        reason(speech.say("A strict reading counts the first day too and ends on {day}.", values), [
          "K-seizure-strict",
          "C-seizure-first-day",
        ])
      );
    }
    if (answer.advisoryUntil !== null) {
      lines.push(
        reason(
          speech.say(
            "Contested: counted from the rolled end, the extension would last until {day} (P13); " +
              "an act between the two days is only advised against.",
            { day: speech.day(answer.advisoryUntil) }
          ),
          ["P13", "C-extension-base"]
        )
      );
    }
    return lines.concat(openEnd(answer, speech));
  }

  function lastDay(story, speech) {
    const answer = story.answer;
    const day = speech.day(answer.latest);
    if (answer.latest !== answer.end) {
      const values = { end: speech.day(answer.end), why: whyNoWork(answer, speech), day: day };
      const text = answer.provisional
        ? speech.say(
            "The arithmetical last day is {end} ({why}); in the later reading the next working day is {day}.",
            values
          )
        : speech.say(
            "The arithmetical last day is {end} ({why}); the term ends on the next working day, {day}.",
            values
          );
      return reason(text, ["P2"], "rolls");
    }
    const unit = answer.term.length.unit;
    if ((unit === "months" || unit === "years") && story.total === story.days.length) {
      if (answer.provisional) return reason(speech.say("The corresponding day is {day}.", { day: day }));
      return reason(speech.say("The corresponding day is {day}, the last day.", { day: day }));
    }
    if (!answer.term.rolls && unit !== "working days" && answer.calendar.day(answer.latest).working === false) {
      return reason(
        speech.say("Day {n} is {day}, the last day; this term does not roll over although the day is no working day.", {
          n: story.total,
          day: day,
        }),
        ["P10"],
        "rolls"
      );
    }
    if (answer.provisional) {
      return reason(speech.say("In the later reading of the calendar day {n} is {day}.", { n: story.total, day: day }));
    }
    return reason(speech.say("Day {n} is {day}, the last day.", { n: story.total, day: day }));
  }

  function whyNoWork(answer, speech) {
    const day = answer.calendar.day(answer.end);
    if (day.working === null) return speech.say("not published yet whether it works");
    return day.working === false ? speech.holiday(day.name) : speech.say("the term stood still");
  }

  /* What the calendar leaves open about an answer whose last day is known or lies in a range. */
  function openEnd(answer, speech) {
    if (answer.provisional) return [reason(provisional(answer, speech))];
    if (!answer.calendar.mayStillMove(answer.latest)) return [];
    return [
      reason(
        speech.say("The notice for {year} is not published; notices have moved days at the end of December before.", {
          year: Days.parts(answer.latest).year + 1,
        })
      ),
    ];
  }

  function provisional(answer, speech) {
    const calendar = answer.calendar;
    const ends = Days.parts(answer.latest).year;
    const year = calendar.lastKnown === null ? ends : Days.parts(calendar.lastKnown).year + 1;
    if (calendar.knownYears.has(ends) || ends < year - 1) {
      return speech.say("Provisional: days of this term lie in years for which no holiday notice is loaded.");
    }
    if (answer.earliest === answer.latest) {
      return speech.say("Provisional: the holiday notice for {year} is not published yet.", { year: year });
    }
    const earliest = answer.earliest === null ? "?" : speech.day(answer.earliest);
    const values = { year: year, earliest: earliest, latest: speech.day(answer.latest) };
    if (answer.ask === "before") {
      return speech.say(
        "Provisional: the holiday notice for {year} is not published yet. The latest day lies between {earliest} and " +
          "{latest}; before {earliest} the act is in order in any case.",
        values
      );
    }
    if (answer.ask !== "within") {
      return speech.say(
        "Provisional: the holiday notice for {year} is not published yet. The earliest day lies between {earliest} and " +
          "{latest}; from {latest} on the act is in order in any case.",
        values
      );
    }
    return speech.say(
      "Provisional: the holiday notice for {year} is not published yet. The last day lies between {earliest} and " +
        "{latest}; nothing counts as late before {latest}.",
      values
    );
  }

  function calendarLine(calendar, speech) {
    const years = Array.from(calendar.knownYears).sort((a, b) => a - b);
    if (!years.length) return reason(speech.say("Calendar: no notice loaded."));
    const values = { first: years[0], last: years[years.length - 1], digest: calendar.digest };
    return reason(
      speech.say("Calendar: State Council notices for {first}–{last}, digest {digest}.", values),
      [],
      "notices"
    );
  }

  return {
    kind: kind,
    leftOut: leftOut,
    openEnd: openEnd,
    reason: reason,
    startLine: startLine,
    tell: tell,
    termLine: termLine,
  };
})();
