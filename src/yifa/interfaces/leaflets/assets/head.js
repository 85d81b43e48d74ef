/* The top of the answer: one large day (or the range, or that the term stands still), and how an act of a day stands. */
var Head = (function () {
  "use strict";

  /* {label, big, small, state, plain, verdict}: `big` is [date, weekday] pairs. */
  function of(story, asked, speech) {
    const answer = story.answer;
    const head = ({ within: within, annual: annual, hours: hours }[answer.ask] || other)(answer, speech);
    head.plain =
      head.label +
      (speech.zh ? "：" : ": ") +
      head.big
        .map((part) => (part.before ? part.before + (speech.zh ? "" : " ") : "") + part.plain)
        .join(speech.zh ? "至" : " – ") +
      (head.small ? (speech.zh ? "，" : "; ") + head.small : "");
    head.verdict = asked.done === null ? null : verdict(answer, asked.done, speech);
    return head;
  }

  function day(at, speech) {
    return { date: speech.date(at), week: speech.weekday(at), plain: speech.day(at) };
  }

  function words(text) {
    return { date: text, week: "", plain: text };
  }

  function within(answer, speech) {
    if (!answer.running) {
      const head = {
        label: speech.say("The term stands still"),
        big: [words(speech.say("no last day yet"))],
        state: "still",
        small: "",
      };
      if (answer.daysLeft) {
        const unit = answer.term.length.unit === "working days" ? "working days" : "calendar days";
        const left = speech.length({ n: answer.daysLeft, unit: unit });
        head.small = speech.say("{left} will run once the pause ends", { left: left });
      }
      return head;
    }
    if (answer.latest === null) {
      return { label: speech.say("Provisional"), big: [words(speech.say("not known yet"))], state: "open", small: "" };
    }
    return ranged(answer, speech, speech.say("Last day"), speech.say("Provisional: the last day lies between"));
  }

  function other(answer, speech) {
    if (answer.ask === "before") {
      return ranged(answer, speech, speech.say("Latest day"), speech.say("Provisional: the latest day lies between"));
    }
    return ranged(answer, speech, speech.say("Earliest day"), speech.say("Provisional: the earliest day lies between"));
  }

  function ranged(answer, speech, certain, open) {
    if (!answer.provisional) return { label: certain, big: [day(answer.latest, speech)], state: "sure", small: "" };
    const ends = [answer.earliest, answer.latest].filter((at) => at !== null).map((at) => day(at, speech));
    if (answer.earliest === answer.latest) {
      const small = speech.say("both readings of the calendar give this day; a notice may still move it");
      ends[0].before = speech.say("Provisional");
      return { label: certain, big: [ends[0]], state: "open", small: small };
    }
    const small = answer.ask === "within" ? speech.say("nothing counts as late before the later day") : "";
    return { label: open, big: ends, state: "open", small: small };
  }

  function annual(answer, speech) {
    return {
      label: speech.say("Fixed date"),
      big: [day(answer.day, speech)],
      state: "sure",
      small: speech.say("does not roll over"),
    };
  }

  function hours(answer, speech) {
    const at = (moment) => {
      const found = day(moment.day, speech);
      found.week += " " + Days.pad(Math.floor(moment.time / 60), 2) + ":" + Days.pad(moment.time % 60, 2);
      found.plain = speech.moment(moment);
      return found;
    };
    if (answer.time !== null)
      return { label: speech.say("Last moment"), big: [at(answer.moment)], state: "sure", small: "" };
    const small = speech.say("the time of day was not given");
    return {
      label: speech.say("The last moment lies between"),
      big: [at(answer.earliest), at(answer.moment)],
      state: "open",
      small: small,
    };
  }

  /* How an act of that day stands: {sign, tone, text}; signs differ in shape. */
  function verdict(answer, done, speech) {
    const values = { day: speech.day(done) };
    if (answer.ask === "hours") return null;
    if (answer.ask === "within") return timely(answer, done, values, speech);
    const judged = Questions.judge(answer, done);
    if (judged === null) {
      return {
        sign: "◌",
        tone: "open",
        text: speech.say("Done on {day}: open until the next holiday notice is published.", values),
      };
    }
    const all = {
      clean: ["●", "good", speech.say("in order")],
      advisory: ["◆", "doubt", speech.say("contested")],
      violation: ["▲", "bad", speech.say("not in order")],
    };
    values.verdict = all[judged][2];
    return { sign: all[judged][0], tone: all[judged][1], text: speech.say("Done on {day}: {verdict}.", values) };
  }

  function timely(answer, done, values, speech) {
    if (answer.latest === null) {
      return {
        sign: "◌",
        tone: "open",
        text: speech.say("Done on {day}: whether in time cannot be said while the term stands still.", values),
      };
    }
    if (answer.earliest !== null && done <= answer.earliest) {
      return { sign: "●", tone: "good", text: speech.say("Done on {day}: in time.", values) };
    }
    if (done <= answer.latest) {
      return {
        sign: "◌",
        tone: "open",
        text: speech.say("Done on {day}: open until the next holiday notice is published.", values),
      };
    }
    if (answer.advisoryUntil !== null && done <= answer.advisoryUntil) {
      return {
        sign: "◆",
        tone: "doubt",
        text: speech.say("Done on {day}: between two readings of the law (P13).", values),
      };
    }
    const late = done - answer.latest;
    const text = speech.count(
      "Done on {day}: {n} calendar day late.",
      "Done on {day}: {n} calendar days late.",
      late,
      values
    );
    return { sign: "▲", tone: "bad", text: text };
  }

  /* The question in one line, as it stands above the answer and on paper. */
  function question(asked, speech) {
    const values = { length: asked.length ? speech.length(asked.length) : "" };
    values.day =
      asked.start === undefined
        ? ""
        : speech.day(asked.start) +
          (asked.hours && asked.time !== null
            ? " " + Days.pad(Math.floor(asked.time / 60), 2) + ":" + Days.pad(asked.time % 60, 2)
            : "");
    const texts = {
      within: () => speech.say("within {length} after {day}", values),
      before: () => speech.say("{length} before {day}", values),
      "at-least": () => speech.say("not less than {length} after {day}", values),
      after: () => speech.say("only after {length} from {day}", values),
      annual: () => speech.say("by the fixed date of {day}", values),
    };
    const law = { law: asked.law, article: asked.article };
    const basis =
      asked.law && asked.article
        ? speech.say("{law}, Art. {article}", law)
        : asked.law
          ? speech.say("under {law}", law)
          : null;
    const who = asked.who === "party" ? speech.say("act of the party") : null;
    return [basis, texts[asked.ask](), who].filter((part) => part).join(speech.zh ? "，" : ", ");
  }

  function draw(head, asked, speech) {
    const big = [];
    head.big.forEach((part, place) => {
      if (place) big.push(" ", Dom.el("span", { class: "to" }, speech.zh ? "至" : "to"), " ");
      if (part.before) big.push(Dom.el("span", { class: "before" }, part.before), " ");
      big.push(
        Dom.el(
          "span",
          { class: "date" },
          Dom.text(part.date, speech),
          part.week ? [" ", Dom.el("span", { class: "week" }, part.week)] : null
        )
      );
    });
    const sign = { open: "◌", still: "‖" }[head.state];
    const judged = head.verdict;
    return [
      Dom.el("p", { class: "question" }, Dom.text(asked, speech)),
      Dom.el(
        "p",
        { class: "label" },
        sign ? Dom.el("span", { "aria-hidden": "true" }, sign + " ") : null,
        Dom.text(head.label, speech)
      ),
      Dom.el("p", { class: "big " + head.state }, big),
      head.small ? Dom.el("p", { class: "small" }, Dom.text(head.small, speech)) : null,
      judged
        ? Dom.el(
            "p",
            { class: "verdict " + judged.tone },
            Dom.el("span", { "aria-hidden": "true" }, judged.sign + " "),
            Dom.text(judged.text, speech)
          )
        : null,
    ];
  }

  /* What else is to be said: the statute changes while the term runs, or the day lies outside the calendar. */
  function asides(story, found, calendar, speech) {
    const answer = story.answer;
    const last = answer.ask === "within" ? answer.latest : null;
    const lines = [];
    const to = found.version && found.version.to ? Days.read(found.version.to) : null;
    if (last !== null && to !== null && last > to) {
      lines.push(
        Telling.reason(
          speech.say(
            "This text of the statute ends on {day}; a running term keeps the law under which it began (P9).",
            { day: speech.day(to) }
          ),
          ["P9"],
          "statute"
        )
      );
    }
    if (last !== null && !calendar.holds(last)) {
      const values = { first: speech.date(calendar.first), last: speech.date(calendar.last) };
      lines.push(
        Telling.reason(
          speech.say(
            "The last day lies outside the calendar of this page ({first} to {last}); whether it works is not shown.",
            values
          )
        )
      );
    }
    return lines;
  }

  return { asides: asides, draw: draw, of: of, question: question };
})();
