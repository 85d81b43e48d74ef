/* The reasons as a numbered list, each with the texts it rests on: policy, statute, roll-over, notices. */
var Reasons = (function () {
  "use strict";

  /* Each text stands with the first reason that needs it. */
  function draw(reasons, story, found, data, speech) {
    const shown = new Set();
    const first = (id, make) => {
      if (shown.has(id)) return null;
      shown.add(id);
      return make();
    };
    const items = reasons.map((one) =>
      Dom.el(
        "li",
        {},
        Dom.el("span", {}, Dom.text(one.text, speech)),
        one.policies.map((id) => first(id, () => text(id, found, data, speech))),
        one.source ? first(one.source, () => sources[one.source](story, found, data, speech)) : null
      )
    );
    const list = Dom.el("ol", { class: "reasons" }, items);
    return [
      Dom.el("h2", {}, speech.say("Reasons")),
      list,
      appendix(list, speech),
      contested(found, shown, data, speech),
    ];
  }

  function opening(title, body, speech) {
    return Dom.el(
      "details",
      {},
      Dom.el("summary", {}, Dom.text(title, speech)),
      Dom.el("div", { class: "text" }, body)
    );
  }

  function paragraph(text, speech) {
    return Dom.el("p", {}, Dom.text(text, speech));
  }

  /* A policy, a clarification of one, or a contested point, by its id. */
  function text(id, found, data, speech) {
    const point = data.contested.find((one) => one.id === id);
    if (point)
      return concerns(point, found) ? opening(speech.say("two readings"), pointBody(point, speech), speech) : null;
    const one = data.policies.find((policy) => policy.id === id);
    if (!one) return null;
    const body = [paragraph(speech.zh ? one.zh : one.en, speech)];
    if (one.restsOn) body.push(paragraph(speech.say("Rests on: {basis}", { basis: one.restsOn }), speech));
    const name = id.startsWith("K-") ? speech.say("clarification") : speech.say("policy {id}", { id: id });
    return opening(name, body, speech);
  }

  const FOR_ALL = ["C-back", "C-before-date", "C-extension-base"];

  /* Notes of the corpus are mostly English; a Chinese page leaves those out. */
  function readable(note, speech) {
    return note && !(speech.zh && /^[A-Za-z]/.test(note));
  }

  function concerns(point, found) {
    return FOR_ALL.indexOf(point.id) >= 0 || speaksOf(point, found.statute);
  }

  function speaksOf(point, statute) {
    return statute !== null && point.laws.some((name) => statute.names.indexOf(name) >= 0);
  }

  function pointBody(point, speech) {
    const side = (both) => (speech.zh ? both.zh : both.en);
    return [
      paragraph(side(point), speech),
      paragraph(speech.say("Here: {engine}", { engine: side(point.engine) }), speech),
    ];
  }

  /* Whether a notice speaks of a day from the start to the end of the answer. */
  function touching(story) {
    const days = story.days.map((one) => one.day).concat(story.answer.start === undefined ? [] : [story.answer.start]);
    const first = Days.iso(Math.min.apply(null, days));
    const last = Days.iso(Math.max.apply(null, days));
    const inside = (day) => day >= first && day <= last;
    const years = (notice) => String(notice.year) >= first.slice(0, 4) && String(notice.year) <= last.slice(0, 4);
    return (notice) => (years(notice) && !notice.amends) || notice.days.some((row) => inside(row[0]));
  }

  const sources = {
    statute: function (story, found, data, speech) {
      if (!found.statute) return null;
      const version = found.version;
      const lines = [
        paragraph(speech.zh ? found.statute.zh : found.statute.en + " (" + found.statute.zh + ")", speech),
      ];
      if (version) {
        const day = (text, otherwise) => (text === null ? otherwise : speech.date(Days.read(text)));
        const values = {
          id: version.id,
          first: day(version.from, speech.say("not known")),
          last: day(version.to, speech.say("open")),
          read:
            { text: speech.say("text read"), web: speech.say("web excerpt only") }[version.verified] ||
            speech.say("not verified"),
        };
        lines.push(
          paragraph(speech.say("Version {id}: in force from {first} to {last}; text: {read}", values), speech)
        );
        if (readable(version.note, speech)) lines.push(paragraph(version.note, speech));
      }
      if (found.counting) {
        Hints.rule(found.counting, speech).forEach((line) => lines.push(paragraph(line, speech)));
        if (readable(found.counting.note, speech)) lines.push(paragraph(found.counting.note, speech));
      }
      return opening(speech.say("statute and counting rule"), lines, speech);
    },
    rolls: function (story, found, data, speech) {
      return opening(speech.say("roll-over"), paragraph(found.rolls.why, speech), speech);
    },
    notices: function (story, found, data, speech) {
      const rows = data.notices
        .filter(touching(story))
        .map((notice) =>
          Dom.el(
            "tr",
            {},
            Dom.el("td", {}, String(notice.year)),
            Dom.el("td", {}, Dom.text(notice.number || "—", speech)),
            Dom.el("td", {}, notice.published || "—"),
            Dom.el("td", {}, Dom.text(notice.title, speech))
          )
        );
      const names = [speech.say("year"), speech.say("number"), speech.say("published"), speech.say("title")];
      const head = Dom.el(
        "tr",
        {},
        names.map((name) => Dom.el("th", { scope: "col" }, name))
      );
      const table = Dom.el("table", { class: "notices" }, Dom.el("thead", {}, head), Dom.el("tbody", {}, rows));
      return opening(speech.say("notices"), table, speech);
    },
  };

  /* What else is contested about the statute chosen, shut until asked for. */
  function contested(found, shown, data, speech) {
    const points = data.contested.filter((point) => speaksOf(point, found.statute) && !shown.has(point.id));
    if (!points.length) return null;
    const title = speech.count(
      "{n} more contested point of this statute",
      "{n} more contested points of this statute",
      points.length
    );
    const items = points.map((point) => Dom.el("li", {}, pointBody(point, speech)));
    const summary = Dom.el("summary", {}, Dom.el("span", { "aria-hidden": "true" }, "◆ "), title);
    return Dom.el("details", { class: "contested" }, summary, Dom.el("ul", {}, items));
  }

  /* The texts cited, once more in a row, for paper only: there nothing can be opened. */
  function appendix(list, speech) {
    const entries = Dom.all("details", list).map((node) => {
      const name = node.querySelector("summary").textContent;
      return [Dom.el("dt", {}, Dom.text(name, speech)), Dom.el("dd", {}, node.querySelector(".text").cloneNode(true))];
    });
    if (!entries.length) return null;
    return Dom.el(
      "section",
      { class: "appendix" },
      Dom.el("h2", {}, speech.say("Texts cited")),
      Dom.el("dl", {}, entries)
    );
  }

  return { draw: draw };
})();
