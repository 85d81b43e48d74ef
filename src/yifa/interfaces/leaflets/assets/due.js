/* The page: reads the form, asks the clock, shows the answer, keeps everything in the address. */
(function () {
  "use strict";

  const data = JSON.parse(Dom.byId("data").textContent);
  const calendar = new Days.Calendar(data);
  const EXAMPLES = [
    "law=行政许可法&art=42&from=2024-09-25&n=20&pause=2024-10-08~2024-10-11~hearing~told",
    "law=行政处罚法&art=60&from=2023-07-03&n=90",
    "law=行政处罚法&art=64&ask=before&from=2024-10-10&n=7",
  ];
  let speech = new Speech.Language("zh", data);
  let told = "";

  function say(message, values) {
    return speech.say(message, values);
  }

  function speak(tag) {
    speech = new Speech.Language(tag, data);
    document.title = say("Deadlines") + " · 依法 Yifa";
    Placed.translate(speech, (root) =>
      Dom.all("[data-term]", root).forEach((node) => (node.textContent = Telling.kind(node.dataset.term, speech)))
    );
    Dom.all("[data-example]").forEach(
      (link) => (link.href = "#lang=" + tag + "&" + EXAMPLES[Number(link.dataset.example)])
    );
    listStatutes();
  }

  function listStatutes() {
    const options = [];
    data.statutes.forEach((statute) => {
      const main = Asking.title(statute, speech);
      statute.names.forEach((name) => {
        const option = Dom.el("option", { value: name });
        if (name !== main) option.label = main;
        options.push(option);
      });
    });
    Dom.fill(Dom.byId("laws"), options);
  }

  /* Read the form, compute, show. `strict`: also complain about the field still being typed in. */
  function update(strict) {
    const state = Form.read();
    const found = Asking.resolve(state, data, calendar, speech);
    const asked = found.question;
    Form.arrange(state);
    Hints.show(found, state, calendar, speech);
    const shown = Form.mark(found.errors, strict, speech);
    const address = Address.write(state);
    if (address !== location.hash) history.replaceState(null, "", address);
    told = "";
    if (asked === null) empty(found);
    else answer(asked, found);
    return shown;
  }

  function empty(found) {
    const errors = Object.keys(found.errors).length > 0;
    const steps = [
      say("Name the statute, if the text says only 「日」: its own counting rule decides which days are meant."),
      say("Choose how the text puts it, and type the trigger day and the length."),
      say("The last day, the calendar and every reason appear here at once; no data leaves this page."),
    ];
    const head = errors
      ? say("Something cannot be read yet; see the note beside the field.")
      : say("Here the last day will stand.");
    Dom.fill(Dom.byId("headline"), Dom.el("p", { class: "waiting" }, Dom.text(head, speech)));
    Dom.fill(
      Dom.byId("wall"),
      errors
        ? []
        : Dom.el(
            "ol",
            { class: "steps" },
            steps.map((step) => Dom.el("li", {}, Dom.text(step, speech)))
          )
    );
    Dom.fill(Dom.byId("reasons"));
    ready(false);
  }

  function answer(asked, found) {
    let story;
    try {
      story = Story.of(Asking.answer(asked, calendar));
    } catch (error) {
      trouble(error);
      return;
    }
    const head = Head.of(story, asked, speech);
    const reasons = Telling.tell(story, asked, speech).concat(Head.asides(story, found, calendar, speech));
    const question = Head.question(asked, speech);
    Dom.fill(Dom.byId("headline"), Head.draw(head, question, speech));
    Dom.fill(Dom.byId("wall"), Wall.draw(story, calendar, asked.done, speech));
    Dom.fill(Dom.byId("reasons"), Reasons.draw(reasons, story, found, data, speech));
    told = [question, head.plain]
      .concat(head.verdict ? [head.verdict.text] : [])
      .concat(reasons.map((one, place) => place + 1 + (speech.zh ? "．" : ". ") + one.text))
      .join("\n");
    Dom.fill(Dom.byId("peek"), Dom.text(head.plain, speech), " ↓");
    ready(true);
  }

  function trouble(error) {
    const beyond = error instanceof Days.OutOfCalendar;
    if (!beyond && !(error instanceof Clock.ImpossibleTerm)) throw error;
    const values = { first: speech.date(calendar.first), last: speech.date(calendar.last) };
    const text = beyond
      ? say(
          "This term leaves the calendar of this page, which reaches from {first} to {last}. No day can be named.",
          values
        )
      : say("No statute has such a term: working days go only with working days.");
    Dom.fill(
      Dom.byId("headline"),
      Dom.el("p", { class: "trouble" }, Dom.el("span", { "aria-hidden": "true" }, "▲ "), Dom.text(text, speech))
    );
    Dom.fill(Dom.byId("wall"));
    Dom.fill(Dom.byId("reasons"));
    ready(false);
  }

  function ready(yes) {
    document.body.classList.toggle("answered", yes);
    Dom.byId("copy").disabled = !yes;
    Dom.byId("print").disabled = !yes;
    peek();
  }

  /* On a telephone the answer stands below the form: a bar names it until it is in sight. */
  function peek() {
    const top = Dom.byId("headline").getBoundingClientRect().top;
    Dom.byId("peek").hidden = !document.body.classList.contains("answered") || top < window.innerHeight - 120;
  }

  function fromAddress() {
    const state = Address.read(location.hash);
    speak(state.lang);
    Form.show(state);
    update(true);
  }

  function copy() {
    const field = Dom.el("textarea", { class: "unseen", "aria-hidden": "true" });
    field.value = told + "\n";
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    const button = Dom.byId("copy");
    button.firstElementChild.textContent = say("Copied");
    window.setTimeout(() => (button.firstElementChild.textContent = say("Copy as text")), 1500);
    button.focus();
  }

  Form.start(
    () => update(false),
    () => {
      const wrong = update(true);
      if (wrong.length) wrong[0].focus();
    }
  );
  Dom.all("[data-language]").forEach((button) =>
    button.addEventListener("click", () => {
      speak(button.dataset.language);
      Form.show(Object.assign(Form.read()));
      update(false);
    })
  );
  Dom.byId("copy").addEventListener("click", copy);
  Dom.byId("print").addEventListener("click", () => window.print());
  Dom.byId("peek").addEventListener("click", () => {
    Dom.byId("answer").scrollIntoView();
    Dom.byId("answer").focus({ preventScroll: true });
  });
  window.addEventListener("scroll", peek, { passive: true });
  window.addEventListener("resize", peek);
  window.addEventListener("hashchange", () => {
    if (location.hash !== Address.write(Form.read())) fromAddress();
  });
  fromAddress();
})();
