/* Which figures are shown: by verdict, kind, section, measure and words; the others lose their marks. */
var Sieve = (function () {
  "use strict";

  const COUNTING = "counting";
  const UNCHECKED = "unchecked";

  class Sieve {
    constructor() {
      this.verdicts = [];
      this.kind = COUNTING;
      this.measured = "";
      this.section = "";
      this.search = "";
    }

    /* Whether anything but the usual is chosen. */
    narrowed() {
      return this.verdicts.length > 0 || this.kind !== COUNTING || !!(this.measured || this.section || this.search);
    }

    passes(text, figure, speech) {
      const one = text.figures[figure];
      if (this.kind === COUNTING ? !text.book.kinds[one.kind].counts : this.kind && this.kind !== one.kind) return false;
      if (this.measured && (this.measured === "yes") !== !!one.measure) return false;
      if (this.section && !within(one.start, text.data.sections[this.section])) return false;
      if (this.verdicts.length && !this._verdict(text, figure)) return false;
      if (this.search && text.searched(figure, speech).indexOf(this.search) < 0) return false;
      return true;
    }

    _verdict(text, figure) {
      const checks = text.used[figure].map((number) => text.checks[number]);
      const all = checks.concat(text.across[figure].map((number) => text.book.across[number]));
      if (!all.length) return this.verdicts.indexOf(UNCHECKED) >= 0;
      return all.some((check) => this.verdicts.indexOf(check.verdict) >= 0);
    }

    /* Whether a check passes: by verdict, section and words. */
    passesCheck(text, check, speech) {
      const book = text.book;
      if (this.verdicts.length && this.verdicts.indexOf(check.verdict) < 0) return false;
      const own = check.members ? [] : check.figures;
      if (this.section) {
        const places = own.map((figure) => text.figures[figure].start);
        if (check.start !== undefined) places.push(check.start);
        if (!places.some((place) => within(place, text.data.sections[this.section]))) return false;
      }
      if (!this.search) return true;
      const said = [book.pick(check.computation, speech), book.pick(check.message, speech)];
      return (
        said.concat(book.checkKind(check, speech)).join(" ").toLowerCase().indexOf(this.search) >= 0 ||
        own.some((figure) => text.searched(figure, speech).indexOf(this.search) >= 0)
      );
    }

    /* The figures that pass; the marks of the others are put out. */
    apply(text, speech) {
      const shown = [];
      text.figures.forEach((one, figure) => {
        const passes = this.passes(text, figure, speech);
        if (passes) shown.push(figure);
        const mark = text.marks[figure];
        if (mark) mark.classList.toggle("off", !passes);
      });
      return shown;
    }
  }

  function within(place, section) {
    return section.start <= place && place < section.end;
  }

  return { COUNTING: COUNTING, Sieve: Sieve, UNCHECKED: UNCHECKED };
})();
