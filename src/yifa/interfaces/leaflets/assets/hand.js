/* The reader's hand: every click, key and typed word, and what is done about it. One listener for all marks. */
var Hand = (function () {
  "use strict";

  function listen(page) {
    document.addEventListener("click", (event) => click(event, page));
    document.addEventListener("mouseover", (event) => {
      const fig = event.target.closest && event.target.closest(".paper .fig");
      if (fig) fig.title = page.tip(Number(fig.dataset.f));
    });
    Dom.byId("sieve").addEventListener("input", () => page.filter(filters()));
    Dom.byId("sieve").addEventListener("submit", (event) => {
      event.preventDefault();
      page.firstFigure();
    });
    if (Dom.byId("text")) Dom.byId("text").addEventListener("change", () => page.show(Number(Dom.byId("text").value)));
    window.addEventListener("beforeprint", () => Dom.all("#problems details").forEach((one) => (one.open = true)));
    window.addEventListener("hashchange", page.recall);
    calmly("scroll", page.follow);
    calmly("resize", Sight.measure);
    Keys.tabs(Dom.byId("panel").querySelector("[role=tablist]"), page.openTab);
    Keys.start({
      j: () => page.step(1),
      k: () => page.step(-1),
      n: () => page.stepPoint(1),
      p: () => page.stepPoint(-1),
      "/": () => (Dom.byId("sieve").hidden ? false : Dom.byId("search").focus()),
      "?": () => Dom.byId("keys").showModal(),
      "[": () => page.turn(-1),
      "]": () => page.turn(1),
      Escape: page.back,
      Enter: (event) => enter(event.target, page),
    });
  }

  /* At most once for each frame that is drawn. */
  function calmly(name, act) {
    let waiting = false;
    window.addEventListener(
      name,
      () => {
        if (waiting) return;
        waiting = true;
        window.requestAnimationFrame(() => {
          waiting = false;
          act();
        });
      },
      { passive: true }
    );
  }

  function filters() {
    return {
      kind: Dom.byId("kind").value,
      measured: Dom.byId("measured").value,
      section: Dom.byId("section").value,
      search: Dom.byId("search").value.trim().toLowerCase(),
    };
  }

  /* What was clicked, looked for from the particular to the general. */
  const PLACES = [
    ["[data-language]", (node, page) => page.speak(node.dataset.language)],
    [".texts [data-text]", (node, page) => page.show(Number(node.dataset.text))],
    ["#panel [data-to], #panel [data-at], #survey [data-to], #survey [data-text]", (node, page) => page.go(node.dataset)],
    ["#panel [data-harm]", (node, page) => page.showHarm(Number(node.dataset.harm))],
    ["#problems [data-point]", (node, page) => page.openPoint(Number(node.dataset.point))],
    [".paper .fig", (node, page) => String(window.getSelection()) || page.open(Number(node.dataset.f))],
    ["[data-section]", (node, page) => page.showSection(Number(node.dataset.section))],
    ["[data-verdict]", (node, page) => page.toggle(node.dataset.verdict)],
    ["#all-figures", (node, page) => page.showAll()],
    ["[role=tab]", (node, page) => page.openTab(node.id.slice(4))],
    ["#close", (node, page) => page.close()],
    ["#copy", (node, page) => page.copy()],
    ["#print", () => window.print()],
    ["#help", () => Dom.byId("keys").showModal()],
  ];

  function click(event, page) {
    for (let at = 0; at < PLACES.length; at++) {
      const node = event.target.closest(PLACES[at][0]);
      if (!node) continue;
      if (node.tagName === "A") event.preventDefault();
      PLACES[at][1](node, page);
      return;
    }
  }

  /* Enter on a figure reads its details. */
  function enter(target, page) {
    if (!target.closest(".paper .fig")) return false;
    page.open(Number(target.dataset.f));
    Dom.byId("page-card").focus({ preventScroll: true });
    return true;
  }

  return { listen: listen };
})();
