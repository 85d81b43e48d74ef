/* Sifts the points of a judged folder and changes the language. */
(function () {
  "use strict";

  const data = JSON.parse(Dom.byId("data").textContent);
  const duties = Dom.all(".duty").map((node) => ({
    node: node,
    organ: node.closest(".organ").dataset.organ,
    light: node.dataset.light,
    severity: node.dataset.severity,
    head: node.querySelector("h4").textContent + node.querySelector(".rule").textContent,
    points: Dom.all(".point", node),
  }));
  const lit = new Set();
  let speech = null;
  let organ = "";
  let severity = "";
  let sought = "";

  function speak(tag) {
    speech = new Speech.Language(tag, data);
    Placed.translate(speech);
    Dom.all("option[data-zh]").forEach((one) => (one.textContent = one.dataset[tag]));
    sift();
  }

  function passes(duty) {
    if (lit.size && !lit.has(duty.light)) return false;
    if (organ && duty.organ !== organ) return false;
    return !severity || duty.severity === severity;
  }

  /* A word in the head of a duty shows all its points; else it is looked for in each of them. */
  function sift() {
    let shown = 0;
    let all = 0;
    duties.forEach((duty) => {
      const passing = passes(duty);
      const whole = !sought || duty.head.toLowerCase().indexOf(sought) >= 0;
      let some = 0;
      duty.points.forEach((point) => {
        const hidden = !passing || !(whole || point.textContent.toLowerCase().indexOf(sought) >= 0);
        if (point.hidden !== hidden) point.hidden = hidden;
        if (!hidden) some++;
      });
      duty.node.hidden = !some;
      shown += some;
      all += duty.points.length;
    });
    Dom.all(".organ").forEach((one) => (one.hidden = !one.querySelector(".duty:not([hidden])")));
    Dom.all(".nothing").forEach((one) => (one.hidden = shown > 0 || !all));
    Dom.byId("count").textContent = speech.say("{n} of {all}", { n: shown, all: all });
  }

  function choose(chip) {
    const light = chip.dataset.chip;
    if (lit.has(light)) lit.delete(light);
    else lit.add(light);
    chip.setAttribute("aria-pressed", String(lit.has(light)));
    sift();
  }

  function clear() {
    lit.clear();
    Dom.all(".chip").forEach((chip) => chip.setAttribute("aria-pressed", "false"));
    organ = severity = sought = "";
    ["organ", "severity", "search"].forEach((id) => (Dom.byId(id).value = ""));
    sift();
  }

  function walk(step) {
    const heads = Dom.all(".point:not([hidden]) summary").filter((one) => one.offsetParent);
    if (!heads.length) return;
    const at = heads.indexOf(document.activeElement);
    const to = heads[Math.min(Math.max(at + step, 0), heads.length - 1)];
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "center" });
  }

  /* The time line of a case stands in its first point, which is opened and brought into sight. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.to-line");
    if (!link) return;
    event.preventDefault();
    const point = Dom.byId(link.getAttribute("href").slice(1));
    if (point.hidden || !point.offsetParent) clear();
    point.querySelector("details").open = true;
    point.scrollIntoView({ block: "center" });
    point.querySelector("summary").focus({ preventScroll: true });
  });

  Dom.all(".chip").forEach((chip) => chip.addEventListener("click", () => choose(chip)));
  Dom.byId("organ").addEventListener("change", (event) => {
    organ = event.target.value;
    sift();
  });
  Dom.byId("severity").addEventListener("change", (event) => {
    severity = event.target.value;
    sift();
  });
  let waiting = 0;
  Dom.byId("search").addEventListener("input", (event) => {
    sought = event.target.value.trim().toLowerCase();
    clearTimeout(waiting);
    waiting = setTimeout(sift, 120);
  });
  Dom.byId("sieve").addEventListener("submit", (event) => event.preventDefault());
  Dom.byId("print").addEventListener("click", () => window.print());
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT)$/.test(event.target.tagName);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if ((event.key === "j" || event.key === "k") && !typing) walk(event.key === "j" ? 1 : -1);
    else if (event.key === "/" && !typing) {
      event.preventDefault();
      Dom.byId("search").focus();
    } else if (event.key === "Escape") clear();
  });
  Dom.all("[data-language]").forEach((button) => button.addEventListener("click", () => speak(button.dataset.language)));
  speak(data.lang);
})();
