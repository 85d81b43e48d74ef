/* The lines under the fields: the statute's counting rule, how the typed day stands, why the term rolls over. */
var Hints = (function () {
  "use strict";

  function show(found, state, calendar, speech) {
    showLaw(found, speech);
    showDay(found, state, calendar, speech);
    showRoll(found, state, speech);
  }

  function put(id, lines, speech) {
    Dom.fill(
      Dom.byId(id),
      lines.map((line) => Dom.el("p", {}, Dom.text(line, speech)))
    );
  }

  function showLaw(found, speech) {
    const statute = found.statute;
    if (!statute) {
      put("law-hint", [], speech);
      return;
    }
    const lines = found.counting ? rule(found.counting, speech) : [];
    if (!found.version) lines.push(speech.say("No version of it is known to be in force on that day."));
    else if (!found.counting) lines.push(speech.say("No counting rule of its own is recorded."));
    put("law-hint", lines, speech);
  }

  /* The counting rule in one sentence per line of the corpus. */
  function rule(counting, speech) {
    return counting.lines.map((line, place) => {
      const rest = place > 0 && line.lengths === "all" && line.who === "any";
      const values = {
        lengths: rest ? speech.say("any other") : lengths(line, speech),
        unit: unit(line, speech),
        basis: Asking.cite(line, speech),
      };
      values.who = { agency: speech.say("organ"), party: speech.say("party") }[line.who];
      if (values.who && values.basis)
        return speech.say("In this statute 「日」 ({who}, {lengths}) means {unit}; {basis}.", values);
      if (values.basis) return speech.say("In this statute 「日」 ({lengths}) means {unit}; {basis}.", values);
      return speech.say("In this statute 「日」 ({lengths}) means {unit}.", values);
    });
  }

  function lengths(line, speech) {
    if (line.lengths === "all") return speech.say("any length");
    if (Array.isArray(line.lengths)) {
      return speech.say("{list} days", { list: line.lengths.join(speech.zh ? "、" : ", ") });
    }
    return speech.say("up to {n} days", { n: line.lengths.upTo });
  }

  function unit(line, speech) {
    return line.unit === "working days" ? speech.say("working days") : speech.say("calendar days");
  }

  /* The typed day read back with its weekday and how it stands, so that a slip is seen at once. */
  function showDay(found, state, calendar, speech) {
    const label = state.ask === "before" ? "Day of the event" : "Trigger day";
    const node = Dom.byId("from-label").firstElementChild;
    node.dataset.say = label;
    node.textContent = label === "Trigger day" ? speech.say("Trigger day") : speech.say("Day of the event");
    const day = Days.read(state.from);
    const what =
      state.ask === "before"
        ? speech.say("the day of the hearing, meeting or other event; it is not counted")
        : speech.say("the day of acceptance, service or other trigger; it is not counted");
    put("from-hint", [day === null ? what : speech.day(day) + stands(day, calendar, speech)], speech);
  }

  function stands(day, calendar, speech) {
    if (!calendar.holds(day)) return "";
    const known = calendar.day(day);
    const comma = speech.zh ? "，" : ", ";
    if (known.kind === "off") return comma + speech.say("{holiday}, off", { holiday: speech.holiday(known.name) });
    if (known.kind === "make-up") return comma + speech.say("make-up working day");
    if (known.kind === "weekend") return comma + speech.say("weekend");
    return known.kind === "working" ? comma + speech.say("working day") : "";
  }

  function showRoll(found, state, speech) {
    const length = found.question ? found.question.length : null;
    const moot = state.u === "wd" || (length && length.unit === "working days") || false;
    Form.showRoll(found.rolls, moot);
    if (moot) {
      put("roll-hint", [speech.say("Counted in working days, the last day is always a working day.")], speech);
      return;
    }
    const lines = [found.rolls.why];
    if (found.strictTerms && found.rolls.value) {
      lines.push(speech.say("Seizure, freezing and other terms of P10 do not roll over: choose so for them."));
    }
    put("roll-hint", lines, speech);
    if (found.rolls.changed) {
      const back = Dom.el(
        "button",
        { type: "button", id: "roll-preset", class: "link" },
        speech.say("Back to the preset")
      );
      Dom.byId("roll-hint").append(Dom.el("p", {}, Dom.text(speech.say("Changed here by hand."), speech), " ", back));
    }
  }

  return { lengths: lengths, rule: rule, show: show };
})();
