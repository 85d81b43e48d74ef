// Answers questions made up at random with the page's own clock; see test_same_clock.py for the other side.
(questions) => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const calendar = new Days.Calendar(data);
  const languages = { zh: new Speech.Language("zh", data), en: new Speech.Language("en", data) };
  const text = (day) => (day === null || day === undefined ? null : Days.iso(day));
  const moment = (at) => `${Days.iso(at.day)}T${Days.pad(Math.floor(at.time / 60), 2)}:${Days.pad(at.time % 60, 2)}`;
  const VERDICTS = {
    counts: "counts",
    cut: "counts up to the most the rule allows",
    "over before start": "was over before the term began",
    "not a kind": "is not of a kind that stops this term",
    "not told": "was not told in writing",
    "too late": "came after the last day reached",
    "not extendable": "the rule knows no extension",
    "not the approver": "was not approved by whom the rule names",
    "too often": "goes beyond the number the rule allows",
  };

  function within(question, start, length) {
    const may = question["may-extend"];
    const term = {
      length: length,
      rolls: question.rolls,
      stopsFor: question["stops-for"],
      mustTell: question["told-needed"],
      extension: may
        ? { atMost: Days.readLength(may["at-most"]), by: may.by, times: may.times, mustTell: may["told-needed"] }
        : null,
    };
    const pauses = question.pauses.map((one) => ({
      begins: Days.read(one.from),
      ends: one.to === null ? null : Days.read(one.to),
      kind: one.kind,
      told: one.told,
    }));
    const extensions = question.extensions.map((one) => ({
      on: Days.read(one.on),
      length: Days.readLength(one.length),
      by: one.by,
      told: one.told,
    }));
    const found = Clock.due(term, start, calendar, pauses, extensions);
    const story = Story.of(found);
    const tell = (speech) => Telling.tell(story, { law: null, article: null, notes: [] }, speech).map((one) => one.text);
    return {
      latest: text(found.latest),
      earliest: text(found.earliest),
      end: text(found.end),
      provisional: found.provisional,
      running: found.running,
      daysLeft: found.daysLeft,
      advisory: text(found.advisoryUntil),
      judged: found.judged.map((one) => [one.counts, VERDICTS[one.verdict], text(one.reached)]),
      counted: found.latest === null ? null : story.days.filter((one) => one.n !== null).length,
      told: found.provisional ? null : { zh: tell(languages.zh), en: tell(languages.en) },
    };
  }

  return questions.map((question) => {
    const start = Days.read(question.start);
    const length = Days.readLength(question.length);
    const at = Days.parts(start);
    switch (question.ask) {
      case "before": {
        const found = Questions.countBack(start, length, calendar);
        return { latest: text(found.latest), earliest: text(found.earliest), provisional: found.provisional };
      }
      case "at-least":
      case "after": {
        const found = Questions.notBefore(start, length, calendar, question.ask);
        const shown = { latest: text(found.latest), earliest: text(found.earliest), provisional: found.provisional };
        return Object.assign(shown, { advisory: text(found.advisoryFrom) });
      }
      case "annual": {
        const found = Questions.annualDate(at.year, at.month, Math.min(at.day, 28), calendar, question["before-word"]);
        return { day: text(found.day), advisory: found.advisory.map(text), provisional: found.provisional };
      }
      case "hours": {
        const found = Questions.dueMoment(start, question.time === null ? null : Days.readTime(question.time), length);
        return { moment: moment(found.moment), earliest: moment(found.earliest) };
      }
      default:
        return within(question, start, length);
    }
  });
};
