/* The lists: points for a person to check, figures, checks and damaged places; every row leads into the text. */
var Registers = (function () {
  "use strict";

  const AT_ONCE = 300;

  /* The points on top of the text: red ones spelled out, amber ones below them. */
  function points(text, speech) {
    const book = text.book;
    const all = text.points();
    const red = all.filter((check) => book.light(check) === "red");
    const rest = all.slice(red.length);
    const item = (check, at) =>
      Dom.el(
        "li",
        { "data-point": at, class: book.light(check) },
        Dom.el(
          "button",
          { type: "button", class: "row", "data-point": at },
          Dom.el("span", { class: "n" }, String(at + 1)),
          Dom.el(
            "span",
            { class: "told" },
            Card.verdict(check, book, speech),
            " ",
            Dom.el("span", { class: "kind" }, book.checkKind(check, speech)),
            " ",
            sum(check, book, speech),
            Dom.el("span", { class: "message" }, Dom.text(book.pick(check.message, speech), speech)),
            Dom.el("small", {}, Dom.text(" " + where(text, check, speech), speech))
          )
        )
      );
    const head = red.length
      ? speech.count("{n} point that does not add up, going by the text", "{n} points that do not add up, going by the text", red.length)
      : speech.say("Going by the text, nothing contradicts itself.");
    return [
      Dom.el("h2", { class: red.length ? "red" : "green" }, Dom.el("span", { "aria-hidden": "true" }, red.length ? "▲ " : "● "), head),
      red.length ? Dom.el("ol", {}, red.map(item)) : null,
      rest.length
        ? Dom.el(
            "details",
            { open: !red.length },
            Dom.el("summary", {}, Dom.el("span", { "aria-hidden": "true", class: "amber" }, "◆ "), speech.count("{n} more for a person to look at", "{n} more for a person to look at", rest.length)),
            Dom.el("ol", { start: red.length + 1 }, rest.map((check, at) => item(check, at + red.length)))
          )
        : null,
    ];
  }

  /* The sum of a check, unless its message says it. */
  function sum(check, book, speech) {
    const told = book.sum(check, speech);
    if (!told || book.pick(check.message, speech).indexOf(told) >= 0) return null;
    return [Dom.el("span", { class: "sum" }, Dom.text(told, speech)), " "];
  }

  function where(text, check, speech) {
    if (check.members) return speech.say("several texts");
    if (check.figures.length) return text.placeOf(text.figures[check.figures[check.figures.length - 1]], speech);
    if (check.start === undefined) return speech.say("the text as a whole");
    const section = text.sectionAt(check.start);
    return (section ? section + " · " : "") + speech.say("line {n}", { n: text.line(check.start) });
  }

  function figures(text, shown, all, speech) {
    const book = text.book;
    const rows = shown.slice(0, all ? shown.length : AT_ONCE).map((figure) => {
      const one = text.figures[figure];
      const sign = one.light ? book.sign(one.light) : "";
      return Dom.el(
        "tr",
        { "data-to": figure, "data-text": text.place },
        Dom.el("td", { class: one.light || "" }, sign),
        Dom.el("td", { class: "number" }, Dom.el("button", { type: "button", lang: "zh-Hans" }, one.text)),
        Dom.el("td", { lang: "zh-Hans" }, [one.subject, one.predicate].filter((part) => part).join(" ")),
        Dom.el("td", {}, Dom.text(one.section || "", speech))
      );
    });
    const heads = ["", speech.say("Figure"), speech.say("What is counted"), speech.say("Section")];
    return [
      shown.length ? table("figures", heads, rows, speech.say("Figures")) : Dom.el("p", { class: "none" }, speech.say("No figure passes the filters above.")),
      shown.length > rows.length
        ? Dom.el("button", { type: "button", id: "all-figures" }, speech.say("Show all {n}", { n: shown.length }))
        : null,
    ];
  }

  function checks(text, shown, speech) {
    if (!shown.length) return Dom.el("p", { class: "none" }, speech.say("No check passes the filters above."));
    return shown.map((check) => Card.ofCheck(text.book, text, check, speech, -1));
  }

  function damage(text, speech) {
    const book = text.book;
    if (!text.data.damage.length)
      return Dom.el("p", { class: "none" }, speech.say("Nothing in the text looks damaged."));
    const rows = text.data.damage.map((one, at) =>
      Dom.el(
        "tr",
        { "data-harm": at },
        Dom.el("td", { class: one.severity }, Dom.text(book.pick(book.severities[one.severity], speech), speech)),
        Dom.el("td", { class: "number" }, String(one.line)),
        Dom.el(
          "td",
          {},
          Dom.el("button", { type: "button" }, Dom.text(book.damageKind(one, speech), speech)),
          Dom.el("p", {}, Dom.text(book.pick(one.message, speech), speech)),
          one.end > one.start
            ? Dom.el("p", { class: "words", lang: "zh-Hans" }, short(text.slice(one.start, one.end)))
            : null
        )
      )
    );
    return table("damage", [speech.say("Severity"), speech.say("Line"), speech.say("What")], rows, speech.say("Damage"));
  }

  function short(words) {
    const one = words.replace(/\s+/g, " ").trim();
    return one.length > 60 ? one.slice(0, 60) + "…" : one;
  }

  function table(name, heads, rows, caption) {
    return Dom.el(
      "table",
      { class: name },
      Dom.el("caption", { class: "unseen" }, caption),
      Dom.el("thead", {}, Dom.el("tr", {}, heads.map((head) => (head ? Dom.el("th", { scope: "col" }, head) : Dom.el("td", {}))))),
      Dom.el("tbody", {}, rows)
    );
  }

  /* The points as lines of text, to be pasted into a letter. */
  function plain(text, speech) {
    const book = text.book;
    const lines = text.points().map((check, at) =>
      [
        at + 1 + (speech.zh ? "．" : ". ") + book.sign(book.light(check)) + book.verdict(check, speech),
        book.checkKind(check, speech),
        book.sum(check, speech),
        book.rest(check, speech),
        where(text, check, speech),
      ]
        .filter((part) => part)
        .join(speech.zh ? "　" : "  ")
    );
    return [text.data.title || text.data.name, speech.say("What the machine finds is a clue, going by what the text says. A person decides.")]
      .concat(lines.length ? lines : [speech.say("Going by the text, nothing contradicts itself.")])
      .join("\n");
  }

  return { checks: checks, damage: damage, figures: figures, plain: plain, points: points, table: table, where: where };
})();
