/* The page: which text, which figure, which filters; everything else is drawn from these. */
(function () {
  "use strict";

  const data = JSON.parse(Dom.byId("data").textContent);
  const book = new Readings.Book(data);
  const sieve = new Sieve.Sieve();
  const OVERVIEW = -1;
  let speech = new Speech.Language("zh", data);
  let text = book.texts[0];
  let place = book.texts.length > 1 ? OVERVIEW : 0;
  let figure = null;
  let point = null;
  let shown = [];
  let tab = "card";
  let everyFigure = false;

  function say(message, values) {
    return speech.say(message, values);
  }

  /* Choose the language and draw everything in it. */
  function speak(tag) {
    speech = new Speech.Language(tag, data);
    Placed.translate(speech);
    document.title = say("Report check") + " · 依法 Yifa";
    fillKinds();
    show(place);
  }

  function fillKinds() {
    const present = {};
    book.texts.forEach((one) => one.figures.forEach((each) => (present[each.kind] = true)));
    const kinds = Object.keys(book.kinds).filter((kind) => present[kind]);
    const options = [
      Dom.el("option", { value: Sieve.COUNTING }, say("figures that count")),
      Dom.el("option", { value: "" }, say("all numbers")),
    ].concat(kinds.map((kind) => Dom.el("option", { value: kind }, book.pick(book.kinds[kind].words, speech))));
    Dom.fill(Dom.byId("kind"), options);
    Dom.byId("kind").value = sieve.kind;
  }

  /* Show a text, or all of them at a glance. */
  function show(wanted) {
    const survey = Dom.byId("survey");
    place = wanted;
    document.body.classList.toggle("surveying", place === OVERVIEW);
    if (survey) survey.hidden = place !== OVERVIEW;
    Dom.byId("desk").hidden = place === OVERVIEW;
    Dom.byId("sieve").hidden = place === OVERVIEW;
    Dom.all("[data-text].tab").forEach((button) =>
      Number(button.dataset.text) === place
        ? button.setAttribute("aria-current", "page")
        : button.removeAttribute("aria-current")
    );
    if (Dom.byId("text")) Dom.byId("text").value = String(place);
    if (place === OVERVIEW) {
      Dom.fill(survey, Survey.draw(book, speech));
      Dom.byId("stamp").textContent = "";
      remember();
      return;
    }
    if (text.place !== place) {
      text = book.texts[place];
      figure = point = null;
      sieve.section = "";
      everyFigure = false;
    }
    book.texts.forEach((one) => (one.paper.hidden = one !== text));
    Dom.fill(Dom.byId("stamp"), Dom.text(text.data.name + " · " + text.data.file, speech));
    Dom.fill(Dom.byId("outline"), Outline.draw(text, speech));
    Dom.fill(Dom.byId("section"), Outline.options(text, speech));
    Dom.byId("section").value = sieve.section;
    Dom.fill(Dom.byId("problems"), Registers.points(text, speech));
    Dom.fill(Dom.byId("notes"), Notes.draw(text, speech));
    Dom.fill(Dom.byId("page-damage"), Registers.damage(text, speech));
    number("damage", text.data.damage.length);
    sift();
    mark();
  }

  function number(name, n) {
    Dom.byId("tab-" + name).querySelector(".n").textContent = String(n);
  }

  /* Apply the filters. */
  function sift() {
    shown = sieve.apply(text, speech);
    drawVerdicts();
    Sight.measure();
    Dom.byId("count").textContent = sieve.narrowed()
      ? say("{n} of {all}", { n: shown.length, all: text.figures.length })
      : speech.count("{n} figure", "{n} figures", shown.length);
    number("figures", shown.length);
    Dom.byId("page-figures").textContent = Dom.byId("page-checks").textContent = "";
    number("checks", passing().length);
    drawTab();
    const first = text.marks[figure !== null ? figure : shown[0]];
    text.marks.forEach((one) => (one.tabIndex = one === first ? 0 : -1));
  }

  function passing() {
    const across = book.across.filter((check) => check.members.some((member) => member[0] === text.place));
    return Readings.inOrder(
      text.checks.concat(across).filter((check) => sieve.passesCheck(text, check, speech)),
      book
    );
  }

  function drawVerdicts() {
    const across = book.across.filter((check) => check.members.some((member) => member[0] === text.place));
    const counts = book.counts(text.checks.concat(across));
    const free = text.figures.filter((one) => !one.light && book.kinds[one.kind].counts).length;
    const chip = (id, light, sign, words, n, whole) =>
      Dom.el(
        "button",
        { type: "button", class: light, title: whole, "data-verdict": id, "aria-pressed": String(sieve.verdicts.indexOf(id) >= 0) },
        Dom.el("span", { class: "sign", "aria-hidden": "true" }, sign + " "),
        words + " ",
        Dom.el("b", {}, String(n))
      );
    const chips = book.order
      .filter((id) => counts[id].n)
      .map((id) => {
        const one = counts[id];
        const words = book.pick(book.verdicts[id].words, speech);
        return chip(id, one.light, book.sign(one.light), book.short(id, speech), one.n, words);
      });
    if (free) chips.push(chip(Sieve.UNCHECKED, "plain", "○", say("in no check"), free));
    Dom.fill(Dom.byId("verdicts"), chips);
  }

  /* Draw the list that stands open, only when it does. */
  function drawTab() {
    if (tab === "figures" && !Dom.byId("page-figures").hasChildNodes())
      Dom.fill(Dom.byId("page-figures"), Registers.figures(text, shown, everyFigure, speech));
    if (tab === "checks" && !Dom.byId("page-checks").hasChildNodes())
      Dom.fill(Dom.byId("page-checks"), Registers.checks(text, passing(), speech));
  }

  function openTab(name) {
    tab = name;
    Dom.all("[role=tab]", Dom.byId("panel")).forEach((button) => {
      const here = button.id === "tab-" + name;
      button.setAttribute("aria-selected", String(here));
      button.tabIndex = here ? 0 : -1;
      Dom.byId(button.getAttribute("aria-controls")).hidden = !here;
    });
    document.body.classList.add("detailed");
    drawTab();
  }

  /* Show what is chosen: its mark, its kin, its details, its row among the points. */
  function mark() {
    remember();
    Dom.all(".chosen, .kin", text.paper).forEach((one) => one.classList.remove("chosen", "kin"));
    Dom.all("#problems [data-point]").forEach((one) => one.classList.toggle("here", Number(one.dataset.point) === point));
    if (point !== null && figure === null) {
      Dom.fill(Dom.byId("page-card"), Card.ofCheck(book, text, text.points()[point], speech, -1));
      return;
    }
    if (figure === null) {
      Dom.fill(Dom.byId("page-card"), Card.ofText(text, speech));
      return;
    }
    const own = text.markOf(figure);
    if (own) own.classList.add("chosen");
    text.checksOf(figure).forEach((check) =>
      (check.members ? [] : check.figures).forEach((one) => {
        if (text.marks[one] && one !== figure) text.marks[one].classList.add("kin");
      })
    );
    Dom.fill(Dom.byId("page-card"), Card.ofFigure(text, figure, speech, point === null ? null : text.points()[point]));
    Dom.byId("page-card").scrollTop = 0;
  }

  function choose(wanted, focus) {
    figure = wanted;
    mark();
    openTab("card");
    const own = text.markOf(wanted);
    if (!own) return;
    text.marks.forEach((one) => (one.tabIndex = -1));
    own.tabIndex = 0;
    if (focus) own.focus({ preventScroll: true });
    Sight.bring(own);
  }

  function step(by) {
    if (place === OVERVIEW || !shown.length) return;
    let at = figure === null ? Sight.first(text, shown, by) : shown.findIndex((one) => one >= figure);
    if (figure !== null) at = at < 0 ? (by > 0 ? 0 : shown.length - 1) : by > 0 && shown[at] !== figure ? at : at + by;
    point = null;
    choose(shown[(at + shown.length) % shown.length], true);
  }

  function stepPoint(by) {
    if (place === OVERVIEW) return;
    const points = text.points();
    if (!points.length) return;
    const next = point === null ? (by > 0 ? 0 : points.length - 1) : (point + by + points.length) % points.length;
    openPoint(next);
  }

  /* Go to a point: to its last figure, or to the place it names. */
  function openPoint(at) {
    const check = text.points()[at];
    const rows = Dom.byId("problems").querySelector("details");
    if (rows && rows.querySelector("li[data-point='" + at + "']")) rows.open = true;
    point = at;
    const here = check.members
      ? check.members.filter((one) => one[0] === text.place).map((one) => one[1])
      : check.figures;
    if (here.length) {
      choose(here[here.length - 1], true);
      return;
    }
    figure = null;
    mark();
    openTab("card");
    if (check.start !== undefined) goTo(check.start);
    else Dom.byId("page-card").focus({ preventScroll: true });
  }

  /* Bring a place of the text into sight. */
  function goTo(start) {
    const check = text.checks.findIndex((one) => !one.figures.length && one.start === start);
    const spot = check < 0 ? null : text.paper.querySelector("[data-c='" + check + "']");
    const near = text.figures.findIndex((one) => one.start >= start);
    const node = spot || text.marks[near];
    if (node) Sight.flash(node);
  }

  /* Follow a link of a list: to another text, a figure, a place. */
  function go(to) {
    const wanted = Number(to.text);
    if (to.text !== undefined && wanted !== place) show(wanted);
    point = null;
    if (to.to !== undefined) choose(Number(to.to), true);
    else if (to.at !== undefined) goTo(Number(to.at));
    else window.scrollTo(0, 0);
  }

  function open(wanted) {
    point = null;
    choose(wanted, false);
  }

  function showHarm(at) {
    const node = text.paper.querySelector("[data-h='" + at + "']");
    if (node) Sight.flash(node);
  }

  function showSection(at) {
    const head = Outline.heading(text, at);
    if (head) Sight.top(head);
  }

  function filter(wanted) {
    const section = wanted.section;
    const moved = section !== "" && section !== sieve.section;
    Object.assign(sieve, wanted);
    everyFigure = false;
    sift();
    if (moved) showSection(Number(section));
  }

  function toggle(verdict) {
    const rest = sieve.verdicts.filter((one) => one !== verdict);
    sieve.verdicts = rest.length < sieve.verdicts.length ? rest : rest.concat(verdict);
    sift();
    Dom.byId("verdicts").querySelector("[data-verdict=" + verdict + "]").focus();
  }

  function showAll() {
    everyFigure = true;
    Dom.byId("page-figures").textContent = "";
    drawTab();
  }

  function firstFigure() {
    figure = null;
    step(1);
  }

  function close() {
    document.body.classList.remove("detailed");
  }

  /* What is shown, as the part of the address after #, so that a link brings it again. */
  function remember() {
    const given = new URLSearchParams({ lang: speech.tag });
    if (book.texts.length > 1) given.append("text", place + 1);
    if (place !== OVERVIEW && figure !== null) given.append("figure", text.figures[figure].id);
    const address = "#" + given.toString();
    if (address !== location.hash) history.replaceState(null, "", address);
  }

  function recall() {
    const given = new URLSearchParams(location.hash.slice(1));
    const tag = given.get("lang");
    const wanted = Number(given.get("text")) - 1;
    const id = given.get("figure");
    if (book.texts.length > 1 && wanted >= OVERVIEW && wanted < book.texts.length) place = wanted;
    speak(tag === "zh" || tag === "en" ? tag : data.lang);
    const at = place === OVERVIEW ? -1 : text.figures.findIndex((one) => one.id === id);
    if (at >= 0 && at !== figure) go({ to: at });
  }

  function copy() {
    const field = Dom.el("textarea", { class: "unseen", "aria-hidden": "true" });
    const wanted = place === OVERVIEW ? book.texts : [text];
    field.value = wanted.map((one) => Registers.plain(one, speech)).join("\n\n") + "\n";
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    const words = Dom.byId("copy").querySelector("span");
    words.textContent = say("Copied");
    window.setTimeout(() => (words.textContent = say("Copy the list")), 1500);
    Dom.byId("copy").focus();
  }

  function back() {
    if (document.activeElement && document.activeElement.closest("#panel, #sieve") && figure !== null) {
      const own = text.markOf(figure);
      if (own) own.focus({ preventScroll: true });
      document.body.classList.remove("detailed");
      return;
    }
    figure = point = null;
    document.body.classList.remove("detailed");
    if (place !== OVERVIEW) mark();
  }

  function turn(by) {
    if (book.texts.length < 2) return;
    const all = book.texts.length + 1;
    show(((place + 1 + by + all) % all) - 1);
    window.scrollTo(0, 0);
  }

  function tip(at) {
    const one = text.figures[at];
    const words = [one.subject, one.predicate].filter((part) => part).join(" ");
    const checks = text.checksOf(at).map((check) => book.verdict(check, speech));
    return [words].concat(checks.length ? checks[0] : []).filter((part) => part).join(" · ");
  }

  function follow() {
    if (place !== OVERVIEW) Outline.follow(text, Sight.edge() + 24);
  }

  Hand.listen({
    back: back,
    close: close,
    copy: copy,
    filter: filter,
    firstFigure: firstFigure,
    follow: follow,
    go: go,
    open: open,
    openPoint: openPoint,
    openTab: openTab,
    recall: recall,
    show: show,
    showAll: showAll,
    showHarm: showHarm,
    showSection: showSection,
    speak: speak,
    step: step,
    stepPoint: stepPoint,
    tip: tip,
    toggle: toggle,
    turn: turn,
  });
  recall();
})();
