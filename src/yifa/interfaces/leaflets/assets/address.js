/* What was typed, as the part of the page's address after #, so that a link brings the same answer again.

A state holds texts exactly as typed. Only what differs from an empty form is written into the address. */
var Address = (function () {
  "use strict";

  const PLAIN = {
    lang: "zh",
    law: "",
    art: "",
    ask: "within",
    from: "",
    at: "",
    n: "",
    u: "d",
    who: "agency",
    roll: "auto",
    year: "",
    date: "",
    pre: "yes",
    done: "",
  };
  const ASKS = ["within", "before", "at-least", "after", "annual"];
  const UNITS = {
    d: "days",
    wd: "working days",
    cd: "calendar days",
    mo: "months",
    y: "years",
    h: "hours",
    min: "minutes",
  };
  const CHOICES = {
    lang: ["zh", "en"],
    ask: ASKS,
    u: Object.keys(UNITS),
    who: ["agency", "party"],
    roll: ["auto", "yes", "no"],
    pre: ["yes", "no"],
  };
  const TOLD = ["", "told", "untold"];

  function empty() {
    return Object.assign({}, PLAIN, { pauses: [], extensions: [] });
  }

  function read(hash) {
    const state = empty();
    const given = new URLSearchParams(hash.replace(/^#/, ""));
    Object.keys(PLAIN).forEach((key) => {
      const value = given.get(key);
      if (value !== null && (!CHOICES[key] || CHOICES[key].indexOf(value) >= 0)) state[key] = value;
    });
    state.pauses = given.getAll("pause").map((text) => {
      const parts = text.split("~");
      const told = TOLD.indexOf(parts[3]) > 0 ? parts[3] : "";
      return { from: parts[0], to: parts[1] || "", kind: parts[2] || "suspension", told: told };
    });
    state.extensions = given.getAll("extend").map((text) => {
      const parts = text.split("~");
      return { on: parts[0], n: parts[1] || "", u: parts[2] in UNITS ? parts[2] : "d" };
    });
    return state;
  }

  function write(state) {
    const given = new URLSearchParams();
    Object.keys(PLAIN).forEach((key) => {
      if (key === "lang" || state[key] !== PLAIN[key]) given.append(key, state[key]);
    });
    const plain = (text) => text.replace(/~/g, " ");
    state.pauses.forEach((row) => given.append("pause", [row.from, row.to, row.kind, row.told].map(plain).join("~")));
    state.extensions.forEach((row) => given.append("extend", [row.on, row.n, row.u].map(plain).join("~")));
    return "#" + given.toString();
  }

  return { ASKS: ASKS, TOLD: TOLD, UNITS: UNITS, empty: empty, read: read, write: write };
})();
