/* The details of one figure or one check: value and meaning, where it stands, and every check as a sum. */
var Card = (function () {
  "use strict";

  function zh(words) {
    return Dom.el("span", { lang: "zh-Hans" }, words);
  }

  /* The sign and word of a verdict. */
  function verdict(check, book, speech) {
    const light = book.light(check);
    return Dom.el(
      "span",
      { class: "verdict " + light },
      Dom.el("span", { class: "sign", "aria-hidden": "true" }, book.sign(light) + " "),
      book.verdict(check, speech)
    );
  }

  /* The words around a figure, the figure itself marked. */
  function quote(text, figure) {
    const one = text.figures[figure];
    const clause = text.clauseOf(figure);
    return Dom.el(
      "blockquote",
      { lang: "zh-Hans" },
      clause[0] > 0 ? "…" : "",
      text.slice(clause[0], one.start),
      Dom.el("mark", {}, text.slice(one.start, one.end)),
      text.slice(one.end, clause[1]),
      "…"
    );
  }

  /* `first` is the check that led here: it is shown before the others. */
  function ofFigure(text, figure, speech, first) {
    const book = text.book;
    const one = text.figures[figure];
    const checks = text.checksOf(figure).sort((a, b) => (b === first) - (a === first));
    const rows = [];
    const row = (label, value) => {
      if (value && value.length !== 0) rows.push(Dom.el("div", {}, Dom.el("dt", {}, label), Dom.el("dd", {}, value)));
    };
    const measure = book.measures[one.measure];
    row(speech.say("Value"), [one.number, " ", one.unit ? zh(one.unit) : null]);
    row(speech.say("What is counted"), one.subject ? zh(one.subject) : null);
    row(speech.say("Predicate"), one.predicate ? zh(one.predicate) : null);
    row(speech.say("Scope"), one.scope ? zh(one.scope) : null);
    row(speech.say("Period"), one.period ? Dom.text(book.pick(one.period, speech), speech) : null);
    row(speech.say("Qualifiers"), one.qualifiers ? zh(one.qualifiers.join("、")) : null);
    row(speech.say("Kind"), book.kind(one, speech));
    row(speech.say("Measure"), measure ? definition(measure, one, book, speech) : null);
    if (one.parent !== undefined) row(speech.say("Part of"), link(text, one.parent, speech, -1, text));
    row(speech.say("Where"), Dom.text(text.placeOf(one, speech), speech));
    return [
      Dom.el(
        "div",
        { class: "figure" },
        Dom.el("p", { class: "value", lang: "zh-Hans" }, one.text),
        Dom.el("p", { class: "place" }, one.id)
      ),
      quote(text, figure),
      checks.length
        ? checks.map((check) => ofCheck(book, text, check, speech, figure))
        : Dom.el("p", { class: "none" }, speech.say("No check uses this figure.")),
      Dom.el("dl", { class: "facts" }, rows),
    ];
  }

  function definition(measure, one, book, speech) {
    const sums = measure.sums[speech.zh ? 0 : 1];
    const basis = measure.form ? [measure.form] : measure.law;
    return [
      Dom.el("strong", {}, Dom.text(book.pick(measure.words, speech), speech)),
      " ",
      Dom.el("code", {}, one.measure),
      Dom.el("p", {}, Dom.text(book.pick(measure.meaning, speech), speech)),
      sums.map((sum) => Dom.el("p", {}, Dom.text(sum, speech))),
      basis.length ? Dom.el("p", { class: "basis" }, Dom.text(basis.join("；"), speech)) : null,
    ];
  }

  /* A check with its sum and the figures it rests on; `self` is the figure already shown. */
  function ofCheck(book, text, check, speech, self) {
    const sum = book.sum(check, speech);
    const members = check.members
      ? check.members.map((member) => link(book.texts[member[0]], member[1], speech, self, text))
      : check.figures.map((figure) => link(text, figure, speech, self, text));
    if (!members.length && check.start !== undefined) members.push(spot(text, check, speech));
    return Dom.el(
      "section",
      { class: "check " + book.light(check) },
      Dom.el(
        "h3",
        {},
        verdict(check, book, speech),
        " ",
        Dom.el("span", { class: "kind" }, book.checkKind(check, speech))
      ),
      sum ? Dom.el("p", { class: "sum" }, Dom.text(sum, speech)) : null,
      Dom.el("p", { class: "message" }, Dom.text(book.rest(check, speech), speech)),
      members.length ? Dom.el("ul", { class: "members" }, members.map((one) => Dom.el("li", {}, one))) : null
    );
  }

  /* A button that leads to a figure. */
  function link(text, figure, speech, self, from) {
    const one = text.figures[figure];
    const words = [one.subject, one.predicate].filter((part) => part).join(" ");
    const place = text.placeOf(one, speech);
    const here = self === figure && text === from;
    return Dom.el(
      here ? "span" : "button",
      { type: here ? null : "button", class: "to", "data-text": here ? null : text.place, "data-to": here ? null : figure },
      Dom.el("b", { lang: "zh-Hans" }, one.text),
      words ? Dom.el("span", { lang: "zh-Hans" }, " " + words) : null,
      Dom.el("small", {}, from !== text ? Dom.text(" " + text.data.name + " · " + place, speech) : Dom.text(" " + place, speech))
    );
  }

  /* A button that leads to a place no figure stands at. */
  function spot(text, check, speech) {
    const words = text.slice(check.start, Math.min(check.end, check.start + 24)).trim();
    return Dom.el(
      "button",
      { type: "button", class: "to", "data-text": text.place, "data-at": check.start },
      Dom.el("b", { lang: "zh-Hans" }, words + (check.end - check.start > 24 ? "…" : "")),
      Dom.el("small", {}, " " + speech.say("line {n}", { n: text.line(check.start) }))
    );
  }

  /* Shown while nothing is chosen: what kind of text this is, and what to do first. */
  function ofText(text, speech) {
    const book = text.book;
    const rows = text.data.facts.map((fact) =>
      Dom.el(
        "div",
        {},
        Dom.el("dt", {}, speech.say(fact.label)),
        Dom.el("dd", {}, Dom.text(book.pick(fact.value, speech), speech))
      )
    );
    return [
      Dom.el("h2", { lang: "zh-Hans" }, text.data.title || text.data.name),
      Dom.el("dl", { class: "facts" }, rows),
      Dom.el("p", { class: "first" }, speech.say("Click a figure in the text, or press j, to see what it counts and how it was checked.")),
      Dom.el("p", { class: "caution" }, speech.say("What the machine finds is a clue, going by what the text says. A person decides.")),
    ];
  }

  return { link: link, ofCheck: ofCheck, ofFigure: ofFigure, ofText: ofText, spot: spot, verdict: verdict };
})();
