/* The numbered notes under a printed text: every check, in the order in which its figures stand. */
var Notes = (function () {
  "use strict";

  /* Number the checks, put the numbers on the marks for the printer, and list them. */
  function draw(text, speech) {
    const book = text.book;
    const across = book.across.filter((check) => check.members.some((member) => member[0] === text.place));
    const checks = text.checks
      .concat(across)
      .map((check) => ({ check: check, at: check.members ? startHere(text, check) : text.startOf(check) }))
      .sort((a, b) => a.at - b.at)
      .map((one) => one.check);
    const numbers = new Map();
    checks.forEach((check, at) => numbers.set(check, at + 1));
    text.figures.forEach((one, figure) => {
      const mark = text.marks[figure];
      if (!mark) return;
      const own = text.checksOf(figure).map((check) => numbers.get(check));
      if (own.length) mark.dataset.notes = own.sort((a, b) => a - b).join(",");
    });
    Dom.all(".spot", text.paper).forEach((spot) => {
      spot.dataset.notes = String(numbers.get(text.checks[Number(spot.dataset.c)]));
    });
    if (!checks.length) return [];
    return [
      Dom.el("h2", {}, speech.say("Notes on the figures")),
      Dom.el("p", { class: "caution" }, speech.say("What the machine finds is a clue, going by what the text says. A person decides.")),
      Dom.el("ol", {}, checks.map((check) => note(text, check, speech))),
      Dom.el(
        "p",
        { class: "signed" },
        Dom.el("span", {}, speech.say("Checked by:")),
        Dom.el("span", {}, speech.say("Day:"))
      ),
    ];
  }

  function note(text, check, speech) {
    const book = text.book;
    const light = book.light(check);
    const sum = book.sum(check, speech);
    const brief = light === "green" || light === "open";
    return Dom.el(
      "li",
      { class: light },
      Card.verdict(check, book, speech),
      " ",
      Dom.el("span", { class: "kind" }, book.checkKind(check, speech)),
      sum ? Dom.el("span", { class: "sum" }, " ", Dom.text(sum, speech)) : null,
      brief && sum ? null : Dom.el("span", { class: "message" }, " ", Dom.text(book.rest(check, speech), speech))
    );
  }

  function startHere(text, check) {
    return text.figures[check.members.find((one) => one[0] === text.place)[1]].start;
  }

  return { draw: draw };
})();
