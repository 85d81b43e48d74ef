/* What was read, with the way from figures to checks, marks and words and back. */
var Readings = (function () {
  "use strict";

  const BREAKS = "。；;\n";
  const LIGHTS = ["red", "amber", "green", "open"];
  const POINTS = ["red", "amber"];

  /* One text with its marks; `place` is its number in the page. */
  class Text {
    constructor(data, place, book) {
      this.data = data;
      this.place = place;
      this.book = book;
      this.paper = Dom.byId("paper" + place);
      this.figures = data.figures;
      this.checks = data.checks;
      this.words = this.paper.textContent;
      this.plain = Array.from(this.words).length === this.words.length ? this.words : Array.from(this.words);
      this.marks = [];
      Dom.all(".fig", this.paper).forEach((mark) => {
        if (!this.marks[mark.dataset.f]) this.marks[Number(mark.dataset.f)] = mark;
      });
      this.used = this.figures.map(() => []);
      this.checks.forEach((check, number) => check.figures.forEach((figure) => this.used[figure].push(number)));
      this.across = this.figures.map(() => []);
      book.across.forEach((check, number) =>
        check.members.forEach((member) => {
          if (member[0] === place) this.across[member[1]].push(number);
        })
      );
      this.clauses = [];
    }

    slice(start, end) {
      const part = this.plain.slice(start, end);
      return typeof part === "string" ? part : part.join("");
    }

    /* The checks of a figure, within the text and over several, worst first. */
    checksOf(figure) {
      const checks = this.used[figure].map((number) => this.checks[number]);
      return inOrder(checks.concat(this.across[figure].map((number) => this.book.across[number])), this.book);
    }

    /* The mark of a figure; one that overlaps another is found through it. */
    markOf(figure) {
      if (this.marks[figure]) return this.marks[figure];
      const start = this.figures[figure].start;
      const cover = this.figures.findIndex((one, at) => this.marks[at] && one.start <= start && start < one.end);
      return cover < 0 ? null : this.marks[cover];
    }

    /* The part of a sentence a figure stands in, as [start, end]. */
    clauseOf(figure) {
      if (!this.clauses[figure]) {
        const one = this.figures[figure];
        let start = one.start;
        let end = one.end;
        while (start > 0 && BREAKS.indexOf(this.plain[start - 1]) < 0 && one.start - start < 60) start--;
        while (end < this.plain.length && BREAKS.indexOf(this.plain[end]) < 0 && end - one.end < 40) end++;
        this.clauses[figure] = [start, end];
      }
      return this.clauses[figure];
    }

    /* What a search looks at. */
    searched(figure, speech) {
      const one = this.figures[figure];
      const clause = this.clauseOf(figure);
      const measure = this.book.measures[one.measure];
      return [one.id, one.number, one.measure, measure && this.book.pick(measure.words, speech)]
        .concat([one.subject, one.predicate, this.slice(clause[0], clause[1])])
        .filter((part) => part)
        .join(" ")
        .toLowerCase();
    }

    /* The place of a check in the text: of its last figure, or its own. */
    startOf(check) {
      if (check.figures.length) return this.figures[check.figures[check.figures.length - 1]].start;
      return check.start === undefined ? Infinity : check.start;
    }

    /* The checks that a person should look at: red first, then amber, each in the order of the text. */
    points() {
      const across = this.book.across.filter((check) => check.members.some((member) => member[0] === this.place));
      const found = this.checks.concat(across).filter((check) => POINTS.indexOf(this.book.light(check)) >= 0);
      return inOrder(found, this.book, (check) => (check.members ? -1 : this.startOf(check)));
    }

    /* Words for where a place is. */
    placeOf(one, speech) {
      const parts = [];
      if (one.section) parts.push(one.section);
      if (one.place) parts.push(one.place);
      if (one.line) parts.push(speech.say("line {n}", { n: one.line }));
      return parts.join(" · ");
    }

    line(start) {
      let line = 1;
      for (let at = 0; at < start; at++) if (this.plain[at] === "\n") line++;
      return line;
    }

    sectionAt(start) {
      const found = this.data.sections.filter((one) => one.start <= start && start < one.end);
      return found.length ? found[found.length - 1].path : "";
    }
  }

  class Book {
    constructor(data) {
      Object.assign(this, data);
      this.order = Object.keys(data.verdicts);
      this.texts = data.documents.map((one, place) => new Text(one, place, this));
    }

    light(check) {
      return check.light;
    }

    sign(light) {
      const found = this.order.find((verdict) => this.verdicts[verdict].light === light);
      return found ? this.verdicts[found].sign : "";
    }

    /* A text in the language spoken. */
    pick(words, speech) {
      if (words === null || words === undefined) return "";
      return typeof words === "string" ? words : words[speech.tag];
    }

    verdict(check, speech) {
      return this.pick(this.verdicts[check.verdict].words, speech);
    }

    /* The word of a verdict without the request that stands in brackets after it. */
    short(verdict, speech) {
      return this.pick(this.verdicts[verdict].words, speech).replace(/\s*[（(](请|please)[^）)]*[）)]/, "");
    }

    /* The sum of a check; a bare number is none. */
    sum(check, speech) {
      const sum = this.pick(check.computation, speech);
      return /^\d*$/.test(sum) ? "" : sum;
    }

    /* The message of a check, without the sum where it begins with it. */
    rest(check, speech) {
      const sum = this.sum(check, speech);
      const message = this.pick(check.message, speech);
      if (!sum || message.indexOf(sum) !== 0 || message === sum) return message === sum ? "" : message;
      return message.slice(sum.length).replace(/^[\s,，:：;；]+/, "");
    }

    checkKind(check, speech) {
      const known = this.checkKinds[check.kind];
      return known ? this.pick(known, speech) : check.kind;
    }

    damageKind(damage, speech) {
      const known = this.damageKinds[damage.kind];
      return known ? this.pick(known, speech) : damage.kind;
    }

    kind(figure, speech) {
      return this.pick(this.kinds[figure.kind].words, speech);
    }

    measure(figure, speech) {
      const known = this.measures[figure.measure];
      return known ? this.pick(known.words, speech) : figure.measure || "";
    }

    /* The verdicts that these checks came to: how many, and the worst light among them. */
    counts(checks) {
      const counts = {};
      this.order.forEach((verdict) => (counts[verdict] = { n: 0, light: this.verdicts[verdict].light }));
      inOrder(checks, this).forEach((check) => {
        const one = counts[check.verdict];
        if (!one.n++) one.light = this.light(check);
      });
      return counts;
    }
  }

  /* Checks the worst first; with `second`, red ones stand in its order whatever their verdict. */
  function inOrder(checks, book, second) {
    const verdict = (check) => book.order.indexOf(check.verdict);
    const key = (check) => {
      const light = LIGHTS.indexOf(book.light(check));
      return second ? [light, light === 0 ? 0 : verdict(check), second(check)] : [light, verdict(check)];
    };
    return checks
      .map((check, at) => ({ check: check, key: key(check).concat(at) }))
      .sort((a, b) => a.key.reduce((found, part, at) => found || (part < b.key[at] ? -1 : part > b.key[at] ? 1 : 0), 0))
      .map((one) => one.check);
  }

  return { Book: Book, POINTS: POINTS, inOrder: inOrder };
})();
