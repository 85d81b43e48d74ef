/* From what was typed to a question the clock can answer: statute and version, what 「日」 means, roll-over, facts.

`resolve` returns {errors, missing, statute, version, counting, rolls, question}; `errors` holds one text per field that
cannot be read, `missing` the fields still empty, and `question` is null until there are neither. */
var Asking = (function () {
  "use strict";

  const MOST = 999;

  function bare(name) {
    return name.trim().replace(/^[《〈]+|[》〉]+$/g, "");
  }

  function findStatute(name, data) {
    const wanted = bare(name).toLowerCase();
    return data.statutes.find((one) => one.names.some((alias) => alias.toLowerCase() === wanted)) || null;
  }

  function near(name, data, speech) {
    const wanted = bare(name).toLowerCase();
    const found = data.statutes.filter((one) => one.names.some((alias) => alias.toLowerCase().indexOf(wanted) >= 0));
    return found.slice(0, 4).map((one) => title(one, speech));
  }

  function title(statute, speech) {
    return speech.zh ? statute.short : statute.en;
  }

  function holds(version, day) {
    const from = version.from === null ? null : Days.read(version.from);
    const to = version.to === null ? null : Days.read(version.to);
    return (from === null || from <= day) && (to === null || day <= to);
  }

  /* The version in force on a day; without a day the last one, so that its rule can be shown at once. */
  function versionOn(statute, day) {
    if (day === null) return statute.versions[statute.versions.length - 1];
    return statute.versions.find((version) => holds(version, day)) || null;
  }

  function fits(line, n, who) {
    if (line.who !== "any" && line.who !== who) return false;
    if (line.lengths === "all") return true;
    return Array.isArray(line.lengths) ? line.lengths.indexOf(n) >= 0 : n <= line.lengths.upTo;
  }

  /* What a bare 「n日」 means by a counting rule: {unit, article, policy}. */
  function unitOf(counting, n, who) {
    const line = counting.lines.find((one) => fits(one, n, who));
    return line || { unit: "calendar days", article: null, policy: "P3" };
  }

  function cite(line, speech) {
    if (!line.article) return line.policy || "";
    return /^\d/.test(line.article) ? speech.say("Art. {article}", { article: line.article }) : line.article;
  }

  function policiesOf(line) {
    return line.policy === "P4" ? ["P4", "C-party-periods"] : line.policy ? [line.policy] : [];
  }

  /* Whether the statute has terms that burden the party and never roll over, such as seizure (P10). */
  function hasStrictTerms(statute, data) {
    const point = data.contested.find((one) => one.id === "C-seizure-first-day");
    return Boolean(statute && point && point.laws.some((name) => statute.names.indexOf(name) >= 0));
  }

  function resolve(state, data, calendar, speech) {
    const found = {
      errors: {},
      missing: [],
      statute: null,
      version: null,
      counting: null,
      rolls: null,
      question: null,
    };
    readLaw(found, state, data, speech);
    const asked = { ask: state.ask, who: state.who, notes: [], pauses: [], extensions: [] };
    if (state.ask === "annual") readAnnual(found, state, asked, calendar, speech);
    else readStart(found, state, asked, speech);
    found.version = found.statute ? versionOn(found.statute, asked.start === undefined ? null : asked.start) : null;
    found.counting = found.version ? found.version.counting : null;
    found.rolls = rollOver(found, state, speech);
    found.strictTerms = hasStrictTerms(found.statute, data);
    asked.firstDayStrict = found.strictTerms && !found.rolls.value;
    asked.rolls = found.rolls.value;
    readDone(found, state, asked, speech);
    if (state.ask !== "annual") readLength(found, state, asked, speech);
    if (state.ask === "within" && !asked.hours) readFacts(found, state, asked, speech);
    asked.law = found.statute ? title(found.statute, speech) : null;
    asked.article = state.art.trim() || asked.basis || null;
    noteVersion(found, asked, speech);
    if (!Object.keys(found.errors).length && !found.missing.length) found.question = asked;
    return found;
  }

  function readLaw(found, state, data, speech) {
    if (!state.law.trim()) return;
    found.statute = findStatute(state.law, data);
    if (found.statute) return;
    const names = near(state.law, data, speech);
    found.errors.law =
      speech.say("no statute with a counting rule goes by the name {name!r}", { name: bare(state.law) }) +
      (names.length
        ? speech.say("; did you mean {near}?", { near: names.join(speech.zh ? "、" : ", ") })
        : speech.say("; leave the field empty to count without a statute"));
  }

  function wrongDay(text, speech) {
    return speech.say("{value!r} is not a day: expected a form such as 2024-09-25 or 2024年9月25日", { value: text });
  }

  function readDay(found, field, text, speech) {
    const day = Days.read(text);
    if (day === null) found.errors[field] = wrongDay(text, speech);
    return day;
  }

  function readStart(found, state, asked, speech) {
    if (!state.from.trim()) found.missing.push("from");
    else {
      const day = readDay(found, "from", state.from, speech);
      if (day !== null) asked.start = day;
    }
  }

  function readAnnual(found, state, asked, calendar, speech) {
    const at = state.date.trim() ? Days.readMonthDay(state.date) : null;
    const year = Days.readNumber(state.year);
    if (!state.date.trim()) found.missing.push("date");
    else if (at === null) {
      found.errors.date = speech.say("{text!r} is no date of the year: expected MM-DD, such as 03-01", {
        text: state.date,
      });
    }
    if (!state.year.trim()) found.missing.push("year");
    else if (year === null || year < 1900 || year > 2999) {
      found.errors.year = speech.say("{value!r} is not a year: expected four digits, such as 2025", {
        value: state.year,
      });
    }
    if (at === null || year === null || found.errors.year) return;
    asked.start = Days.real(year, at[0], at[1]);
    if (asked.start === null) found.errors.date = speech.say("{year} has no such day", { year: year });
    asked.annual = { year: year, month: at[0], day: at[1], beforeWord: state.pre === "yes" };
    if (asked.start === null) delete asked.start;
  }

  function readDone(found, state, asked, speech) {
    asked.done = state.done.trim() ? readDay(found, "done", state.done, speech) : null;
  }

  function readNumber(found, field, text, speech) {
    const n = Days.readNumber(text);
    if (n !== null && n >= 1 && n <= MOST) return n;
    found.errors[field] = speech.say(
      "{text!r} is not a length: expected a whole number from 1 to {most}, such as 20 or 二十",
      {
        text: text,
        most: MOST,
      }
    );
    return null;
  }

  function readLength(found, state, asked, speech) {
    asked.hours = state.u === "h" || state.u === "min";
    if (asked.hours && state.ask !== "within") {
      found.errors.n = speech.say("hours and minutes are counted only for “within”");
    }
    asked.time = null;
    if (asked.hours && state.at.trim()) {
      asked.time = Days.readTime(state.at);
      if (asked.time === null) {
        found.errors.at = speech.say("{value!r} is not a time of day: expected a form such as 17:30", {
          value: state.at,
        });
      }
    }
    if (!state.n.trim()) {
      found.missing.push("n");
      return;
    }
    const n = readNumber(found, "n", state.n, speech);
    if (n !== null) asked.length = typed(found, n, state.u, asked, speech);
  }

  /* The length with its unit, 「日」 resolved by the statute; notes say what was resolved, or what does not agree. */
  function typed(found, n, code, asked, speech) {
    const unit = Address.UNITS[code];
    const counting = found.counting;
    const note = (text, line) => asked.notes.push(Telling.reason(text, policiesOf(line), "statute"));
    if (counting && unit === "days") {
      const line = unitOf(counting, n, asked.who);
      asked.basis = line.article;
      const values = { law: title(found.statute, speech), article: cite(line, speech) };
      values.length = speech.length({ n: n, unit: line.unit });
      note(speech.say("{law} means {length} here ({article}).", values), line);
      return { n: n, unit: line.unit };
    }
    if (counting && (unit === "working days" || unit === "calendar days")) {
      const line = unitOf(counting, n, asked.who);
      if (line.unit !== unit) {
        const values = { law: title(found.statute, speech), article: cite(line, speech), n: n };
        values.length = speech.length({ n: n, unit: line.unit });
        note(
          speech.say(
            "Note: by its own counting rule ({article}), 「{n}日」 in {law} would mean {length}; you asked otherwise.",
            values
          ),
          line
        );
      }
    }
    if (unit !== "days") return { n: n, unit: unit };
    const text = speech.say("Note: without a statute that says otherwise, 「日」 is read as calendar days (P3).");
    asked.notes.push(Telling.reason(text, ["P3"]));
    return { n: n, unit: "calendar days" };
  }

  function readFacts(found, state, asked, speech) {
    state.pauses.forEach((row, place) => {
      const field = "pauses." + place;
      if (!row.from.trim()) {
        if (row.to.trim()) found.missing.push(field + ".from");
        return;
      }
      const begins = readDay(found, field + ".from", row.from, speech);
      const ends = row.to.trim() ? readDay(found, field + ".to", row.to, speech) : null;
      if (begins !== null && ends !== null && ends < begins) {
        found.errors[field + ".to"] = speech.say("{text!r} ends before it begins", { text: row.to });
      }
      asked.pauses.push({
        begins: begins,
        ends: ends,
        kind: row.kind,
        told: row.told === "" ? null : row.told === "told",
      });
    });
    state.extensions.forEach((row, place) => {
      const field = "extensions." + place;
      if (!row.on.trim() && !row.n.trim()) return;
      if (!row.on.trim()) found.missing.push(field + ".on");
      if (!row.n.trim()) found.missing.push(field + ".n");
      const on = row.on.trim() ? readDay(found, field + ".on", row.on, speech) : null;
      const n = row.n.trim() ? readNumber(found, field + ".n", row.n, speech) : null;
      if (on === null || n === null || !asked.length) return;
      const length = typed(found, n, row.u, { who: asked.who, notes: [] }, speech);
      if ((length.unit === "working days") !== (asked.length.unit === "working days")) {
        const values = { term: speech.length(asked.length), more: speech.length(length) };
        found.errors[field + ".n"] = speech.say(
          "{term} and {more} cannot be added up: working days go only with working days",
          values
        );
      }
      asked.extensions.push({ on: on, length: length, by: null, told: null });
    });
  }

  /* Whether the last day rolls over: what the statute presets, and why. */
  function rollOver(found, state, speech) {
    const counting = found.counting;
    const preset = counting ? counting.rolls : true;
    const value = state.roll === "auto" ? preset : state.roll === "yes";
    const rests = counting ? counting.rollsRestsOn : null;
    const policies = preset ? ["P2"] : ["P10"];
    let why = speech.say("Preset: a term for doing an act rolls over (民法典 203, P2).");
    if (counting) {
      const values = { law: title(found.statute, speech), rests: rests || policies[0] };
      why = preset
        ? speech.say("Preset by {law}: rolls over ({rests}).", values)
        : speech.say("Preset by {law}: does not roll over ({rests}).", values);
    }
    return { value: value, preset: preset, changed: value !== preset, why: why, policies: policies, rests: rests };
  }

  function noteVersion(found, asked, speech) {
    if (!found.statute || asked.start === undefined) return;
    const values = { law: asked.law, day: speech.day(asked.start) };
    if (!found.version) {
      asked.notes.push(
        Telling.reason(speech.say("Note: no version of {law} is known to be in force on {day}.", values), [], "statute")
      );
    } else if (!found.counting) {
      asked.notes.push(Telling.reason(speech.say("No counting rule of its own is recorded."), ["P3"], "statute"));
    }
  }

  /* Ask the clock. Raises what the clock raises. */
  function answer(asked, calendar) {
    if (asked.ask === "annual") {
      const at = asked.annual;
      return Questions.annualDate(at.year, at.month, at.day, calendar, at.beforeWord);
    }
    if (asked.hours) return Questions.dueMoment(asked.start, asked.time, asked.length);
    if (asked.ask === "before") return Questions.countBack(asked.start, asked.length, calendar);
    if (asked.ask !== "within") return Questions.notBefore(asked.start, asked.length, calendar, asked.ask);
    const rule = { atMost: null, by: [], times: asked.extensions.length, mustTell: false };
    const term = {
      length: asked.length,
      rolls: asked.rolls,
      stopsFor: asked.pauses.map((pause) => pause.kind),
      mustTell: true,
      firstDayStrict: asked.firstDayStrict,
      extension: asked.extensions.length ? rule : null,
    };
    return Clock.due(term, asked.start, calendar, asked.pauses, asked.extensions);
  }

  return { answer: answer, cite: cite, resolve: resolve, title: title };
})();
