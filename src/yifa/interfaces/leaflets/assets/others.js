/* Tells the answers to the other questions in sentences: before an event, at least, after, fixed dates, hours. */
var Others = (function () {
  "use strict";

  /* The teller of a kind of question. */
  function of(ask) {
    return { before: before, annual: annual, hours: hours }[ask] || waiting;
  }

  function before(story, asked, speech) {
    const answer = story.answer;
    const start = { event: speech.day(answer.start), next: speech.day(answer.start - 1) };
    const text = speech.say("The day of the event, {event}, is not counted; counting goes back from {next}.", start);
    const lines = [Telling.reason(text, ["P1"]), Telling.termLine(answer.length, asked, speech)].concat(asked.notes);
    return lines.concat(Telling.leftOut(story, speech), full(answer, speech), Telling.openEnd(answer, speech));
  }

  function full(answer, speech) {
    if (answer.provisional) return [];
    const values = { day: speech.day(answer.latest) };
    const contested = speech.say(
      "Contested: on that very day; some courts want whole days between. Earlier is in order, later is too late."
    );
    return [
      Telling.reason(speech.say("Going back, the term is full on {day}, the latest day.", values)),
      Telling.reason(contested, ["C-back"]),
    ];
  }

  function waiting(story, asked, speech) {
    const answer = story.answer;
    const lines = [Telling.startLine(answer.start, speech), Telling.termLine(answer.length, asked, speech)];
    const rest = asked.notes.concat(Telling.leftOut(story, speech));
    if (!answer.provisional) {
      rest.push(Telling.reason(allowed(answer, speech), answer.ask === "after" ? ["P15"] : []));
    }
    if (answer.advisoryFrom !== null) {
      const days = { days: speech.days(answer.advisoryFrom, answer.latest - 1) };
      const text = speech.say(
        "Contested: an act on {days}; the wording is read in two ways. Earlier is not allowed.",
        days
      );
      const unit = answer.length.unit;
      const daily = unit === "working days" ? "C-after-working-days" : "C-after-30";
      rest.push(Telling.reason(text, ["P15", unit === "months" || unit === "years" ? "C-list-year" : daily]));
    }
    return lines.concat(rest, Telling.openEnd(answer, speech));
  }

  function allowed(answer, speech) {
    const values = { counted: speech.day(answer.counted), day: speech.day(answer.earliest) };
    if (answer.ask === "at-least") {
      return speech.say(
        "The term is full on {counted}; the act is allowed from that day on. A shortest time does not roll over.",
        values
      );
    }
    if (answer.length.unit === "working days") {
      return speech.say(
        "The last counted day is {counted}; the act is allowed from the next working day on, {day}.",
        values
      );
    }
    return speech.say("The last counted day is {counted}; the act is allowed from the day after it on, {day}.", values);
  }

  function annual(story, asked, speech) {
    const answer = story.answer;
    const fixed = speech.say("Fixed date: {day}", { day: speech.day(answer.day) }) + speech.say(".");
    const lines = [Telling.reason(fixed, [], asked.law ? "statute" : null)];
    lines.push(Telling.reason(speech.say("A fixed date does not roll over (P14)."), ["P14"]));
    answer.advisory.forEach((day) => {
      const values = { day: speech.day(day) };
      if (day === answer.day) {
        const text = speech.say("Contested: on {day} itself, because the text says “before”.", values);
        lines.push(Telling.reason(text, ["P5", "C-before-date"]));
      } else {
        const text = speech.say("Contested: up to {day}, the first working day after it; later is too late.", values);
        lines.push(Telling.reason(text, ["P14"]));
      }
    });
    if (answer.provisional) {
      const text = speech.say(
        "Provisional: no holiday notice decides yet which is the first working day after the date."
      );
      lines.push(Telling.reason(text));
    }
    return lines.concat(asked.notes);
  }

  function hours(story, asked, speech) {
    const answer = story.answer;
    const runs = speech.say("Hours run from the moment, through nights and holidays; nothing rolls over.");
    const lines = [Telling.reason(runs, ["P1"]), Telling.termLine(answer.length, asked, speech)].concat(asked.notes);
    if (answer.time !== null) return lines;
    const values = { earliest: speech.moment(answer.earliest), latest: speech.moment(answer.moment) };
    const text = speech.say(
      "The time of day is not given: the term ends between {earliest} and {latest}; nothing counts as late before.",
      values
    );
    return lines.concat([Telling.reason(text)]);
  }

  return { of: of };
})();
