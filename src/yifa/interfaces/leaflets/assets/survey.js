/* All texts at a glance: one row each, the checks over several texts, and measures side by side. */
var Survey = (function () {
  "use strict";

  function draw(book, speech) {
    return [
      Dom.el("h2", {}, speech.say("The texts")),
      Dom.el("div", { class: "wide" }, texts(book, speech)),
      book.refused.length ? refused(book, speech) : null,
      Dom.el("h2", {}, speech.say("Between the texts")),
      book.across.length
        ? between(book, speech)
        : Dom.el("p", { class: "none" }, speech.say("No check sets these texts against each other.")),
      Dom.el("h2", {}, speech.say("Measures side by side")),
      book.comparison.length
        ? [
            Dom.el("p", { class: "caution" }, speech.say("Going by the texts; growth is worked out between reports of one authority only.")),
            Dom.el("div", { class: "wide" }, comparison(book, speech)),
          ]
        : Dom.el("p", { class: "none" }, speech.say("No measure is stated by more than one of the texts.")),
    ];
  }

  /* What a person should look at, whole; the rest one click away. */
  function between(book, speech) {
    const all = Readings.inOrder(book.across, book);
    const points = all.filter((check) => Readings.POINTS.indexOf(book.light(check)) >= 0);
    const rest = all.slice(points.length);
    const cards = (checks) => checks.map((check) => Card.ofCheck(book, null, check, speech, -1));
    return [
      Dom.el("div", { class: "between" }, cards(points)),
      rest.length
        ? Dom.el(
            "details",
            { class: "between" },
            Dom.el(
              "summary",
              {},
              speech.count("{n} check that agrees or cannot be made", "{n} checks that agree or cannot be made", rest.length)
            ),
            cards(rest)
          )
        : null,
    ];
  }

  function texts(book, speech) {
    const used = book.order.filter((verdict) =>
      book.texts.some((text) => text.checks.some((check) => check.verdict === verdict))
    );
    const heads = [speech.say("Text"), speech.say("Figures"), speech.say("with a measure")]
      .concat(used.map((verdict) => book.verdicts[verdict].sign + " " + book.short(verdict, speech)))
      .concat(speech.say("Damage"));
    const rows = book.texts.map((text) => {
      const counts = book.counts(text.checks);
      const counting = text.figures.filter((one) => book.kinds[one.kind].counts);
      const number = (n, light) => Dom.el("td", { class: "number" + (n && light ? " " + light : "") }, n ? String(n) : "—");
      return Dom.el(
        "tr",
        { "data-text": text.place },
        Dom.el(
          "th",
          { scope: "row" },
          Dom.el("button", { type: "button", lang: "zh-Hans", "data-text": text.place }, text.data.name),
          Dom.el("small", {}, " " + text.data.file)
        ),
        number(counting.length),
        number(counting.filter((one) => one.measure).length),
        used.map((verdict) => number(counts[verdict].n, counts[verdict].light)),
        number(text.data.damage.length)
      );
    });
    return Registers.table("texts-table", heads, rows, speech.say("The texts"));
  }

  /* A row for each measure, a column for each text; growth stands under the later figure. */
  function comparison(book, speech) {
    const heads = [speech.say("Measure")]
      .concat(book.texts.map((text) => text.data.short))
      .concat(speech.say("Not of one definition"));
    const rows = book.comparison.map((row) =>
      Dom.el(
        "tr",
        {},
        Dom.el("th", { scope: "row", class: row.measure ? null : "unmapped" }, Dom.text(book.pick(row.words, speech), speech)),
        row.cells.map((cell, place) => compared(book, row, cell, place, speech)),
        Dom.el("td", {}, row.differences.map((one) => book.pick(one, speech)).join(speech.zh ? "；" : "; "))
      )
    );
    const table = Registers.table("comparison", heads, rows, speech.say("Measures side by side"));
    Dom.all("thead th", table).slice(1, -1).forEach((head) => (head.lang = "zh-Hans"));
    return table;
  }

  function compared(book, row, cell, place, speech) {
    if (!cell) return Dom.el("td", { class: "number" }, "—");
    const figure = book.texts[place].figures[cell.figure];
    const growth = row.growth.filter((one) => one.later === place);
    return Dom.el(
      "td",
      { class: "number" },
      Dom.el("button", { type: "button", lang: "zh-Hans", "data-text": place, "data-to": cell.figure }, figure.number + (figure.unit || "")),
      cell.others ? Dom.el("small", {}, " " + speech.count("and {n} more", "and {n} more", cell.others)) : null,
      growth.map((one) => Dom.el("p", { class: "growth" }, book.pick(one.words, speech)))
    );
  }

  function refused(book, speech) {
    return Dom.el(
      "ul",
      { class: "refused" },
      book.refused.map((one) =>
        Dom.el("li", {}, Dom.el("span", { "aria-hidden": "true" }, "▲ "), Dom.text(book.pick(one.message, speech), speech))
      )
    );
  }

  return { draw: draw };
})();
