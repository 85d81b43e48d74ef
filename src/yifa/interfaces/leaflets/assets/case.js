/* Sifts the duties of the cases, shows which acts a duty rests on, and changes the language. */
(function () {
  "use strict";

  const data = JSON.parse(Dom.byId("data").textContent);
  const lit = new Set();
  let speech = null;
  let law = "";
  let sought = "";
  let act = null;

  function speak(tag) {
    speech = new Speech.Language(tag, data);
    Placed.translate(speech);
    sift();
    measure();
  }

  /* What sticks below the filters needs their height. */
  function measure() {
    document.documentElement.style.setProperty("--bar", Dom.byId("sieve").offsetHeight + "px");
  }

  /* What is chosen in one place holds for all cases, an act only for its own. */
  function passes(duty) {
    const set = duty.dataset;
    if (lit.size && !lit.has(set.light)) return false;
    if (law && set.law.split("|").indexOf(law) < 0) return false;
    if (act && (duty.closest(".case") !== act.closest(".case") || set.acts.split(" ").indexOf(act.dataset.act) < 0))
      return false;
    return !sought || duty.textContent.toLowerCase().indexOf(sought) >= 0;
  }

  function sift() {
    let shown = 0;
    const duties = Dom.all(".duty");
    duties.forEach((duty) => {
      duty.hidden = !passes(duty);
      if (!duty.hidden) shown++;
    });
    Dom.all(".group").forEach((group) => (group.hidden = !group.querySelector(".duty:not([hidden])")));
    Dom.all(".case").forEach((one) => {
      const nothing = one.querySelector(".nothing");
      nothing.hidden = !one.querySelector(".duty") || Boolean(one.querySelector(".duty:not([hidden])"));
    });
    Dom.byId("count").textContent = speech.say("{n} of {all}", { n: shown, all: duties.length });
  }

  function choose(chip) {
    const light = chip.dataset.chip;
    if (lit.has(light)) lit.delete(light);
    else lit.add(light);
    chip.setAttribute("aria-pressed", String(lit.has(light)));
    sift();
  }

  function chooseAct(item) {
    act = act === item ? null : item;
    Dom.all(".acts li").forEach((one) => {
      one.classList.toggle("chosen", one === act);
      one.querySelector("button").setAttribute("aria-pressed", String(one === act));
    });
    sift();
  }

  function clear() {
    lit.clear();
    Dom.all(".chip").forEach((chip) => chip.setAttribute("aria-pressed", "false"));
    law = sought = Dom.byId("law").value = Dom.byId("search").value = "";
    act = null;
    Dom.all(".acts li").forEach((one) => {
      one.classList.remove("chosen");
      one.querySelector("button").setAttribute("aria-pressed", "false");
    });
    sift();
  }

  /* The acts a duty rests on stand out while it is looked at. */
  function light(duty, on) {
    const acts = duty.dataset.acts.split(" ");
    Dom.all(".acts li", duty.closest(".case")).forEach((item) =>
      item.classList.toggle("used", on && acts.indexOf(item.dataset.act) >= 0)
    );
  }

  /* From one duty shown to the next or the one before; a line in order takes the focus by its head. */
  function walk(step) {
    const heads = Dom.all(".duty:not([hidden])")
      .filter((duty) => duty.offsetParent)
      .map((duty) => (duty.tagName === "DETAILS" ? duty.querySelector("summary") : duty));
    if (!heads.length) return;
    const at = heads.findIndex((head) => head === document.activeElement || head.contains(document.activeElement));
    const to = heads[Math.min(Math.max(at + step, 0), heads.length - 1)];
    if (to.tagName === "ARTICLE") to.tabIndex = -1;
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "center" });
  }

  function follow(event) {
    const link = event.target.closest(".facts a");
    if (!link) return;
    event.preventDefault();
    const item = Dom.byId(link.getAttribute("href").slice(1));
    item.scrollIntoView({ block: "nearest" });
    Dom.all(".acts li.flash").forEach((one) => one.classList.remove("flash"));
    item.classList.add("flash");
    item.querySelector("button").focus({ preventScroll: true });
  }

  /* On paper every reason of what is broken, contested or open is read; what was opened for it is closed again. */
  let opened = [];
  function unfold() {
    opened = Dom.all("details.why:not([open]), details.coverage:not([open])").filter((one) => !one.closest(".row"));
    opened.forEach((one) => (one.open = true));
  }

  Dom.all(".chip").forEach((chip) => chip.addEventListener("click", () => choose(chip)));
  Dom.all(".acts li").forEach((item) => item.querySelector("button").addEventListener("click", () => chooseAct(item)));
  Dom.all(".duty").forEach((duty) => {
    duty.addEventListener("mouseenter", () => light(duty, true));
    duty.addEventListener("mouseleave", () => light(duty, false));
    duty.addEventListener("focusin", () => light(duty, true));
    duty.addEventListener("focusout", () => light(duty, false));
  });
  document.addEventListener("click", follow);
  Dom.byId("law").addEventListener("change", (event) => {
    law = event.target.value;
    sift();
  });
  Dom.byId("search").addEventListener("input", (event) => {
    sought = event.target.value.trim().toLowerCase();
    sift();
  });
  Dom.byId("sieve").addEventListener("submit", (event) => event.preventDefault());
  Dom.byId("print").addEventListener("click", () => window.print());
  window.addEventListener("resize", measure);
  window.addEventListener("beforeprint", unfold);
  window.addEventListener("afterprint", () => opened.forEach((one) => (one.open = false)));
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
